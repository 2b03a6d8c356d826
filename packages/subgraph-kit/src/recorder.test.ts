import { describe, expect, test } from '@jest/globals';
import { POLICY_VERSION } from '@kasane/disclosure';
import { sectorOf, type LedgerRecord } from '@kasane/ledger';
import { Category, ErrorCode, HubError, Level, sectorId } from '@kasane/vocabulary';
import { aViewer, byConsent, linesOf, MOTHER, SCHOOL, SON } from './kit.fixtures.js';
import { Recorder } from './recorder.js';
import { UNLINKED } from './subjects.js';

const viewer = aViewer();
const aRecorder = (): Recorder => new Recorder(viewer, SCHOOL.id);
const permit = byConsent('consent-mother');
const [ELDER_CARE, LIVELIHOOD] = [sectorId('elder-care'), sectorId('livelihood-support')];

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

  test('tells grants from disclosures, and of which sector each is', () => {
    const recorder = aRecorder();
    recorder.note(MOTHER, Category.SCHOOL, 'Pupil.grade', permit);
    recorder.noteGrant(ELDER_CARE, MOTHER, Category.CARE_CERT, 'Person.elderCareGrant', permit);
    recorder.add({ kind: 'CHANGE', outcome: 'PERMITTED', items: [], person: MOTHER, sector: LIVELIHOOD });
    expect(recorder.entries().map((entry) => [entry.kind, sectorOf(entry, entry.items[0])])).toEqual([
      ['CHANGE', LIVELIHOOD],
      ['GRANT', ELDER_CARE],
      ['DISCLOSURE', SCHOOL.id],
    ]);
  });

  test('names the sector that each grant is for, and tells of all sectors in one entry per person and outcome', () => {
    const recorder = aRecorder();
    for (const sector of [ELDER_CARE, LIVELIHOOD])
      for (const person of [MOTHER, SON])
        recorder.noteGrant(
          sector,
          person,
          Category.NOTES,
          'Person.grant',
          person === SON ? undefined : permit,
        );
    recorder.noteGrant(ELDER_CARE, SON, Category.NOTES, 'Household.grant', permit);
    expect(
      recorder
        .entries()
        .map(({ person, outcome, items }) => [person, outcome, items.map(({ sector }) => sector)]),
    ).toEqual([
      [MOTHER, 'PERMITTED', [ELDER_CARE, LIVELIHOOD]],
      [SON, 'PERMITTED', [ELDER_CARE]],
      [SON, 'DENIED', [ELDER_CARE, LIVELIHOOD]],
    ]);
  });

  test('goes on in another entry where one cannot take all grants of a person', () => {
    const recorder = aRecorder();
    const sectors = Array.from({ length: 250 }, (_, at) => sectorId(`${'s'.repeat(60)}-${at}`));
    const longest = byConsent('c'.repeat(64));
    for (const sector of sectors)
      recorder.noteGrant(sector, MOTHER, Category.NOTES, `Person.${'f'.repeat(64)}`, longest);
    const entries = recorder.entries();
    expect(entries.map(({ items }) => items.length)).toEqual([100, 100, 50]);
    // The ledger takes 60,000 bytes of items.
    for (const { items } of entries) expect(JSON.stringify(items).length).toBeLessThan(60_000);
    expect(entries.flatMap(({ items }) => items.map(({ sector }) => sector))).toEqual(sectors);
  });

  test('says of a grant, but not of what was shown, that an owner may release more by it', () => {
    const recorder = aRecorder();
    const session = { ...permit, level: Level.SUMMARY, released: { session: 'session-1' } };
    recorder.noteGrant(ELDER_CARE, MOTHER, Category.NOTES, 'Person.elderCareGrant', session);
    recorder.note(MOTHER, Category.NOTES, 'Contact.summary', { ...session, level: Level.DETAIL });
    expect(recorder.entries().map(({ kind, items: [item] }) => [kind, item?.level, item?.upTo])).toEqual([
      ['GRANT', 'SUMMARY', 'DETAIL'],
      ['DISCLOSURE', 'DETAIL', undefined],
    ]);
  });

  test('names the rule that closed something, and keeps it apart from what nothing opened', () => {
    const recorder = aRecorder();
    recorder.note(MOTHER, Category.SCHOOL, 'Pupil.grade', undefined, 'PROTECTED');
    recorder.note(MOTHER, Category.SCHOOL, 'Pupil.class', undefined);
    recorder.noteGrant(ELDER_CARE, MOTHER, Category.HOUSING, 'Person.elderCareGrant', undefined, 'REFUSAL');
    expect(recorder.entries().map(({ outcome, items }) => [outcome, ...items])).toEqual([
      [
        'DENIED',
        {
          sector: ELDER_CARE,
          category: Category.HOUSING,
          fields: ['Person.elderCareGrant'],
          rule: 'REFUSAL',
        },
      ],
      [
        'DENIED',
        { category: Category.SCHOOL, fields: ['Pupil.grade'], rule: 'PROTECTED' },
        { category: Category.SCHOOL, fields: ['Pupil.class'] },
      ],
    ]);
  });

  test('tells once who read the ledger about whom, and who tried to', () => {
    const recorder = aRecorder();
    for (const outcome of ['PERMITTED', 'DENIED', 'PERMITTED'] as const) {
      recorder.noteReading(MOTHER, 'DisclosureLog.elderCare', outcome);
      recorder.noteReading(MOTHER, 'Query.disclosureLog', outcome);
    }
    expect(recorder.entries()).toMatchObject([
      {
        kind: 'READING',
        person: MOTHER,
        sector: SCHOOL.id,
        outcome: 'PERMITTED',
        items: [{ fields: ['DisclosureLog.elderCare', 'Query.disclosureLog'] }],
      },
      { kind: 'READING', person: MOTHER, outcome: 'DENIED' },
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
