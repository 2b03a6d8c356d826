import { about, Disclosed, mayShow, NotPersonal, requirePurpose } from '@kasane/subgraph-kit';
import { Category, Level, type PersonId } from '@kasane/vocabulary';
import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { SupportCase } from '../case/case.js';
import type { CollaborationContext } from '../context.js';
import { Household } from '../household/household.js';
import { personOf } from '../person/person.js';
import { decideFlag } from './decide-flag.js';
import { CompositeFlag, compositeFlagOf, CompositeFlagResult, CompositeFlagSuggestion } from './flag.js';
import { CompositeFlagKind, FlagDecision } from './flag-words.js';
import { suggestFlags, type KnownMember } from './suggest.js';

@Resolver(() => SupportCase)
export class CompositeFlagsResolver {
  @Mutation(() => CompositeFlagResult, {
    description:
      '複合的な課題を判断する — confirm or reject a composite flag, suggested or not; no age is a limit',
  })
  async decideCompositeFlag(
    @Arg('case', () => ID) id: string,
    @Arg('kind', () => CompositeFlagKind) kind: CompositeFlagKind,
    @Arg('decision', () => FlagDecision) decision: FlagDecision,
    @Arg('persons', () => [ID], { description: '関係する人 — whom it concerns' }) persons: string[],
    @Arg('reason', () => String, { description: '理由 — why, at least ten characters' }) reason: string,
    @Ctx() context: CollaborationContext,
  ): Promise<typeof CompositeFlagResult> {
    requirePurpose(context.viewer);
    const decided = await decideFlag(id, { kind, decision, persons, reason }, context);
    return 'row' in decided ? { flag: compositeFlagOf(decided.row) } : decided;
  }

  @NotPersonal('each flag decides for itself')
  @FieldResolver(() => [CompositeFlag], {
    description:
      '複合的な課題 — what offices confirmed or rejected, the newest first; opinions are never merged',
  })
  async compositeFlags(
    @Root() { row }: SupportCase,
    @Ctx() context: CollaborationContext,
  ): Promise<readonly CompositeFlag[]> {
    const flags = (await context.loaders.compositeFlags.load(row.id)).map(compositeFlagOf);
    return flags.filter((flag) =>
      mayShow(context, flag.subjects ?? [], Category.INTAKE, 'SupportCase.compositeFlags', {
        level: Level.SUMMARY,
        record: flag,
      }),
    );
  }
}

@Resolver(() => Household)
export class FlagSuggestionsResolver {
  @Disclosed(Category.HOUSEHOLD)
  @FieldResolver(() => [CompositeFlagSuggestion], {
    nullable: true,
    description:
      '複合的な課題の候補 — what the ages and relations suggest of those of whom you may know both; a reason to ask, no finding',
  })
  async flagSuggestions(
    @Root() { members }: Household,
    @Ctx() context: CollaborationContext,
  ): Promise<readonly CompositeFlagSuggestion[]> {
    const { loaders, scope, now } = context;
    const asked = { level: Level.DETAIL };
    const open = members.filter((member) => scope.permits([member.person.id], Category.IDENTITY, asked));
    const rows = await loaders.persons.loadMany(open.map(({ person }) => person.id));
    const known = open.flatMap(({ person, relation }, at): readonly KnownMember<PersonId>[] => {
      const row = rows[at];
      return row === null || row === undefined || row instanceof Error || row.deceasedOn !== null
        ? []
        : [{ person: person.id, relation, birthDate: row.birthDate }];
    });
    return suggestFlags(known, now).map(({ kind, persons }) =>
      about(Object.assign(new CompositeFlagSuggestion(), { kind, persons: persons.map(personOf) }), persons),
    );
  }
}
