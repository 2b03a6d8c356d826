import { Disclosed, NotPersonal } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { CollaborationContext } from '../context.js';
import { Disclosure, disclosureOf } from '../disclosure/disclosure.js';
import {
  contactOf,
  identityOf,
  LanguageNeeds,
  languageNeedsOf,
  Person,
  PersonContact,
  PersonIdentity,
} from './person.js';

@Resolver(() => Person)
export class PersonResolver {
  @Disclosed(Category.IDENTITY)
  @FieldResolver(() => PersonIdentity, {
    nullable: true,
    description: '氏名・生年月日 — name and birth date',
  })
  async identity(
    @Root() { id }: Person,
    @Ctx() { loaders }: CollaborationContext,
  ): Promise<PersonIdentity | null> {
    const row = await loaders.persons.load(id);
    return row && identityOf(row);
  }

  @Disclosed(Category.CONTACT)
  @FieldResolver(() => PersonContact, { nullable: true, description: '住所・連絡先 — address and contact' })
  async contact(
    @Root() { id }: Person,
    @Ctx() { loaders }: CollaborationContext,
  ): Promise<PersonContact | null> {
    const row = await loaders.persons.load(id);
    return row && contactOf(row);
  }

  @Disclosed(Category.LANGUAGE_NEEDS)
  @FieldResolver(() => LanguageNeeds, { nullable: true, description: '言語・通訳 — language needs' })
  async languageNeeds(
    @Root() { id }: Person,
    @Ctx() { loaders }: CollaborationContext,
  ): Promise<LanguageNeeds | null> {
    const row = await loaders.persons.load(id);
    return row && languageNeedsOf(row);
  }

  @NotPersonal('told from the decision alone, the same whether or not any record exists')
  @FieldResolver(() => Disclosure, {
    description: '開示の可否と理由 — what is shown on which basis, what is withheld and what would open it',
  })
  async disclosure(@Root() { id }: Person, @Ctx() { scope, now }: CollaborationContext): Promise<Disclosure> {
    return disclosureOf(await scope.admit(id), scope.registry, now);
  }
}
