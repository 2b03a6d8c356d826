import { japanDate } from '@kasane/vocabulary';
import { Field, ID, InputType, Int } from 'type-graphql';
import {
  isDate,
  isGiven,
  lineProblems,
  optionalLineProblems,
  optionalTextProblems,
  textProblems,
} from '../input.js';
import { FollowUpOf, HostKind, matchFollowers, MatchState } from './participation-words.js';

@InputType('ParticipationMenuInput', { description: '支援メニュー — something to do at a host' })
export class MenuInput {
  @Field(() => String, { description: '名称 — title' })
  title!: string;

  @Field(() => String, { nullable: true, description: '内容 — what it is' })
  words?: string | null;

  @Field(() => Int, { nullable: true, description: '受入人数 — places' })
  places?: number | null;
}

@InputType('ParticipationHostInput', { description: '受入先 — a place that takes people in' })
export class HostInput {
  @Field(() => String, { description: '名称 — name' })
  name!: string;

  @Field(() => HostKind, { description: '種類 — kind' })
  kind!: HostKind;

  @Field(() => ID, { description: '全国地方公共団体コード — local government code' })
  municipality!: string;

  @Field(() => String, { nullable: true, description: '所在地 — address' })
  address?: string | null;

  @Field(() => [MenuInput], { description: '支援メニュー — what it offers, at least one' })
  menus!: readonly MenuInput[];
}

@InputType({ description: '参加支援の開始 — what somebody would like to do' })
export class ParticipationInput {
  @Field(() => ID, { description: 'ケース — case' })
  case!: string;

  @Field(() => ID, { description: '本人 — person' })
  person!: string;

  @Field(() => String, { description: '希望 — wishes' })
  wishes!: string;

  @Field(() => String, { nullable: true, description: '強み — strengths' })
  strengths?: string | null;

  @Field(() => String, { nullable: true, description: '配慮してほしいこと — what has to be considered' })
  conditions?: string | null;
}

@InputType('ParticipationMatchStepInput', { description: 'マッチングの次の段階 — next step of a match' })
export class MatchStepInput {
  @Field(() => MatchState, { description: '状態 — how far it has come' })
  state!: MatchState;

  @Field(() => String, { nullable: true, description: '理由 — why; needed to decline or to end it' })
  reason?: string | null;

  @Field(() => String, { nullable: true, description: '次のフォローアップ — YYYY-MM-DD' })
  followUpOn?: string | null;

  @Field(() => Int, { description: '版 — the version that you saw' })
  expectedVersion!: number;
}

@InputType('ParticipationFollowUpInput', { description: 'フォローアップ — how it goes' })
export class FollowUpInput {
  @Field(() => FollowUpOf, { description: '相手 — of whom it was asked' })
  of!: FollowUpOf;

  @Field(() => String, { description: '日付 — YYYY-MM-DD' })
  on!: string;

  @Field(() => String, { description: '内容 — what was said' })
  words!: string;

  @Field(() => String, { nullable: true, description: '次のフォローアップ — YYYY-MM-DD' })
  followUpOn?: string | null;

  @Field(() => Int, { description: '版 — the version of the match that you saw' })
  expectedVersion!: number;
}

/** Menus that one host offers at most. Our own choice. */
const MAX_MENUS = 50;
const A_MUNICIPALITY = /^\d{6}$/;
const NEXT = '次のフォローアップは、今日以降の日付(YYYY-MM-DD)で記入してください。';

export const hostProblems = ({ name, municipality, address, menus }: HostInput): readonly string[] => [
  ...lineProblems('名称', name),
  ...(A_MUNICIPALITY.test(municipality) ? [] : ['全国地方公共団体コードは6桁の数字で記入してください。']),
  ...optionalLineProblems('所在地', address),
  ...(menus.length <= MAX_MENUS ? [] : [`支援メニューは${MAX_MENUS}件以内にしてください。`]),
  ...(menus.length > 0 ? [] : ['支援メニューを1つ以上記入してください。']),
  ...menus.flatMap(({ title, words, places }) => [
    ...lineProblems('メニューの名称', title),
    ...optionalTextProblems('メニューの内容', words),
    ...(!isGiven(places) || places > 0 ? [] : ['受入人数は1以上で記入してください。']),
  ]),
];

export const participationProblems = ({
  wishes,
  strengths,
  conditions,
}: ParticipationInput): readonly string[] => [
  ...textProblems('希望', wishes),
  ...optionalTextProblems('強み', strengths),
  ...optionalTextProblems('配慮してほしいこと', conditions),
];

const nextProblems = (followUpOn: string | null | undefined, now: Date): readonly string[] =>
  !isGiven(followUpOn) || (isDate(followUpOn) && followUpOn >= japanDate(now)) ? [] : [NEXT];

export function stepProblems(
  { state, reason, followUpOn }: MatchStepInput,
  from: MatchState,
  now: Date,
): readonly string[] {
  const needsReason = state === MatchState.DECLINED || state === MatchState.ENDED;
  const isGoingOn = state === MatchState.TRIAL || state === MatchState.SETTLED;
  return [
    ...(matchFollowers[from].includes(state) ? [] : ['いまの状態からは、その状態に進めません。']),
    ...(needsReason && !reason?.trim() ? ['見送り・終了の理由を記入してください。'] : []),
    ...optionalTextProblems('理由', reason),
    ...(isGoingOn && !isGiven(followUpOn)
      ? ['体験中・定着後は、次のフォローアップの日を記入してください。']
      : nextProblems(followUpOn, now)),
  ];
}

export const followUpProblems = ({ on, words, followUpOn }: FollowUpInput, now: Date): readonly string[] => [
  ...(isDate(on) && on <= japanDate(now) ? [] : ['日付は、今日以前の日付(YYYY-MM-DD)で記入してください。']),
  ...textProblems('内容', words),
  ...nextProblems(followUpOn, now),
];
