import { charProblems, isDate } from '../input.js';
import type { AgendaItemInput, MaterialInput, MinutesInput, ParticipantInput } from './conference-input.js';
import { AgendaKind, ConferenceKind } from './conference-kind.js';

/** Days before a meeting at which it may be convened. Our own choice, as for sessions. */
export const MAX_DAYS_AHEAD = 60;
const DAY_MS = 86_400_000;

/** Why a 重層的支援会議 cannot be held then. A day back is allowed: papers of yesterday's meeting are written today. */
export function heldAtProblems(heldAt: Date, now: Date): readonly string[] {
  const ahead = heldAt.getTime() - now.getTime();
  // Asked this way round, so that a date that is none is a problem too.
  if (!(ahead >= -DAY_MS)) return ['開催日時が過ぎています。'];
  return ahead <= MAX_DAYS_AHEAD * DAY_MS ? [] : [`開催日時は${MAX_DAYS_AHEAD}日以内にしてください。`];
}

/** Clocks on walls differ: nobody at the table is to wait for the hub's. */
const MINUTE_MS = 60_000;

/** Why nothing can be recorded of a conference that is yet to be held. */
export const notYetHeld = (heldAt: Date, now: Date): readonly string[] =>
  now.getTime() < heldAt.getTime() - MINUTE_MS ? ['会議はまだ開かれていません。'] : [];

/** Why these cannot stand on the agenda of a conference. */
export function agendaProblems(
  items: readonly Pick<AgendaItemInput, 'kind' | 'planId' | 'household' | 'topic'>[],
  kind: ConferenceKind,
  households: readonly string[],
): readonly string[] {
  const isDiscussion = (item: Pick<AgendaItemInput, 'kind'>): boolean => item.kind === AgendaKind.DISCUSSION;
  return [
    ...charProblems(items),
    ...(items.some(({ household }) => !households.includes(household))
      ? ['議題の世帯が、この会議の世帯ではありません。']
      : []),
    ...(items.some(({ topic }) => topic.trim() === '') ? ['議題の内容を記入してください。'] : []),
    ...(kind === ConferenceKind.SUPPORT && !items.every(isDiscussion)
      ? ['支援会議の議題は「支援体制の検討」です。']
      : []),
    ...(kind === ConferenceKind.MULTILAYER && items.some(isDiscussion)
      ? ['重層的支援会議の議題は、プランの適切性・支援の方向性・役割分担・終結時の評価のいずれかです。']
      : []),
    ...(items.some((item) => item.kind === AgendaKind.APPROPRIATENESS && !item.planId)
      ? ['プランの適切性を協議するプランを選んでください。']
      : []),
  ];
}

/** What a seat is known by: who sits twice, for the same office or on paper under the same name, has one key. */
export const seatKeyOf = ({ staff, office, affiliation, name }: ParticipantInput): string =>
  staff ? `${staff} ${office ?? ''}` : `紙 ${plain(affiliation)} ${plain(name)}`;

const plain = (text: string): string => text.normalize('NFKC').replaceAll(/\s/gu, '');

/**
 * Why these cannot be invited.
 * @param taken keys of those who are invited already
 */
export function participantProblems(
  participants: readonly ParticipantInput[],
  taken: readonly string[],
  offices: ReadonlySet<string>,
): readonly string[] {
  const keys = participants.map(seatKeyOf);
  return [
    ...charProblems(participants),
    ...participants
      .filter(({ office }) => office && !offices.has(office))
      .map(({ office }) => `機関「${office}」は登録されていません。`),
    ...participants
      .filter(({ staff, office }) => staff && !office)
      .map(({ staff }) => `職員「${staff}」の機関を記入してください。`),
    ...participants
      .filter((_, at) => keys.indexOf(keys[at] ?? '') !== at || taken.includes(keys[at] ?? ''))
      .map(({ name }) => `「${name}」は名簿に重複しています。`),
    ...(participants.some(({ name, affiliation }) => name.trim() === '' || affiliation.trim() === '')
      ? ['所属と氏名を記入してください。']
      : []),
  ];
}

/** Why a material cannot be laid on the table. */
export const materialProblems = (
  { household, source, title, categories, fields, words }: MaterialInput,
  households: readonly string[],
  offices: ReadonlySet<string>,
): readonly string[] => [
  ...charProblems([title, words]),
  ...(households.includes(household) ? [] : ['資料の世帯が、この会議の世帯ではありません。']),
  ...(offices.has(source) ? [] : [`機関「${source}」は登録されていません。`]),
  ...(title.trim() === '' ? ['資料の表題を記入してください。'] : []),
  // What nobody can tell afterwards was not disclosed on record.
  ...(categories.length === 0 || fields.length === 0 ? ['資料に載せた開示区分と項目を選んでください。'] : []),
];

/** Who is on the agenda and may be named to the viewer, by household; and its households. */
export interface AgendaPeople {
  readonly households: readonly string[];
  readonly known: readonly { readonly person: string; readonly household: string }[];
}

/** Why minutes cannot be kept like this. */
export function minutesProblems(
  { shared, discussion, roles, gaps, nextOn }: Omit<MinutesInput, 'expectedVersion'>,
  { households, known }: AgendaPeople,
  offices: ReadonlySet<string>,
): readonly string[] {
  const isOn = (household: string, person: string): boolean =>
    known.some((each) => each.household === household && each.person === person);
  return [
    ...charProblems([shared, discussion, roles, gaps]),
    ...[...shared, ...roles]
      .filter(({ office }) => !offices.has(office))
      .map(({ office }) => `機関「${office}」は登録されていません。`),
    ...(discussion.trim() === '' ? ['検討結果を記入してください。'] : []),
    ...(roles.some(({ what }) => what.trim() === '') ? ['役割の支援内容を記入してください。'] : []),
    ...(gaps.some((gap) => gap.trim() === '') ? ['社会資源の不足の内容を記入してください。'] : []),
    // The same words for a stranger, somebody hidden and nobody.
    ...(roles.some(
      ({ household, persons }) =>
        !households.includes(household) || (persons ?? []).some((person) => !isOn(household, person)),
    )
      ? ['役割の対象が、この会議の世帯の人ではありません。']
      : []),
    ...[...roles.map(({ until }) => until), ...(nextOn ? [nextOn] : [])]
      .filter((date) => !isDate(date))
      .map((date) => `「${date}」は存在しない日付です。`),
  ];
}
