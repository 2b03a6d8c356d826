import { mayShow, NotPersonal, requirePurpose, type PersonalRecord } from '@kasane/subgraph-kit';
import { Category, Level } from '@kasane/vocabulary';
import { ArrayNotEmpty, MaxLength } from 'class-validator';
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { SupportCase } from '../case/case.js';
import type { CollaborationContext } from '../context.js';
import { openHouseholds } from '../household/household-resolver.js';
import { officeOf } from '../office/office.js';
import { Office } from '../office/office-type.js';
import { personOf } from '../person/person.js';
import {
  AgendaItem,
  Conference,
  ConferenceMaterial,
  ConferenceMinutes,
  ConferenceRole,
} from './conference.js';
import { MaterialInput, MeetingInput, MinutesInput, ParticipantInput } from './conference-input.js';
import { AgendaOutcome, ConferenceKind } from './conference-kind.js';
import {
  addConferenceMaterial,
  inviteToConference,
  recordAgendaResult,
  recordAttendance,
} from './conference-papers.js';
import { conferencesOf, readConferences } from './conference-repository.js';
import { ConferenceResult } from './conference-results.js';
import {
  conveneMultilayerConference,
  moveToMultilayer,
  openSupportConference,
  type ChangedConference,
} from './convene-conference.js';
import { approveMinutes, saveMinutes } from './minutes.js';
import {
  agendaOf,
  agreedMinutes,
  conferenceInHand,
  materialsOf,
  minutesOf,
  openConferences,
  roleOf,
} from './open-conference.js';

const EACH_DECIDES = 'each of them decides for itself, and leaves no gap';

@InputType({ description: '出席 — somebody who came' })
export class AttendeeInput {
  @Field(() => ID, { description: '席 — the seat, as the roster gives it' })
  @MaxLength(300)
  seat!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      '守秘義務の確認 — signed the duty of confidentiality on paper, and was told that what they are shown is recorded',
  })
  pledged!: boolean;
}

@InputType({ description: '重層的支援会議の対象 — whom a 重層的支援会議 is about' })
export class MultilayerInput {
  @Field(() => ID, { description: 'ケース — id of the case' })
  @MaxLength(64)
  case!: string;

  @Field(() => [ID], { description: '対象者 — those of the household who consented to it' })
  @ArrayNotEmpty()
  persons!: string[];
}

@Resolver(() => Conference)
export class ConferenceResolver {
  @Query(() => Conference, {
    nullable: true,
    description: '会議 — one conference; only who sits in it, leads it or may read its papers finds it',
  })
  conference(@Arg('id', () => ID) id: string, @Ctx() context: CollaborationContext): Promise<Conference> {
    requirePurpose(context.viewer);
    return conferenceInHand(id, context, 'Query.conference');
  }

  @Query(() => [Conference], {
    description: '自分の会議 — conferences that you lead or are invited to, the latest first; at most 100',
  })
  async myConferences(
    @Arg('withPast', () => Boolean, { defaultValue: false, description: '開催済も — those held too' })
    withPast: boolean,
    @Ctx() context: CollaborationContext,
  ): Promise<readonly Conference[]> {
    const { manager, viewer, now } = context;
    requirePurpose(viewer);
    const ids = await conferencesOf(manager, viewer, { now, withPast });
    return openConferences(context, await readConferences(manager, ids));
  }

  @Mutation(() => ConferenceResult, {
    description:
      '支援会議の会議資料を始める — open the papers of a 支援会議, in its session; name CONFERENCE_RECORD among the session’s categories for its members to read them',
  })
  async openSupportConference(
    @Arg('session', () => ID) session: string,
    @Arg('meeting', () => MeetingInput) meeting: MeetingInput,
    @Ctx() context: CollaborationContext,
  ): Promise<typeof ConferenceResult> {
    requirePurpose(context.viewer);
    const changed = await openSupportConference(session, meeting, context);
    return told(changed, context, 'Mutation.openSupportConference');
  }

  @Mutation(() => ConferenceResult, {
    description: '重層的支援会議を開く — convene a 重層的支援会議 about those of a case who consented to it',
  })
  async conveneMultilayerConference(
    @Arg('about', () => MultilayerInput) { case: caseId, persons }: MultilayerInput,
    @Arg('meeting', () => MeetingInput) meeting: MeetingInput,
    @Ctx() context: CollaborationContext,
  ): Promise<typeof ConferenceResult> {
    requirePurpose(context.viewer);
    const changed = await conveneMultilayerConference({ caseId, persons }, meeting, context);
    return told(changed, context, 'Mutation.conveneMultilayerConference');
  }

  @Mutation(() => ConferenceResult, {
    description:
      '支援会議から重層的支援会議へ移る — go on by consent: agenda and roster come along, the session of the 支援会議 is closed',
  })
  async moveToMultilayerConference(
    @Arg('conference', () => ID, { description: '支援会議 — the one to go on from' }) conference: string,
    @Arg('about', () => MultilayerInput) { case: caseId, persons }: MultilayerInput,
    @Arg('meeting', () => MeetingInput) meeting: MeetingInput,
    @Ctx() context: CollaborationContext,
  ): Promise<typeof ConferenceResult> {
    requirePurpose(context.viewer);
    const changed = await moveToMultilayer(conference, { caseId, persons }, meeting, context);
    return told(changed, context, 'Mutation.moveToMultilayerConference');
  }

  @Mutation(() => ConferenceResult, { description: '会議に招く — invite more people' })
  async inviteToConference(
    @Arg('conference', () => ID) conference: string,
    @Arg('participants', () => [ParticipantInput]) participants: ParticipantInput[],
    @Ctx() context: CollaborationContext,
  ): Promise<typeof ConferenceResult> {
    requirePurpose(context.viewer);
    const changed = await inviteToConference(conference, participants, context);
    return told(changed, context, 'Mutation.inviteToConference');
  }

  @Mutation(() => ConferenceResult, {
    description: '会議資料を加える — record what is laid on the table: what it is, never a copy of a record',
  })
  async addConferenceMaterial(
    @Arg('conference', () => ID) conference: string,
    @Arg('material', () => MaterialInput) material: MaterialInput,
    @Ctx() context: CollaborationContext,
  ): Promise<typeof ConferenceResult> {
    requirePurpose(context.viewer);
    const changed = await addConferenceMaterial(conference, material, context);
    return told(changed, context, 'Mutation.addConferenceMaterial');
  }

  @Mutation(() => ConferenceResult, { description: '出席を記録する — record who came' })
  async recordAttendance(
    @Arg('conference', () => ID) conference: string,
    @Arg('attendees', () => [AttendeeInput]) attendees: AttendeeInput[],
    @Ctx() context: CollaborationContext,
  ): Promise<typeof ConferenceResult> {
    requirePurpose(context.viewer);
    const changed = await recordAttendance(conference, attendees, context);
    return told(changed, context, 'Mutation.recordAttendance');
  }

  @Mutation(() => ConferenceResult, {
    description: '議題の検討結果を記録する — record what came of an item of the agenda, once',
  })
  async recordAgendaResult(
    @Arg('conference', () => ID) conference: string,
    @Arg('item', () => ID) item: string,
    @Arg('outcome', () => AgendaOutcome) outcome: AgendaOutcome,
    @Arg('words', () => String, { description: '内容 — in words' }) words: string,
    @Ctx() context: CollaborationContext,
  ): Promise<typeof ConferenceResult> {
    requirePurpose(context.viewer);
    const changed = await recordAgendaResult(conference, item, { outcome, words }, context);
    return told(changed, context, 'Mutation.recordAgendaResult');
  }

  @Mutation(() => ConferenceResult, {
    description: '会議録を保存する — write the next version of the minutes; older ones stay',
  })
  async saveConferenceMinutes(
    @Arg('conference', () => ID) conference: string,
    @Arg('minutes', () => MinutesInput) minutes: MinutesInput,
    @Ctx() context: CollaborationContext,
  ): Promise<typeof ConferenceResult> {
    requirePurpose(context.viewer);
    const changed = await saveMinutes(conference, minutes, context);
    return told(changed, context, 'Mutation.saveConferenceMinutes');
  }

  @Mutation(() => ConferenceResult, {
    description: '会議録を承認する — approve the newest version of the minutes',
  })
  async approveConferenceMinutes(
    @Arg('conference', () => ID) conference: string,
    @Arg('version', () => Int) version: number,
    @Ctx() context: CollaborationContext,
  ): Promise<typeof ConferenceResult> {
    requirePurpose(context.viewer);
    const changed = await approveMinutes(conference, version, context);
    return told(changed, context, 'Mutation.approveConferenceMinutes');
  }

  @NotPersonal('published facts of an office')
  @FieldResolver(() => Office, { description: '主宰した機関 — office that convened it' })
  conveningOffice(@Root() { stored }: Conference, @Ctx() context: CollaborationContext): Promise<Office> {
    return officeOf(stored.office, context);
  }

  @NotPersonal(EACH_DECIDES)
  @FieldResolver(() => [ID], {
    description: '議題の世帯 — ids of the households on its agenda of which you may know',
  })
  async householdIds(
    @Root() { stored }: Conference,
    @Ctx() context: CollaborationContext,
  ): Promise<readonly string[]> {
    const ids = [...new Set(stored.people.map(({ household }) => household))];
    return (await openHouseholds(context, ids, 'Conference.householdIds')).map(({ id }) => id);
  }

  @NotPersonal(EACH_DECIDES)
  @FieldResolver(() => [AgendaItem], { description: '議題 — agenda, as far as you may read it' })
  agenda(@Root() { stored }: Conference, @Ctx() context: CollaborationContext): readonly AgendaItem[] {
    return shown(agendaOf(stored, context), 'Conference.agenda', context);
  }

  @NotPersonal(EACH_DECIDES)
  @FieldResolver(() => [ConferenceMaterial], { description: '会議資料 — materials' })
  materials(
    @Root() { stored }: Conference,
    @Ctx() context: CollaborationContext,
  ): readonly ConferenceMaterial[] {
    return shown(materialsOf(stored, context), 'Conference.materials', context);
  }

  @NotPersonal(EACH_DECIDES)
  @FieldResolver(() => [ConferenceMinutes], { description: '会議録 — every version, the newest first' })
  minutes(
    @Root() { stored }: Conference,
    @Ctx() context: CollaborationContext,
  ): readonly ConferenceMinutes[] {
    const versions = stored.minutes.map((version) => minutesOf(stored, version, context)).toReversed();
    return shown(versions, 'Conference.minutes', context);
  }

  @NotPersonal(EACH_DECIDES)
  @FieldResolver(() => [ConferenceRole], {
    description: '役割分担 — the role table that was approved last',
  })
  roles(@Root() { stored }: Conference, @Ctx() context: CollaborationContext): readonly ConferenceRole[] {
    const roles = agreedMinutes(stored)?.roles ?? [];
    return shown(
      roles.map((role) => roleOf(stored, role, context)),
      'Conference.roles',
      context,
    );
  }
}

@Resolver(() => SupportCase)
export class CaseConferencesResolver {
  @NotPersonal(EACH_DECIDES)
  @FieldResolver(() => [Conference], {
    description: '会議 — the conferences about it of which you may know, the latest first',
  })
  async conferences(
    @Root() { row }: SupportCase,
    @Ctx() context: CollaborationContext,
  ): Promise<readonly Conference[]> {
    const all = await context.loaders.conferences.load(row.householdId);
    return openConferences(
      context,
      all.filter(({ kind, caseId }) => kind === ConferenceKind.SUPPORT || caseId === row.id),
      [row.householdId],
    );
  }

  /** An office sees here what it took upon itself, though the rest of the minutes is closed to it. */
  @NotPersonal(EACH_DECIDES)
  @FieldResolver(() => [ConferenceRole], {
    description:
      '会議で決めた役割分担 — roles that conferences agreed on: your office’s own, and those that you may read',
  })
  async conferenceRoles(
    @Root() { row }: SupportCase,
    @Ctx() context: CollaborationContext,
  ): Promise<readonly ConferenceRole[]> {
    const all = await context.loaders.conferences.load(row.householdId);
    const roles = all.flatMap((stored) =>
      (agreedMinutes(stored)?.roles ?? [])
        .filter(({ household }) => household === row.householdId)
        .map((role) => roleOf(stored, role, context)),
    );
    return shown(roles, 'SupportCase.conferenceRoles', context);
  }
}

/** Those that may be read, each for itself. */
const shown = <T extends PersonalRecord>(
  records: readonly T[],
  field: string,
  context: CollaborationContext,
): readonly T[] =>
  records.filter((record) =>
    mayShow(context, record.subjects ?? [], Category.CONFERENCE_RECORD, field, {
      level: Level.SUMMARY,
      record,
    }),
  );

async function told(
  changed: ChangedConference,
  context: CollaborationContext,
  field: string,
): Promise<typeof ConferenceResult> {
  if ('id' in changed) return { conference: await conferenceInHand(changed.id, context, field) };
  if ('missing' in changed) return { persons: changed.missing.map(personOf) };
  if (!('changed' in changed)) return changed;
  const { changed: stored } = changed;
  const newest = stored.minutes.at(-1);
  return {
    version: newest?.version ?? 0,
    newest: newest ? minutesOf(stored, newest, context) : null,
  };
}
