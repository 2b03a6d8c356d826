import { Disclosed, mayShow, NotPersonal, requirePurpose } from '@kasane/subgraph-kit';
import { Category, ErrorCode, HubError, officeCode, staffId } from '@kasane/vocabulary';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { RosterSeat, SupportCase } from '../case/case.js';
import { wordsOf } from '../case/case-step.js';
import { supportCaseOf } from '../case/coordinate-case.js';
import { pageOf, readPlace, requirePage, type Connection } from '../connection.js';
import type { CollaborationContext } from '../context.js';
import { MAX_PAGE } from '../household/household.js';
import { PartnerKind, PartnerResult, registerPartner } from '../office/partner.js';
import type { ChangedRoster } from './change-roster.js';
import { endEntrustment, transferStaff, type MovedOffice } from './office-moves.js';
import { RosterChange, RosterChangeConnection, rosterChangeOf } from './roster-change.js';
import { OfficeMoveResult, RosterResult } from './roster-results.js';
import { assignDuty, endSeat, handOverSeat, seatOffice, setResponsibility } from './roster-service.js';
import { rosterSeatsOf } from './seat-in-hand.js';
import { DutyInput, SeatInput, SuccessorInput } from './seat-input.js';
import { Responsibility } from './seat-words.js';
import { MAX_WAITING, seatsToShow, seatsWaiting } from './seats-waiting.js';

const VERSION = '版 — the version of the seat that you saw';
const LAST_DAY = '最終日 — last day (YYYY-MM-DD); rights end at 24:00 in Japan';
/** Days ahead for which one may ask what is to be looked at again. */
const MAX_DAYS_AHEAD = 366;

@Resolver(() => SupportCase)
export class RosterResolver {
  @Mutation(() => RosterResult, {
    description: '支援体制に機関を加える — put an office on the roster of a case',
  })
  async seatOffice(
    @Arg('case', () => ID) id: string,
    @Arg('input', () => SeatInput) input: SeatInput,
    @Ctx() context: CollaborationContext,
  ): Promise<typeof RosterResult> {
    requirePurpose(context.viewer);
    return told(await seatOffice(id, input, context), context);
  }

  @Mutation(() => RosterResult, { description: '席を終える — end a seat with a day; what it wrote stays' })
  async endSeat(
    @Arg('seat', () => ID) id: string,
    @Arg('expectedVersion', () => Int, { description: VERSION }) expected: number,
    @Arg('lastDay', () => String, { description: LAST_DAY }) lastDay: string,
    @Arg('reason', () => String, { nullable: true, description: '理由 — why' })
    reason: string | null | undefined,
    @Ctx() context: CollaborationContext,
  ): Promise<typeof RosterResult> {
    requirePurpose(context.viewer);
    const changed = await endSeat({ id, expected }, lastDay, reason ?? undefined, context);
    return told(changed, context);
  }

  @Mutation(() => RosterResult, {
    description: '担当者を交代する — give a seat to another worker of the same office',
  })
  async handOverSeat(
    @Arg('seat', () => ID) id: string,
    @Arg('expectedVersion', () => Int, { description: VERSION }) expected: number,
    @Arg('successor', () => SuccessorInput) successor: SuccessorInput,
    @Ctx() context: CollaborationContext,
  ): Promise<typeof RosterResult> {
    requirePurpose(context.viewer);
    return told(await handOverSeat({ id, expected }, successor, context), context);
  }

  @Mutation(() => RosterResult, {
    description: '主担当・副担当を決める — make a seat the lead or deputy; the one before becomes a member',
  })
  async setResponsibility(
    @Arg('seat', () => ID) id: string,
    @Arg('expectedVersion', () => Int, { description: VERSION }) expected: number,
    @Arg('responsibility', () => Responsibility) responsibility: Responsibility,
    @Ctx() context: CollaborationContext,
  ): Promise<typeof RosterResult> {
    requirePurpose(context.viewer);
    const changed = await setResponsibility({ id, expected }, responsibility, context);
    return told(changed, context);
  }

  @Mutation(() => RosterResult, {
    description: '役割を決める — say what a seat does, and when that is looked at again',
  })
  async assignDuty(
    @Arg('seat', () => ID) id: string,
    @Arg('expectedVersion', () => Int, { description: VERSION }) expected: number,
    @Arg('input', () => DutyInput) input: DutyInput,
    @Ctx() context: CollaborationContext,
  ): Promise<typeof RosterResult> {
    requirePurpose(context.viewer);
    return told(await assignDuty({ id, expected }, input, context), context);
  }

  @Mutation(() => OfficeMoveResult, {
    description:
      '職員の異動 — end with a day all seats of a worker of your office; you hold each from the next day on, until somebody takes it',
  })
  async transferStaff(
    @Arg('staff', () => ID, { description: '異動する職員 — staff id' }) staff: string,
    @Arg('lastDay', () => String, { description: LAST_DAY }) lastDay: string,
    @Ctx() context: CollaborationContext,
  ): Promise<typeof OfficeMoveResult> {
    requirePurpose(context.viewer);
    return toldMove(await transferStaff(staffId(staff), lastDay, context), lastDay, context);
  }

  @Mutation(() => OfficeMoveResult, {
    description: '委託の終了 — end with a day all seats of an office whose entrustment ends; by the city',
  })
  async endEntrustment(
    @Arg('office', () => ID, { description: '受託機関 — code of the office' }) office: string,
    @Arg('lastDay', () => String, { description: LAST_DAY }) lastDay: string,
    @Arg('reason', () => String, { description: '理由 — why' }) reason: string,
    @Ctx() context: CollaborationContext,
  ): Promise<typeof OfficeMoveResult> {
    requirePurpose(context.viewer);
    return toldMove(await endEntrustment(officeCode(office), lastDay, reason, context), lastDay, context);
  }

  @Mutation(() => PartnerResult, {
    description:
      '機関を登録する — put a school, a nursery or another partner without an account into the directory, so that it can take a seat',
  })
  async registerPartner(
    @Arg('name', () => String, { description: '名称 — name' }) name: string,
    @Arg('kind', () => PartnerKind) kind: PartnerKind,
    @Ctx() context: CollaborationContext,
  ): Promise<typeof PartnerResult> {
    requirePurpose(context.viewer);
    return registerPartner(name, kind, context);
  }

  @NotPersonal('each of them decides for itself')
  @Query(() => [RosterSeat], {
    description: `対応が必要な席 — seats of your office without a worker (managers), and those to be looked at again (coordinators), the soonest first; at most ${MAX_WAITING}`,
  })
  async seatsWaiting(
    @Arg('withinDays', () => Int, { defaultValue: 30, description: `0 to ${MAX_DAYS_AHEAD}` })
    withinDays: number,
    @Ctx() context: CollaborationContext,
  ): Promise<readonly RosterSeat[]> {
    requirePurpose(context.viewer);
    if (withinDays < 0 || withinDays > MAX_DAYS_AHEAD)
      throw new HubError(ErrorCode.BAD_USER_INPUT, `withinDays must be between 0 and ${MAX_DAYS_AHEAD}.`);
    return seatsWaiting(withinDays, context);
  }

  @NotPersonal('each change decides for itself')
  @FieldResolver(() => RosterChangeConnection, {
    description: '支援体制の経緯 — changes of the roster, the newest first',
  })
  async rosterHistory(
    @Root() { row }: SupportCase,
    @Arg('first', () => Int, { defaultValue: 20, description: `at most ${MAX_PAGE}` }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null | undefined,
    @Ctx() context: CollaborationContext,
  ): Promise<Connection<RosterChange>> {
    requirePage(first);
    const { loaders, scope } = context;
    const known = scope
      .membersOf(row.householdId)
      .filter((person) => scope.permits([person], Category.INVOLVEMENT));
    const sight = { open: known, own: [] };
    const before = after ? readPlace(after) : undefined;
    const [rows, all] = await Promise.all([
      loaders.rosterChanges.load({ of: row.id, limit: first + 1, before, sight }),
      loaders.livingIn.load(row.householdId),
    ]);
    const changes = rows.flatMap((each) => rosterChangeOf(each, { known, all }) ?? []);
    for (const { subjects = [] } of changes.slice(0, first))
      mayShow(context, subjects, Category.INVOLVEMENT, 'SupportCase.rosterHistory');
    return pageOf(
      changes,
      first,
      ({ at, id }) => ({ at: at.toISOString(), id }),
      (each) => each,
    );
  }
}

@Resolver(() => RosterChange)
export class RosterChangeResolver {
  // Besides those whom the record concerns, its words may speak of everybody in the household.
  @Disclosed(Category.NOTES)
  @FieldResolver(() => String, { nullable: true, description: '理由 — why' })
  reason(@Root() change: RosterChange, @Ctx() context: CollaborationContext): string | null {
    return wordsOf(change, context, 'RosterChange.reason');
  }
}

async function told(changed: ChangedRoster, context: CollaborationContext): Promise<typeof RosterResult> {
  if ('problems' in changed) return changed;
  const { loaders, scope } = context;
  const { row } = changed.of;
  loaders.seats.clear(row.id);
  const id = 'newer' in changed ? changed.newer : changed.seat;
  const seats = (await loaders.seats.load(row.id)).filter((seat) => seat.id === id);
  const [seat = null] = await rosterSeatsOf(seats, scope.membersOf(row.householdId), context);
  return 'newer' in changed ? { newer: seat } : { case: supportCaseOf(changed.of), seat };
}

async function toldMove(
  moved: MovedOffice,
  lastDay: string,
  context: CollaborationContext,
): Promise<typeof OfficeMoveResult> {
  if ('problems' in moved) return moved;
  const found = moved.seats.map(({ seat, household }) => ({ id: seat.id, household }));
  return { lastDay, seats: await seatsToShow(found, context) };
}
