import { Disclosed, mayShow, NotPersonal, registerLabelledEnum, requirePurpose } from '@kasane/subgraph-kit';
import { Category, ErrorCode, HubError, Level } from '@kasane/vocabulary';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { SupportCase } from '../case/case.js';
import { requireCaseWorker } from '../case/case-worker.js';
import { pageOf, readPlace, requirePage, type Connection } from '../connection.js';
import type { CollaborationContext } from '../context.js';
import { toldTogether } from '../disclosure/told-together.js';
import { charProblems } from '../input.js';
import { officeOf } from '../office/office.js';
import { Office } from '../office/office-type.js';
import { Person, personOf } from '../person/person.js';
import {
  acceptReferral,
  completeReferral,
  recordFirstContact,
  sendBackReferral,
  withdrawReferral,
  type SteppedReferral,
} from './answer-referral.js';
import { isParty, letterOf, notesOf, referralInHand, referralNode, withoutKept } from './open-referral.js';
import { ReferralInput } from './referral-input.js';
import { findReferralsOf, ReferralBox, type StoredReferral } from './referral-repository.js';
import { SendBackReason, WithdrawnBy } from './referral-words.js';
import { Referral, ReferralConnection, ReferralLetter, ReferralNote, ReferralResult } from './referral.js';
import { sendReferral } from './send-referral.js';

registerLabelledEnum(
  ReferralBox,
  'ReferralBox',
  { ja: 'つなぎの箱', en: 'tray of referrals' },
  {
    INBOX: { ja: '届いたもの', en: 'to your office' },
    SENT: { ja: '送ったもの', en: 'from your office' },
  },
);

const EXPECTED = '見ていた版 — version of the referral that you saw';
const BETWEEN_OFFICES = 'which two offices it goes between';

@Resolver(() => Referral)
export class ReferralResolver {
  @Query(() => ReferralConnection, {
    description: 'つなぎの一覧 — referrals of your office, the newest first',
  })
  async referrals(
    @Arg('box', () => ReferralBox) box: ReferralBox,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null | undefined,
    @Ctx() context: CollaborationContext,
  ): Promise<Connection<Referral>> {
    const { viewer, manager } = context;
    requirePurpose(viewer);
    requireCaseWorker(viewer);
    requirePage(first);
    const known: StoredReferral[] = [];
    // Filled up from the next: a page that is shorter would tell of what the viewer is kept from.
    for (let place = after ? readPlace(after) : undefined; ;) {
      const limit = first + 1;
      const found = await findReferralsOf(manager, viewer.office, { box, after: place, limit });
      known.push(...(await withoutKept(context, found, 'Query.referrals')));
      const last = found.at(-1);
      if (!last || found.length < limit || known.length >= limit) break;
      place = placeOf(last);
    }
    return pageOf(known, first, placeOf, referralNode);
  }

  @Query(() => Referral, {
    nullable: true,
    description: 'つなぎ — one referral; only the two offices between which it goes find it',
  })
  async referral(@Arg('id', () => ID) id: string, @Ctx() context: CollaborationContext): Promise<Referral> {
    requirePurpose(context.viewer);
    requireCaseWorker(context.viewer);
    return referralNode(await referralInHand(id, context, 'Query.referral'));
  }

  @Mutation(() => ReferralResult, { description: 'つなぐ — refer people of a case to another office' })
  async sendReferral(
    @Arg('case', () => ID) id: string,
    @Arg('input', () => ReferralInput) input: ReferralInput,
    @Ctx() context: CollaborationContext,
  ): Promise<typeof ReferralResult> {
    requirePurpose(context.viewer);
    return told(await sendReferral(id, input, context));
  }

  @Mutation(() => ReferralResult, {
    description:
      'つなぎを受理する — accept a referral; you take a seat in the case for those whom it is about',
  })
  async acceptReferral(
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int, { description: EXPECTED }) expected: number,
    @Arg('workerName', () => String, { description: '担当者の氏名 — your name on the roster' })
    workerName: string,
    @Ctx() context: CollaborationContext,
  ): Promise<typeof ReferralResult> {
    requirePurpose(context.viewer);
    return told(await acceptReferral({ id, expected }, requireShort(workerName, 128), context));
  }

  @Mutation(() => ReferralResult, { description: 'つなぎを差し戻す — send a referral back, with a reason' })
  async sendBackReferral(
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int, { description: EXPECTED }) expected: number,
    @Arg('reason', () => SendBackReason, { description: '理由 — told to the sender' }) reason: SendBackReason,
    @Arg('text', () => String, { nullable: true }) text: string | null | undefined,
    @Ctx() context: CollaborationContext,
  ): Promise<typeof ReferralResult> {
    requirePurpose(context.viewer);
    return told(await sendBackReferral({ id, expected }, reason, requireShort(text ?? null), context));
  }

  @Mutation(() => ReferralResult, {
    description:
      '初回接触を記録する — record the first contact with the person; a case that was handed over ends with it',
  })
  async recordFirstContact(
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int, { description: EXPECTED }) expected: number,
    @Arg('on', () => String, { description: '初回接触日 — when (YYYY-MM-DD)' }) on: string,
    @Arg('text', () => String, { nullable: true }) text: string | null | undefined,
    @Ctx() context: CollaborationContext,
  ): Promise<typeof ReferralResult> {
    requirePurpose(context.viewer);
    return told(await recordFirstContact({ id, expected }, on, requireShort(text ?? null), context));
  }

  @Mutation(() => ReferralResult, { description: 'つなぎを完了する — nothing is left to do of a referral' })
  async completeReferral(
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int, { description: EXPECTED }) expected: number,
    @Arg('text', () => String, { nullable: true }) text: string | null | undefined,
    @Ctx() context: CollaborationContext,
  ): Promise<typeof ReferralResult> {
    requirePurpose(context.viewer);
    return told(await completeReferral({ id, expected }, requireShort(text ?? null), context));
  }

  @Mutation(() => ReferralResult, {
    description:
      'つなぎを取り下げる — withdraw a referral that is not complete, at the wish of the person or of an office',
  })
  async withdrawReferral(
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int, { description: EXPECTED }) expected: number,
    @Arg('by', () => WithdrawnBy) by: WithdrawnBy,
    @Arg('text', () => String, { nullable: true }) text: string | null | undefined,
    @Ctx() context: CollaborationContext,
  ): Promise<typeof ReferralResult> {
    requirePurpose(context.viewer);
    return told(await withdrawReferral({ id, expected }, by, requireShort(text ?? null), context));
  }

  @NotPersonal(BETWEEN_OFFICES)
  @FieldResolver(() => Office, { description: 'つなぎ元 — from which office' })
  fromOffice(@Root() { stored }: Referral, @Ctx() context: CollaborationContext): Promise<Office> {
    return officeOf(stored.fromOffice, context);
  }

  @NotPersonal(BETWEEN_OFFICES)
  @FieldResolver(() => Office, { description: 'つなぎ先 — to which office' })
  toOffice(@Root() { stored }: Referral, @Ctx() context: CollaborationContext): Promise<Office> {
    return officeOf(stored.toOffice, context);
  }

  @NotPersonal('told to who knows the case already: two referrals of one case would tell who lives with whom')
  @FieldResolver(() => ID, {
    nullable: true,
    description: 'ケース — id of the case, for who sent the referral or works with those whom it is about',
  })
  caseId(@Root() { stored }: Referral, @Ctx() { viewer, scope }: CollaborationContext): string | null {
    const knows =
      viewer.office === stored.fromOffice || stored.persons.every((person) => scope.worksWith(person));
    return knows ? stored.caseId : null;
  }

  @NotPersonal('each of them decides for itself')
  @FieldResolver(() => [Person], {
    description: '対象 — those whom it is about, as far as you may know of them',
  })
  persons(@Root() { stored }: Referral, @Ctx() context: CollaborationContext): readonly Person[] {
    return toldTogether(stored.persons, context.scope)
      .filter((person) => mayShow(context, [person], Category.IDENTITY, 'Referral.persons'))
      .map(personOf);
  }

  @NotPersonal('that there is more than you may see, and nothing of what it is')
  @FieldResolver(() => Boolean, { description: '非開示あり — whether something of it is withheld from you' })
  withheld(@Root() { stored }: Referral, @Ctx() { scope }: CollaborationContext): boolean {
    const letter = letterOf(stored);
    return (
      scope.permits(stored.persons, Category.IDENTITY) === undefined ||
      scope.permits(stored.persons, Category.INTAKE, { record: letter }) === undefined
    );
  }

  @Disclosed(Category.INTAKE)
  @FieldResolver(() => ReferralLetter, {
    nullable: true,
    description: 'つなぎの文面 — what the sender wrote',
  })
  letter(@Root() { stored }: Referral): ReferralLetter {
    return letterOf(stored);
  }

  @Disclosed(Category.INTAKE)
  @FieldResolver(() => [ReferralNote], {
    nullable: true,
    description: '経過の文面 — what was written with the steps',
  })
  notes(@Root() { stored }: Referral, @Ctx() { viewer }: CollaborationContext): readonly ReferralNote[] {
    return notesOf(stored, viewer);
  }
}

@Resolver(() => SupportCase)
export class CaseReferralsResolver {
  @Disclosed(Category.INVOLVEMENT)
  @FieldResolver(() => [Referral], {
    nullable: true,
    description: 'つなぎ — referrals of this case, the newest first',
  })
  async referrals(
    @Root() { row }: SupportCase,
    @Ctx() context: CollaborationContext,
  ): Promise<readonly Referral[]> {
    const known = context.scope.membersOf(row.householdId);
    const stored = (await context.loaders.referralsOf.load(row.id)).filter(
      (referral) =>
        isParty(referral, context.viewer.office) ||
        // To which office somebody went who is masked would tell why.
        referral.persons.every((person) => known.includes(person)),
    );
    const shown = await withoutKept(context, stored, 'SupportCase.referrals');
    return shown.map((referral) => referralNode(withoutReasons(referral, context)));
  }
}

/** Why it came back, and at whose wish it ended, is told to the two offices: to others it says something of the person. */
function withoutReasons(stored: StoredReferral, { viewer, scope }: CollaborationContext): StoredReferral {
  if (isParty(stored, viewer.office)) return stored;
  if (scope.permits(stored.persons, Category.INTAKE, { level: Level.DETAIL })) return stored;
  const events = stored.events.map((event) => ({ ...event, sendBackReason: null, withdrawnBy: null }));
  return { ...stored, events };
}

const placeOf = ({ sentAt, id }: StoredReferral) => ({ at: sentAt.toISOString(), id });

const told = (stepped: SteppedReferral): typeof ReferralResult => {
  if ('problems' in stepped) return stepped;
  return 'movedOn' in stepped
    ? { movedOn: referralNode(stepped.movedOn) }
    : { referral: referralNode(stepped) };
};

const MAX_TEXT = 4_000;

/** @throws {HubError} `BAD_USER_INPUT` */
function requireShort<Text extends string | null>(text: Text, max = MAX_TEXT): Text {
  if (text !== null && charProblems(text).length > 0)
    throw new HubError(ErrorCode.BAD_USER_INPUT, charProblems(text).join());
  if (text !== null && [...String(text)].length > max)
    throw new HubError(
      ErrorCode.BAD_USER_INPUT,
      `文章は${max}文字以内にしてください。 The text is too long.`,
    );
  return text;
}
