import { describe, expect, test } from '@jest/globals';
import { Category, officeCode, Purpose, sectorId } from '@kasane/vocabulary';
import fc from 'fast-check';
import { reportLines, Visibility, visibilityOf, type LedgerEntry, type LedgerItem } from './index.js';
import { entry } from './ledger.fixtures.js';

const NOW = new Date('2026-11-22T00:00:00Z');
const item = (more: Partial<LedgerItem> = {}): LedgerItem => ({
  category: Category.CARE_CERT,
  level: 'DETAIL',
  fields: ['CareNeedCertification.level'],
  rule: 'CONSENT',
  evidence: 'consent-7',
  ...more,
});

describe('the report to the person', () => {
  test('tells who looked at what, why and on which day in Japan, and no more', () => {
    const [line, ...more] = reportLines([entry({ at: '2026-04-01T16:30:00.000Z', items: [item()] })], NOW);
    expect(more).toEqual([]);
    expect(line).toEqual({
      on: '2026-04-02',
      office: 'wakamatsu-1',
      staffId: 'staff-suzuki',
      capacity: 'ENTRUSTED_STAFF',
      purpose: 'CONSULTATION',
      sector: 'elder-care',
      kind: 'DISCLOSURE',
      outcome: 'PERMITTED',
      category: 'CARE_CERT',
      level: 'DETAIL',
      rule: 'CONSENT',
    });
  });

  test('is one line for what happened several times on one day, the newest day first', () => {
    const at = (day: number, hour: number, seq: number): LedgerEntry =>
      entry({ at: `2026-04-0${day}T0${hour}:00:00.000Z`, seq, requestId: `r-${seq}`, items: [item()] });
    const lines = reportLines([at(1, 1, 1), at(1, 2, 2), at(1, 5, 3), at(3, 1, 4)], NOW);
    expect(lines.map(({ on }) => on)).toEqual(['2026-04-03', '2026-04-01']);
  });

  test('names no rule for a refusal, for then a missing one would tell of a rule that must not be told', () => {
    const [line] = reportLines(
      [entry({ outcome: 'DENIED', items: [{ category: Category.CARE_CERT, fields: [], rule: 'REFUSAL' }] })],
      NOW,
    );
    expect(line).toMatchObject({ outcome: 'DENIED', category: 'CARE_CERT' });
    expect(line).not.toHaveProperty('rule');
  });

  test('leaves out what is delayed until it is told', () => {
    const declared = entry({ at: '2026-11-01T00:00:00.000Z', items: [item({ rule: 'EMERGENCY' })] });
    expect(reportLines([declared], NOW)).toEqual([]);
    expect(reportLines([declared], new Date('2026-12-05T00:00:00Z'))).toHaveLength(1);
  });
});

describe('of grants, which speak of every category at once,', () => {
  const grant = (outcome: LedgerEntry['outcome'], items: readonly LedgerItem[], more = {}): LedgerEntry =>
    entry({ kind: 'GRANT', sector: sectorId('livelihood-support'), outcome, items, ...more });

  test('nothing is told where something was granted: the sector tells what it showed', () => {
    const rows = [grant('PERMITTED', [item({ category: Category.FINANCE })]), grant('DENIED', [item()])];
    expect(reportLines(rows, NOW)).toEqual([]);
  });

  test('of several sectors those that were granted nothing are told, each once', () => {
    const [elderCare, children] = [sectorId('elder-care'), sectorId('child-family')];
    const of = { sector: sectorId('collaboration') };
    const rows = [
      grant('PERMITTED', [item({ sector: elderCare })], of),
      grant(
        'DENIED',
        [elderCare, children, children].map((sector) => ({ sector, category: Category.HOUSING, fields: [] })),
        of,
      ),
    ];
    expect(reportLines(rows, NOW)).toMatchObject([{ kind: 'GRANT', outcome: 'DENIED', sector: children }]);
  });

  test('one refusal is told where nothing was granted, the same whether or not a measure had a part in it', () => {
    const denied = (...rules: readonly (string | undefined)[]): LedgerEntry =>
      grant(
        'DENIED',
        rules.map((rule) => ({ category: Category.HOUSING, fields: [], ...(rule && { rule }) })),
        { at: '2026-11-20T00:00:00.000Z' },
      );
    const plain = reportLines([denied(undefined, undefined)], NOW);
    expect(plain).toMatchObject([{ kind: 'GRANT', outcome: 'DENIED', sector: 'livelihood-support' }]);
    expect(plain[0]).not.toHaveProperty('category');
    expect(reportLines([denied(undefined, 'PROTECTED')], NOW)).toEqual(plain);
  });
});

describe('what is withheld cannot be inferred', () => {
  const anItem: fc.Arbitrary<LedgerItem> = fc.record({
    category: fc.constantFrom(Category.CARE_CERT, Category.CONTACT, Category.ABUSE, Category.NOTES),
    level: fc.constantFrom('DETAIL' as const, 'SUMMARY' as const),
    fields: fc.constant(['X.y']),
    rule: fc.constantFrom('CONSENT', 'CHILD_ABUSE', 'OWN_OFFICE', 'PROTECTED', 'EMERGENCY'),
    evidence: fc.constantFrom('e-1', 'e-2'),
  });
  const anEntry: fc.Arbitrary<LedgerEntry> = fc
    .record({
      kind: fc.constantFrom('DISCLOSURE' as const, 'READING' as const, 'CHANGE' as const),
      outcome: fc.constantFrom('PERMITTED' as const, 'DENIED' as const),
      items: fc.array(anItem, { minLength: 1, maxLength: 4 }),
      office: fc.constantFrom('north', 'south'),
      purpose: fc.constantFrom(Purpose.CONSULTATION, Purpose.ABUSE_RESPONSE),
      at: fc.date({ min: new Date('2026-10-01T00:00:00Z'), max: NOW, noInvalidDate: true }),
    })
    .map(({ office, purpose, at, ...more }) =>
      entry({
        ...more,
        at: at.toISOString(),
        viewer: { ...entry().viewer, office: officeCode(office), purpose },
      }),
    );
  const numbered = (entries: readonly LedgerEntry[]): readonly LedgerEntry[] =>
    entries.map((one, at) => ({ ...one, seq: at + 1, hash: `h-${at}`, requestId: `r-${at}` }));
  /** The entries as if what is not told had never happened. */
  const withoutUntold = (entries: readonly LedgerEntry[]): readonly LedgerEntry[] =>
    entries.flatMap((one) => {
      const items = one.items.filter((each) => visibilityOf(one, each, NOW) === Visibility.IMMEDIATE);
      return items.length > 0 ? [{ ...one, items }] : [];
    });

  test('a ledger in which it never happened gives the same report, to the byte', () => {
    fc.assert(
      fc.property(fc.array(anEntry, { maxLength: 12 }), fc.nat(), (entries, turn) => {
        const there = numbered(entries);
        // Other numbers, and another order: what was written between cannot be counted.
        const gone = numbered(withoutUntold(there));
        const turned = [
          ...gone.slice(turn % (gone.length || 1)),
          ...gone.slice(0, turn % (gone.length || 1)),
        ];
        expect(JSON.stringify(reportLines(there, NOW))).toBe(JSON.stringify(reportLines(turned, NOW)));
      }),
      { numRuns: 300 },
    );
  });

  test('no line holds a number, a hash, a request, a field or a piece of evidence', () => {
    fc.assert(
      fc.property(fc.array(anEntry, { maxLength: 6 }), (entries) => {
        for (const line of reportLines(numbered(entries), NOW))
          expect(Object.keys(line)).toEqual(
            expect.not.arrayContaining(['seq', 'hash', 'prevHash', 'requestId', 'at', 'fields', 'evidence']),
          );
      }),
    );
  });
});
