import { NotPersonal, registerLabelledEnum } from '@kasane/subgraph-kit';
import type { OfficeCode } from '@kasane/vocabulary';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import { CaseStep } from '../case/case-step.js';
import { ConferenceKind } from '../conference/conference-kind.js';
import { connectionOf } from '../connection.js';
import { ConsentEvent } from '../consent/consent.js';
import { CaseNote } from '../note/note.js';
import { ContactMethod } from '../outreach/outreach-words.js';
import { MatchState } from '../participation/participation-words.js';
import { Person } from '../person/person.js';
import { PlanState } from '../plan/plan-state.js';
import { ReferralState } from '../referral/referral-words.js';
import { RosterChange } from '../roster/roster-change.js';
import { SessionBasis } from '../session/session-basis.js';

/** What kind of thing happened. Every kind has its own source. */
export const TimelineKind = {
  CASE_STEP: 'CASE_STEP',
  ROSTER_CHANGE: 'ROSTER_CHANGE',
  NOTE: 'NOTE',
  CONSENT: 'CONSENT',
  SESSION: 'SESSION',
  INTAKE: 'INTAKE',
  REFERRAL: 'REFERRAL',
  CONFERENCE: 'CONFERENCE',
  PLAN: 'PLAN',
  OUTREACH: 'OUTREACH',
  PARTICIPATION: 'PARTICIPATION',
} as const;
export type TimelineKind = (typeof TimelineKind)[keyof typeof TimelineKind];

registerLabelledEnum(
  TimelineKind,
  'TimelineKind',
  { ja: '経過の種類', en: 'what kind of thing happened' },
  {
    CASE_STEP: { ja: 'ケースの状態', en: 'step of a case' },
    ROSTER_CHANGE: { ja: '支援体制', en: 'change of a roster' },
    NOTE: { ja: '支援経過記録', en: 'case note' },
    CONSENT: { ja: '同意', en: 'consent' },
    SESSION: { ja: '法令に基づく場', en: 'session under a statute' },
    INTAKE: { ja: '相談受付', en: 'a consultation was received' },
    REFERRAL: { ja: 'つなぎ', en: 'step of a referral' },
    CONFERENCE: { ja: '会議', en: 'a conference was held' },
    PLAN: { ja: '支援プラン', en: 'step of a support plan' },
    OUTREACH: { ja: 'アウトリーチ', en: 'attempt to reach somebody' },
    PARTICIPATION: { ja: '参加支援', en: 'step of a match' },
  },
);

@ObjectType({ description: '経過の中の法令に基づく場 — a session on a timeline; more of it by its id' })
@NotPersonal('told to those who lead it, or sit in it while it is open')
export class TimelineSession {
  @Field(() => ID)
  id!: string;

  @Field(() => SessionBasis, { description: '根拠 — statute' })
  basis!: SessionBasis;

  @Field(() => ID, { description: '招集した職員 — staff id of who convened it' })
  convenedBy!: string;

  @Field(() => GraphQLDateTimeISO, { description: '開始 — from when' })
  opensAt!: Date;

  @Field(() => GraphQLDateTimeISO, { description: '終了 — until when, unless it was closed before' })
  closesAt!: Date;
}

@ObjectType({ description: '経過の中の記録の一歩 — a step of a record; more of it by the id of the record' })
@NotPersonal('on a timeline is only what the viewer may know of')
export class TimelineEntry {
  @Field(() => ID, {
    description:
      '記録 — id of the plan, conference, referral, outreach or participation; of an intake its case',
  })
  of!: string;

  @Field(() => ID, { description: '機関 — code of the office that recorded it' })
  office!: OfficeCode;

  @Field(() => PlanState, { nullable: true })
  planState?: PlanState;

  @Field(() => ReferralState, { nullable: true })
  referralState?: ReferralState;

  @Field(() => ConferenceKind, { nullable: true })
  conferenceKind?: ConferenceKind;

  @Field(() => ContactMethod, { nullable: true })
  contactMethod?: ContactMethod;

  @Field(() => MatchState, { nullable: true })
  matchState?: MatchState;
}

@ObjectType({ description: '経過の一件 — one thing that happened; what it was is in the field of its kind' })
@NotPersonal('only what the viewer may know of is on a timeline; the record in it decides for itself')
export class TimelineEvent {
  @Field(() => ID, { description: '記録の番号 — id of the step, note, consent, session or change' })
  id!: string;

  @Field(() => TimelineKind)
  kind!: TimelineKind;

  @Field(() => GraphQLDateTimeISO, { description: '日時 — when it happened' })
  at!: Date;

  @Field(() => [Person], { description: '関係する人 — of whom it speaks' })
  persons!: readonly Person[];

  @Field(() => CaseStep, { nullable: true })
  step?: CaseStep;

  @Field(() => RosterChange, { nullable: true })
  rosterChange?: RosterChange;

  @Field(() => CaseNote, { nullable: true })
  note?: CaseNote;

  @Field(() => ConsentEvent, { nullable: true })
  consent?: ConsentEvent;

  @Field(() => TimelineSession, { nullable: true })
  session?: TimelineSession;

  @Field(() => TimelineEntry, { nullable: true })
  entry?: TimelineEntry;
}

export const TimelineConnection = connectionOf('Timeline', () => TimelineEvent);
