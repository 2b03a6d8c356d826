import type { Permit } from '@kasane/disclosure';
import type { VerifiedViewer } from '@kasane/identity';
import {
  Capacity,
  Category,
  Level,
  officeCode,
  personId,
  Purpose,
  Role,
  sectorId,
  staffId,
  type PersonId,
  type SectorEntry,
} from '@kasane/vocabulary';
import {
  buildASTSchema,
  graphql,
  GraphQLSchema,
  isObjectType,
  parse,
  printSchema,
  type ExecutionResult,
  type GraphQLFieldResolver,
} from 'graphql';
import { classifyFields } from './classification.js';
import type { DisclosureScope, Guarded } from './context.js';
import { disclosedDirective, notPersonalDirective } from './disclosed.js';
import { guardFields } from './guard.js';
import { Recorder } from './recorder.js';

export const [MOTHER, SON, GRANDMOTHER] = ['p-mother', 'p-son', 'p-grandmother'].map(personId) as [
  PersonId,
  PersonId,
  PersonId,
];

/** 学校教育: a sector that no subgraph of the hub is. */
export const SCHOOL: SectorEntry = {
  id: sectorId('school-education'),
  name: { ja: '学校教育', en: 'school education' },
  field: 'schoolEducation',
  url: 'http://127.0.0.1:4006/graphql',
  categories: [Category.INVOLVEMENT, Category.SCHOOL, Category.NOTES],
};

/** A worker of another sector, with a purpose. */
export const aViewer = (more: Partial<VerifiedViewer> = {}): VerifiedViewer => ({
  staffId: staffId('coordinator'),
  office: officeCode('city-hall'),
  capacity: Capacity.CITY_STAFF,
  roles: [Role.COORDINATOR],
  purpose: Purpose.SERVICE_COORDINATION,
  requestId: 'request-1',
  tokenDigest: 'digest-1',
  ...more,
});

export const byConsent = (evidence: string): Permit => ({ level: Level.DETAIL, rule: 'CONSENT', evidence });

/** Permits these categories of these persons, each on a consent of their own. */
export const scopeOf = (permitted: readonly (readonly [PersonId, ...Category[]])[]): DisclosureScope => ({
  permits(subjects, category) {
    const permits = subjects.map((subject) =>
      permitted.some(([person, ...categories]) => person === subject && categories.includes(category))
        ? byConsent(`consent-${subject}`)
        : undefined,
    );
    return permits.every((permit) => permit !== undefined) ? permits : undefined;
  },
});

/** A request in which these categories of these persons are permitted. */
export const aRequest = (...permitted: readonly (readonly [PersonId, ...Category[]])[]): Guarded => ({
  scope: scopeOf(permitted),
  recorder: new Recorder(aViewer(), SCHOOL.id),
});

/** The ledger's lines as text: outcome, person, category, fields. */
export const linesOf = ({ recorder }: Pick<Guarded, 'recorder'>): readonly string[] =>
  recorder
    .entries()
    .flatMap(({ outcome, person, items }) =>
      items.map(({ category, fields }) => `${outcome} ${person} ${category} ${fields.join(' ')}`),
    );

export const directivesSdl = printSchema(
  new GraphQLSchema({ directives: [disclosedDirective, notPersonalDirective] }),
);

type Resolvers = Readonly<Record<string, Readonly<Record<string, GraphQLFieldResolver<never, never>>>>>;

/** A classified and guarded schema of plain SDL, and what it answers. */
export function guardedSchema(sdl: string, resolvers: Resolvers) {
  const schema = buildASTSchema(classifyFields(parse(`${directivesSdl}\n${sdl}`)));
  for (const [name, fields] of Object.entries(resolvers)) {
    const type = schema.getType(name);
    for (const [field, resolve] of Object.entries(fields)) {
      const found = isObjectType(type) ? type.getFields()[field] : undefined;
      if (!found) throw new Error(`The schema has no ${name}.${field}.`);
      found.resolve = resolve as GraphQLFieldResolver<unknown, unknown>;
    }
  }
  guardFields(schema, []);
  return {
    async ask(source: string, contextValue: Guarded): Promise<ExecutionResult> {
      const answer = await graphql({ schema, source, contextValue });
      // graphql-js makes objects without a prototype: as a client reads them.
      return JSON.parse(JSON.stringify(answer)) as ExecutionResult;
    },
  };
}
