import type { ReactNode } from 'react';
import type { CaseNoteWordsFragment } from '../generated/operations.js';
import type { Fact } from '../ui/facts.js';
import { day, moment, word } from '../words/words.js';
import { Names } from '../ui/persons.js';

type OfficeName = (code: string | null | undefined) => string | undefined;

/** What stands in a version of a note, name by name. */
export const noteFacts = (
  note: CaseNoteWordsFragment,
  officeName: OfficeName,
  showContent: (content: string) => ReactNode = (content) => <bdi>{content}</bdi>,
): readonly Fact[] => [
  ['日時', note.heldAt && moment(note.heldAt)],
  ['方法', note.method && word('CaseNoteMethod', note.method)],
  ['対応者', note.answeredBy && <bdi>{note.answeredBy}</bdi>],
  ['相手', note.counterpart && <bdi>{note.counterpart}</bdi>],
  ['関係する人', note.persons && <Names of={note.persons} />],
  ['内容', note.content && showContent(note.content)],
  ['次の対応', note.nextStep && <bdi>{note.nextStep}</bdi>],
  ['次の対応の期日', note.nextOn && day(note.nextOn)],
  ['次の対応の担い手', note.nextStep && officeName(note.nextOffice)],
  ['所要時間', note.minutes === null ? null : `${note.minutes}分`],
];
