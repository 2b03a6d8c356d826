import { NotPersonal } from '@kasane/subgraph-kit';
import { Category, japanDate, Role } from '@kasane/vocabulary';
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { CollaborationContext } from '../context.js';
import { officeOf } from '../office/office.js';
import { Office } from '../office/office-type.js';
import { Person, personOf } from '../person/person.js';
import { ProtectiveMeasure, ProtectiveMeasureInput, ProtectiveMeasureResult } from './protection.js';
import { findMeasures, type StoredMeasure } from './protection-repository.js';
import { endMeasure, registerMeasure, renewMeasure } from './protection-service.js';
import { renewableFrom } from './term.js';

/** No office: so that the question costs whoever may not know as much as whoever handles nothing. */
const NO_OFFICE = '';

@Resolver(() => ProtectiveMeasure)
export class ProtectionResolver {
  @Mutation(() => ProtectiveMeasureResult, {
    description: '支援措置を登録する — register a protective measure; for protection officers',
  })
  async registerProtectiveMeasure(
    @Arg('input', () => ProtectiveMeasureInput) input: ProtectiveMeasureInput,
    @Ctx() context: CollaborationContext,
  ): Promise<typeof ProtectiveMeasureResult> {
    return told(await registerMeasure(input, context));
  }

  @Mutation(() => ProtectiveMeasureResult, {
    description:
      '支援措置を更新する — another year, from a month before the end; it is never renewed by itself',
  })
  async renewProtectiveMeasure(
    @Arg('id', () => ID) id: string,
    @Ctx() context: CollaborationContext,
  ): Promise<typeof ProtectiveMeasureResult> {
    return told(await renewMeasure(id, context));
  }

  @Mutation(() => ProtectiveMeasureResult, {
    description: '支援措置を終了する — end a measure; it bites on the next request',
  })
  endProtectiveMeasure(
    @Arg('id', () => ID) id: string,
    @Ctx() context: CollaborationContext,
  ): Promise<typeof ProtectiveMeasureResult> {
    return endMeasure(id, context);
  }

  @Query(() => [ProtectiveMeasure], {
    description:
      '支援措置の一覧 — measures that your office handles, those that end first come first; nothing to anybody but its protection officers',
  })
  async protectiveMeasures(
    @Ctx() { manager, viewer, now, recorder }: CollaborationContext,
  ): Promise<readonly ProtectiveMeasure[]> {
    const office = viewer.roles.includes(Role.PROTECTION_OFFICER) ? viewer.office : NO_OFFICE;
    const found = await findMeasures(manager, { office, staffId: viewer.staffId }, { today: japanDate(now) });
    const field = 'Query.protectiveMeasures';
    if (found.length === 0) recorder.noteAbsent(Category.HOUSEHOLD, field);
    else
      recorder.add({
        kind: 'READING',
        outcome: 'PERMITTED',
        items: found.map(({ id }) => ({ fields: [field], evidence: id })),
      });
    return found.map(measureOf);
  }

  @NotPersonal('decides for itself')
  @FieldResolver(() => Person, { description: '本人 — who is protected' })
  person(@Root() { stored }: ProtectiveMeasure): Person {
    return personOf(stored.person);
  }

  @NotPersonal('published facts of offices')
  @FieldResolver(() => [Office], { description: '取扱機関 — offices that handle it' })
  handlingOffices(
    @Root() { stored }: ProtectiveMeasure,
    @Ctx() context: CollaborationContext,
  ): Promise<readonly Office[]> {
    return Promise.all(stored.handlingOffices.map((code) => officeOf(code, context)));
  }
}

const measureOf = (stored: StoredMeasure): ProtectiveMeasure => {
  const { id, restrictedStaff, from, to } = stored;
  return Object.assign(new ProtectiveMeasure(), {
    stored,
    id,
    restrictedStaff,
    from,
    to,
    renewableFrom: renewableFrom(to),
  });
};

const told = (changed: StoredMeasure | { readonly problems: readonly string[] }) =>
  'problems' in changed ? changed : { measure: measureOf(changed) };
