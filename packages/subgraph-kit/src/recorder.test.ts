import { describe, expect, test } from '@jest/globals';
import { POLICY_VERSION } from '@kasane/disclosure';
import type { LedgerRecord } from '@kasane/ledger';
import { Category, ErrorCode, HubError, Level, sectorId } from '@kasane/vocabulary';
import { aViewer, byConsent, linesOf, MOTHER, SCHOOL, SON } from './kit.fixtures.js';
import { Recorder } from './recorder.js';
import { UNLINKED } from './subjects.js';

const viewer = aViewer();
const aRecorder = (): Recorder => new Recorder(viewer, SCHOOL.id);
const permit = byConsent('consent-mother');

describe('what was noted', () => {
  test('is one entry per person and outcome, in the order in which they were met', () => {
    const recorder = aRecorder();
    recorder.note(SON, Category.NOTES, 'Contact.summary', undefined);
    recorder.note(MOTHER, Category.SCHOOL, 'Pupil.grade', permit);
    recorder.note(MOTHER, Category.NOTES, 'Contact.summary', undefined);
    recorder.note(MOTHER, Category.SCHOOL, 'Pupil.class', permit);
    const head = {
      requestId: viewer.requestId,
      viewer,
      sector: SCHOOL.id,
      policyVersion: POLICY_VERSION,
      kind: 'DISCLOSURE',
    };
    const notes = { category: Category.NOTES, fields: ['Contact.summary'] };
    expect(recorder.entries()).toEqual([
      { ...head, person: SON, outcome: 'DENIED', items: [notes] },
      {
        ...head,
        person: MOTHER,
        outcome: 'PERMITTED',
        items: [
          {
            category: Category.SCHOOL,
            fields: ['Pupil.class', 'Pupil.grade'],
            level: Level.DETAIL,
            rule: 'CONSENT',
            evidence: 'consent-mother',
          },
        ],
      },
      { ...head, person: MOTHER, outcome: 'DENIED', items: [notes] },
    ]);
  });

  test('names each field once, however many rows it was asked of', () => {
    const recorder = aRecorder();
    for (let row = 0; row < 3; row++) recorder.note(MOTHER, Category.SCHOOL, 'Pupil.grade', permit);
    expect(linesOf({ recorder })).toEqual([`PERMITTED ${MOTHER} SCHOOL Pupil.grade`]);
  });

  test('keeps fields of one category apart when they rest on different consents', () => {
    const recorder = aRecorder();
    recorder.note(MOTHER, Category.SCHOOL, 'Pupil.grade', permit);
    recorder.note(MOTHER, Category.SCHOOL, 'Pupil.class', byConsent('consent-2'));
    recorder.note(MOTHER, Category.SCHOOL, 'Pupil.note', { ...permit, level: Level.SUMMARY });
    expect(
      recorder.entries()[0]?.items.map(({ evidence, level, fields }) => [evidence, level, ...fields]),
    ).toEqual([
      ['consent-mother', 'DETAIL', 'Pupil.grade'],
      ['consent-2', 'DETAIL', 'Pupil.class'],
      ['consent-mother', 'SUMMARY', 'Pupil.note'],
    ]);
  });

  test('says of each person on which permit of their own', () => {
    const recorder = aRecorder();
    recorder.note(MOTHER, Category.NOTES, 'Contact.summary', permit);
    recorder.note(SON, Category.NOTES, 'Contact.summary', byConsent('consent-son'));
    expect(recorder.entries().map(({ person, items }) => [person, items[0]?.evidence])).toEqual([
      [MOTHER, 'consent-mother'],
      [SON, 'consent-son'],
    ]);
  });

  test('leaves out somebody whom the hub does not know', () => {
    const recorder = aRecorder();
    recorder.note(UNLINKED, Category.NOTES, 'Contact.summary', undefined);
    expect(recorder.entries()).toEqual([]);
  });

  test('tells grants from disclosures, and of which sector another entry is', () => {
    const recorder = aRecorder();
    recorder.note(MOTHER, Category.SCHOOL, 'Pupil.grade', permit);
    recorder.noteGrant(MOTHER, Category.SCHOOL, 'Person.schoolEducationGrant', permit);
    recorder.add({
      kind: 'READING',
      outcome: 'PERMITTED',
      items: [],
      person: MOTHER,
      sector: sectorId('elder-care'),
    });
    expect(recorder.entries().map(({ kind, sector }) => [kind, sector])).toEqual([
      ['READING', 'elder-care'],
      ['GRANT', SCHOOL.id],
      ['DISCLOSURE', SCHOOL.id],
    ]);
  });

  test('says of a question after nobody that it was refused, and of whom nothing', () => {
    const recorder = aRecorder();
    recorder.noteAbsent(Category.HOUSEHOLD, 'Query.household');
    expect(recorder.entries()).toMatchObject([
      { outcome: 'DENIED', items: [{ category: Category.HOUSEHOLD, fields: ['Query.household'] }] },
    ]);
    expect(recorder.entries()[0]).not.toHaveProperty('person');
  });

  test('holds nothing of another request', () => {
    const [one, other] = [aRecorder(), aRecorder()];
    one.note(MOTHER, Category.SCHOOL, 'Pupil.grade', permit);
    expect(other.entries()).toEqual([]);
  });
});

describe('writing', () => {
  const ledger = () => {
    const written: LedgerRecord[] = [];
    let isAway = false;
    return {
      written,
      goAway: (away: boolean): void => void (isAway = away),
      append: async (records: readonly LedgerRecord[]): Promise<void> => {
        await Promise.resolve();
        if (isAway) throw new HubError(ErrorCode.LEDGER_UNAVAILABLE);
        written.push(...records);
      },
    };
  };
  const noted = (): Recorder => {
    const recorder = aRecorder();
    recorder.note(MOTHER, Category.SCHOOL, 'Pupil.grade', permit);
    return recorder;
  };

  test('writes each entry once, however often it is asked to', async () => {
    const [recorder, book] = [noted(), ledger()];
    await recorder.write(book);
    await recorder.write(book);
    expect(book.written).toHaveLength(1);
    expect(recorder.entries()).toEqual([]);
  });

  test('keeps for the next time what was noted while it wrote', async () => {
    const [recorder, book] = [noted(), ledger()];
    const writing = recorder.write(book);
    recorder.note(SON, Category.SCHOOL, 'Pupil.grade', undefined);
    await writing;
    expect(linesOf({ recorder })).toEqual([`DENIED ${SON} SCHOOL Pupil.grade`]);
  });

  test('keeps what the ledger did not take, in its order', async () => {
    const [recorder, book] = [noted(), ledger()];
    const before = recorder.entries();
    book.goAway(true);
    await expect(recorder.write(book)).rejects.toMatchObject({ code: ErrorCode.LEDGER_UNAVAILABLE });
    expect(recorder.entries()).toEqual(before);
    book.goAway(false);
    await recorder.write(book);
    expect(book.written).toEqual(before);
  });
});
