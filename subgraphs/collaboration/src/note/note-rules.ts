import { isDate, lineProblems, textProblems } from '../input.js';
import type { CaseNoteInput, ToldDisclosureInput } from './note-input.js';

/** What a note is checked against. */
export interface NoteSetting {
  /** Members with whom the viewer works. */
  readonly persons: readonly string[];
  /** Offices on the roster that the viewer may know of, and the viewer's own. */
  readonly offices: readonly string[];
  readonly now: Date;
  /** Japanese calendar date. */
  readonly today: string;
}

/** A clock at a desk may be a little ahead of ours. */
const AHEAD_MS = 10 * 60_000;

/** Why a note cannot be recorded, in words for who wrote it. */
export function noteProblems(input: CaseNoteInput, setting: NoteSetting): readonly string[] {
  const { nextStep, nextOn, nextOffice } = input;
  const problems = [
    // Asked this way round, so that a date that is none is a problem too.
    ...(input.heldAt.getTime() <= setting.now.getTime() + AHEAD_MS ? [] : ['日時が先の日時です。']),
    ...lineProblems('対応者', input.answeredBy, 100),
    ...lineProblems('相手', input.counterpart),
    ...textProblems('内容', input.content),
    ...personProblems(input.persons, setting.persons),
    ...(nextStep ? textProblems('次の対応', nextStep) : []),
    ...(nextOn && !isDate(nextOn) ? [`「${nextOn}」は存在しない日付です。`] : []),
    ...(nextStep || (!nextOn && !nextOffice)
      ? []
      : ['次の対応の期日や担い手には、次の対応の内容が必要です。']),
    ...(nextStep && !nextOn ? ['次の対応には期日が必要です。'] : []),
    ...(nextOffice && !setting.offices.includes(nextOffice)
      ? ['次の対応を担う機関が、このケースの支援体制にありません。']
      : []),
  ];
  return [...new Set(problems)];
}

/** Why what was told outside the hub cannot be recorded so. */
export const toldProblems = (
  { persons, recipient, toldOn, basis }: ToldDisclosureInput,
  setting: Pick<NoteSetting, 'persons' | 'today'>,
): readonly string[] => [
  ...personProblems(persons, setting.persons),
  ...lineProblems('相手', recipient),
  ...textProblems('根拠', basis),
  ...(isDate(toldOn) ? [] : [`「${toldOn}」は存在しない日付です。`]),
  ...(isDate(toldOn) && toldOn > setting.today ? ['日付が今日より後です。'] : []),
];

/** The same words for a stranger, somebody hidden, somebody with whom others work, and nobody. */
const personProblems = (persons: readonly string[], known: readonly string[]): readonly string[] =>
  persons.every((person) => known.includes(person))
    ? []
    : ['関係する人に、このケースであなたが担当している世帯員ではない人がいます。'];
