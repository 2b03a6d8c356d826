import { person, staffById } from '@kasane/sample-municipality';
import { startOfJapanDay } from '@kasane/vocabulary';
import type { CaseNoteRow, CaseNoteVersionRow } from '../note/note-tables.js';
import { CaseNoteMethod } from '../note/note-words.js';

interface SampleNote {
  readonly household: string;
  readonly on: string;
  readonly staff: string;
  readonly method: CaseNoteMethod;
  readonly counterpart: string;
  readonly content: string;
  /** `SamplePerson.key`s. */
  readonly persons: readonly string[];
  readonly minutes: number;
}

/** Fictional, as all of the sample: what a coordinator and a worker might have written. */
const notes: readonly SampleNote[] = [
  {
    household: 'H03',
    on: '2026-10-05',
    staff: 'kato-coordinator',
    method: CaseNoteMethod.CONFERENCE,
    counterpart: '各担当',
    content: '母の手術後の家事と送迎について、役割分担を確認した。',
    persons: ['h03-mother', 'h03-schoolchild', 'h03-preschooler'],
    minutes: 90,
  },
  {
    household: 'H03',
    on: '2026-10-19',
    staff: 'kato-kodomo-worker',
    method: CaseNoteMethod.HOME_VISIT,
    counterpart: '母、小学生の子',
    content: '退院後の体調を聞いた。上の子は休まず登校できている。',
    persons: ['h03-mother', 'h03-schoolchild'],
    minutes: 60,
  },
  {
    household: 'H01',
    on: '2026-09-28',
    staff: 'aizu-coordinator',
    method: CaseNoteMethod.ACCOMPANIED,
    counterpart: '父',
    content: '父の受診に同行した。介護サービスの説明を改めて行う。',
    persons: ['h01-father'],
    minutes: 120,
  },
];

const rows = notes.map(({ household, on, staff, persons, ...words }, at) => {
  const { office, staffId, name } = staffById(staff);
  const heldAt = new Date(startOfJapanDay(on).getTime() + 10 * 3_600_000);
  const named = persons.map((key) => person(key).id);
  const head: CaseNoteRow = {
    id: `note-sample-${at + 1}`,
    caseId: `case-${household.toLowerCase()}`,
    officeCode: office,
    version: 1,
    heldAt,
    persons: named,
  };
  const first: CaseNoteVersionRow = {
    noteId: head.id,
    version: 1,
    heldAt,
    ...words,
    answeredBy: name,
    nextStep: null,
    nextOn: null,
    nextOffice: null,
    persons: named,
    reason: null,
    officeCode: office,
    staffId,
    at: heldAt,
  };
  return { head, first };
});

export const caseNotes: readonly CaseNoteRow[] = rows.map(({ head }) => head);
export const caseNoteVersions: readonly CaseNoteVersionRow[] = rows.map(({ first }) => first);
