import { tierOf, type Category, type Level } from '@kasane/vocabulary';
import { DirectiveLocation, GraphQLDirective, GraphQLNonNull, GraphQLString } from 'graphql';
import { Directive } from 'type-graphql';

const text = { type: new GraphQLNonNull(GraphQLString) };

/** Carried into the supergraph, so that every client sees how each field is classified. */
export const disclosedDirective = new GraphQLDirective({
  name: 'disclosed',
  description: '開示区分 — the data category that a viewer must be permitted before this field is read.',
  locations: [DirectiveLocation.FIELD_DEFINITION, DirectiveLocation.OBJECT],
  // How much must be opened for it; what says nothing shows its value only where all is opened.
  args: { category: text, tier: text, level: { type: GraphQLString } },
});

/** Stays in the subgraph: why a field or type needs no category. */
export const notPersonalDirective = new GraphQLDirective({
  name: 'notPersonal',
  description: '個人情報でない理由 — why this needs no category.',
  locations: [DirectiveLocation.FIELD_DEFINITION, DirectiveLocation.OBJECT],
  args: { because: text },
});

type AnyDecorator = MethodDecorator & PropertyDecorator & ClassDecorator;

/**
 * Classifies a field that speaks of a person; on a class, all its fields that do not classify themselves.
 * A field without a classification stops the build. A value is shown where its category is opened in `DETAIL`; give
 * `SUMMARY` to the few that belong in an overview, e.g. for a 支援会議. A field that gives records opens at
 * `EXISTENCE`, and each of their values decides for itself.
 *
 * @example
 * ```ts
 * @Field(() => CareNeedLevel, { nullable: true })
 * @Column({ type: 'varchar' })
 * @Disclosed(Category.CARE_CERT)
 * level!: CareNeedLevel | null;
 * ```
 */
export const Disclosed = (category: Category, level?: Level): AnyDecorator =>
  Directive(disclosedSdl(category, level)) as AnyDecorator;

/** The same as SDL. */
export const disclosedSdl = (category: Category, level?: Level): string =>
  `@disclosed(category: "${category}", tier: "${tierOf(category)}"${level === undefined ? '' : `, level: "${level}"`})`;

/** States why a field, or all fields of a type, speak of no person, or show nothing by themselves. */
export const NotPersonal = (because: string): AnyDecorator =>
  Directive(notPersonalSdl(because)) as AnyDecorator;

/** The same as SDL. */
export const notPersonalSdl = (because: string): string =>
  `@notPersonal(because: ${JSON.stringify(because)})`;
