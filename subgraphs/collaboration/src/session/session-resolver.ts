import { about, Disclosed, mayShow, NotPersonal, requirePurpose } from '@kasane/subgraph-kit';
import { Category, personId } from '@kasane/vocabulary';
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { CollaborationContext } from '../context.js';
import { Household } from '../household/household.js';
import { openHouseholds } from '../household/household-resolver.js';
import { officeOf } from '../office/office.js';
import { Office } from '../office/office-type.js';
import { Person, personOf } from '../person/person.js';
import { openSessions, sessionInHand } from './open-session.js';
import { RefusalJustification, ReleaseApproval, StatutorySession } from './session.js';
import { leads, seatIn, SessionState } from './session-access.js';
import { ConveneSessionInput, SessionMemberInput } from './session-input.js';
import { findSessionsOf } from './session-repository.js';
import { SessionResult } from './session-results.js';
import {
  acceptSecrecy,
  addSessionMember,
  approveRelease,
  closeSession,
  conveneSession,
  justifyDespiteRefusal,
  personsToBeKnown,
  type ChangedSession,
} from './session-service.js';

const EACH_DECIDES = 'each of them decides for itself';

@Resolver(() => StatutorySession)
export class SessionResolver {
  @Query(() => StatutorySession, {
    nullable: true,
    description:
      '法令に基づく場 — one session; only its members, and the coordinators of the office that convened it, find it',
  })
  statutorySession(
    @Arg('id', () => ID) id: string,
    @Ctx() context: CollaborationContext,
  ): Promise<StatutorySession> {
    requirePurpose(context.viewer);
    return sessionInHand(id, context, 'Query.statutorySession');
  }

  @Query(() => [StatutorySession], {
    description: '自分の関わる場 — sessions that you sit in or lead, the newest first; at most 100',
  })
  async myStatutorySessions(
    @Arg('withOver', () => Boolean, { defaultValue: false, description: '終了した場も — those over too' })
    withOver: boolean,
    @Ctx() context: CollaborationContext,
  ): Promise<readonly StatutorySession[]> {
    const { manager, viewer, now } = context;
    requirePurpose(viewer);
    return openSessions(context, await findSessionsOf(manager, viewer, { now, withOver }));
  }

  @Mutation(() => SessionResult, {
    description: '法令に基づく場を招集する — convene a session about households that you work with',
  })
  async conveneSession(
    @Arg('input', () => ConveneSessionInput) input: ConveneSessionInput,
    @Ctx() context: CollaborationContext,
  ): Promise<typeof SessionResult> {
    requirePurpose(context.viewer);
    return told(await conveneSession(input, context), context, 'Mutation.conveneSession');
  }

  @Mutation(() => SessionResult, { description: '構成員を加える — put somebody on the roster' })
  async addSessionMember(
    @Arg('session', () => ID) session: string,
    @Arg('member', () => SessionMemberInput) member: SessionMemberInput,
    @Ctx() context: CollaborationContext,
  ): Promise<typeof SessionResult> {
    requirePurpose(context.viewer);
    return told(await addSessionMember(session, member, context), context, 'Mutation.addSessionMember');
  }

  @Mutation(() => SessionResult, {
    description: '守秘義務を確認する — accept the duty of confidentiality, for yourself',
  })
  async acceptSecrecy(
    @Arg('session', () => ID) session: string,
    @Ctx() context: CollaborationContext,
  ): Promise<typeof SessionResult> {
    requirePurpose(context.viewer);
    return told(await acceptSecrecy(session, context), context, 'Mutation.acceptSecrecy');
  }

  @Mutation(() => SessionResult, {
    description: '不同意の人を扱う理由を記録する — record why this session goes on although a person refused',
  })
  async justifyDespiteRefusal(
    @Arg('session', () => ID) session: string,
    @Arg('person', () => ID) person: string,
    @Arg('reason', () => String) reason: string,
    @Ctx() context: CollaborationContext,
  ): Promise<typeof SessionResult> {
    requirePurpose(context.viewer);
    const changed = await justifyDespiteRefusal(session, personId(person), reason, context);
    return told(changed, context, 'Mutation.justifyDespiteRefusal');
  }

  @Mutation(() => SessionResult, {
    description: '厳重秘匿の記録を承認する — agree to what an owner released of the closed tier (T4)',
  })
  async approveRelease(
    @Arg('session', () => ID) session: string,
    @Arg('release', () => ID, { description: '提供の番号 — id of the release, as its owner told it' })
    release: string,
    @Ctx() context: CollaborationContext,
  ): Promise<typeof SessionResult> {
    requirePurpose(context.viewer);
    return told(await approveRelease(session, release, context), context, 'Mutation.approveRelease');
  }

  @Mutation(() => SessionResult, {
    description: '場を終了する — close a session; it bites on the next request',
  })
  async closeSession(
    @Arg('session', () => ID) session: string,
    @Ctx() context: CollaborationContext,
  ): Promise<typeof SessionResult> {
    requirePurpose(context.viewer);
    return told(await closeSession(session, context), context, 'Mutation.closeSession');
  }

  @NotPersonal('published facts of an office')
  @FieldResolver(() => Office, { description: '招集した機関 — office that convened it' })
  conveningOffice(
    @Root() { stored }: StatutorySession,
    @Ctx() context: CollaborationContext,
  ): Promise<Office> {
    return officeOf(stored.office, context);
  }

  // Words about everybody on the agenda, by who leads it and for who leads it: members hear them in the session.
  @Disclosed(Category.INVOLVEMENT)
  @FieldResolver(() => String, {
    nullable: true,
    description: '同意によらない理由 — why it goes on without consent; to who leads it',
  })
  whyNoConsent(@Root() { stored }: StatutorySession, @Ctx() { viewer }: CollaborationContext): string | null {
    return leads(stored, viewer) ? stored.whyNoConsent : null;
  }

  @NotPersonal(EACH_DECIDES)
  @FieldResolver(() => [Person], {
    nullable: true,
    description:
      '議題の人 — those on the agenda of whom you may know; null until you accepted the duty of confidentiality, and outside the session',
  })
  async persons(
    @Root() session: StatutorySession,
    @Ctx() context: CollaborationContext,
  ): Promise<readonly Person[] | null> {
    if (!isWithin(session, context)) return null;
    const persons = personsToBeKnown(session, context);
    // Named together, so that one grant speaks of them all.
    await Promise.all(persons.map((person) => context.scope.admit(person)));
    for (const person of persons)
      context.recorder.note(
        person,
        Category.HOUSEHOLD,
        'StatutorySession.persons',
        context.scope.permitFor(person, Category.HOUSEHOLD),
      );
    return persons.map(personOf);
  }

  @NotPersonal(EACH_DECIDES)
  @FieldResolver(() => [Household], {
    nullable: true,
    description:
      '議題の世帯 — households on the agenda of which you may know; null until you accepted the duty of confidentiality, and outside the session',
  })
  async households(
    @Root() session: StatutorySession,
    @Ctx() context: CollaborationContext,
  ): Promise<readonly Household[] | null> {
    if (!isWithin(session, context)) return null;
    return openHouseholds(context, session.stored.households, 'StatutorySession.households');
  }

  @NotPersonal(EACH_DECIDES)
  @FieldResolver(() => [RefusalJustification], {
    description: '不同意の人を扱う理由 — why the session goes on although somebody refused',
  })
  justifications(
    @Root() { stored }: StatutorySession,
    @Ctx() context: CollaborationContext,
  ): readonly RefusalJustification[] {
    return stored.justifications
      .filter(
        ({ person }) =>
          // Whoever is masked is not on the agenda, as far as the viewer may know.
          context.scope.mayBeNamed(person) &&
          mayShow(context, [person], Category.INVOLVEMENT, 'StatutorySession.justifications'),
      )
      .map(({ person, ...rest }) =>
        about(Object.assign(new RefusalJustification(), rest, { person: personOf(person) }), [person]),
      );
  }

  @NotPersonal('opaque ids of releases, told to who leads the session')
  @FieldResolver(() => [ReleaseApproval], {
    nullable: true,
    description: '承認した提供 — releases of the closed tier that were agreed to; to who leads it',
  })
  approvals(
    @Root() { stored }: StatutorySession,
    @Ctx() { viewer }: CollaborationContext,
  ): readonly ReleaseApproval[] | null {
    return leads(stored, viewer)
      ? stored.approvals.map((approval) => Object.assign(new ReleaseApproval(), approval))
      : null;
  }
}

/** Who leads a session is within it always; a member, bound to secrecy, while it is open. */
const isWithin = ({ stored, state }: StatutorySession, { viewer }: CollaborationContext): boolean =>
  leads(stored, viewer) ||
  (state === SessionState.OPEN && (seatIn(stored, viewer)?.pledgedAt ?? null) !== null);

async function told(
  changed: ChangedSession,
  context: CollaborationContext,
  field: string,
): Promise<typeof SessionResult> {
  return 'id' in changed ? { session: await sessionInHand(changed.id, context, field) } : changed;
}
