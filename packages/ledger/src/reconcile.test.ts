import { describe, expect, test } from '@jest/globals';
import { Category, officeCode, personId, Purpose, sectorId, staffId } from '@kasane/vocabulary';
import fc from 'fast-check';
import {
  createLedger,
  reconcile,
  reconcileLedgers,
  type Difference,
  type LedgerEntry,
  type LedgerItem,
} from './index.js';
import { entry, openLedger, record } from './ledger.fixtures.js';

const SECTOR = sectorId('elder-care');
const item = (more: Partial<LedgerItem> = {}): LedgerItem => ({
  category: Category.CARE_CERT,
  level: 'SUMMARY',
  fields: ['X.y'],
  rule: 'CONSENT',
  evidence: 'consent-7',
  ...more,
});
const shown = (one: LedgerItem, more: Partial<LedgerEntry> = {}): LedgerEntry =>
  entry({ seq: 12, items: [one], ...more });
const granted = (one: LedgerItem, more: Partial<LedgerEntry> = {}): LedgerEntry =>
  entry({ kind: 'GRANT', items: [one], ...more });
const kinds = (disclosures: readonly LedgerEntry[], grants: readonly LedgerEntry[]): readonly string[] =>
  reconcile({ sector: SECTOR, grants, disclosures }).map(({ kind }) => kind);
const { viewer } = entry();

describe('there is no difference', () => {
  test('where a sector showed what it was granted, or less of it', () => {
    for (const level of ['SUMMARY', 'EXISTENCE'] as const)
      expect(kinds([shown(item({ level }))], [granted(item())])).toEqual([]);
  });

  test('where an owner released a record to a session that was granted less of the rest', () => {
    const session = item({
      level: 'NONE',
      upTo: 'DETAIL',
      rule: 'SUPPORT_CONFERENCE',
      evidence: 'session-1',
    });
    const released = { ...session, upTo: undefined, level: 'DETAIL' as const };
    expect(kinds([shown(released)], [granted(session)])).toEqual([]);
    expect(kinds([shown(released)], [granted({ ...session, upTo: undefined })])).toEqual(['HIGHER_LEVEL']);
  });

  test('where the grant stands among those for other sectors, or in an entry that speaks of one sector alone', () => {
    const forAll = granted(item({ sector: SECTOR }), { sector: sectorId('collaboration') });
    expect(kinds([shown(item())], [forAll])).toEqual([]);
    const forOther = granted(item({ sector: sectorId('child-family') }), { sector: SECTOR });
    expect(kinds([shown(item())], [forOther])).toEqual(['WITHOUT_GRANT']);
  });

  test('where a grant was not used', () => {
    expect(kinds([], [granted(item())])).toEqual([]);
  });

  test('where a sector refused, or showed by its own assignment', () => {
    expect(kinds([shown(item(), { outcome: 'DENIED' })], [])).toEqual([]);
    expect(kinds([shown(item({ rule: 'OWN_OFFICE', evidence: '6-001' }))], [])).toEqual([]);
  });

  test('where one of several grants fits', () => {
    const grants = [
      granted(item(), { outcome: 'DENIED' }),
      granted(item({ evidence: 'consent-1' })),
      granted(item()),
    ];
    expect(kinds([shown(item())], grants)).toEqual([]);
  });

  test('in entries of other kinds', () => {
    expect(kinds([shown(item(), { kind: 'CHANGE' }), shown(item(), { kind: 'READING' })], [])).toEqual([]);
  });
});

describe('named is', () => {
  test('what was shown without a grant: of another request, person, category or sector there is one', () => {
    const others: readonly (readonly [Partial<LedgerItem>, Partial<LedgerEntry>])[] = [
      [{}, { requestId: 'request-2' }],
      [{}, { person: personId('person-2') }],
      [{ category: Category.CARE_PLAN }, {}],
      [{}, { sector: sectorId('child-family') }],
      [{}, { kind: 'DISCLOSURE' }],
    ];
    const grants = others.map(([one, more]) => granted(item(one), more));
    expect(kinds([shown(item())], grants)).toEqual(['WITHOUT_GRANT']);
  });

  test('what was shown of nobody, or in no category', () => {
    expect(kinds([shown(item({ category: undefined }))], [granted(item())])).toEqual(['WITHOUT_GRANT']);
    expect(kinds([shown(item(), { person: undefined })], [granted(item())])).toEqual(['WITHOUT_GRANT']);
  });

  test('what was shown although it was denied', () => {
    expect(kinds([shown(item())], [granted(item(), { outcome: 'DENIED' })])).toEqual(['ALTHOUGH_DENIED']);
  });

  test.each<[string, Partial<LedgerItem>, Partial<LedgerEntry>]>([
    ['OTHER_BASIS', { rule: 'EMERGENCY' }, {}],
    ['OTHER_BASIS', { evidence: 'consent-8' }, {}],
    ['HIGHER_LEVEL', { level: 'DETAIL' }, {}],
    ['HIGHER_LEVEL', { level: undefined }, {}],
    ['OTHER_VIEWER', {}, { viewer: { ...viewer, staffId: staffId('staff-kato') } }],
    ['OTHER_VIEWER', {}, { viewer: { ...viewer, office: officeCode('wakamatsu-2') } }],
    ['OTHER_VIEWER', {}, { viewer: { ...viewer, purpose: Purpose.PLAN_MAKING } }],
    ['OTHER_VIEWER', {}, { viewer: { ...viewer, conference: 'session-1' } }],
    ['OTHER_POLICY', {}, { policyVersion: '2020-01-01.1' }],
  ])('%s: %j %j', (kind, one, more) => {
    expect(kinds([shown(item(one), more)], [granted(item())])).toEqual([kind]);
  });

  test('everything that differs, against the grant that fits best', () => {
    const grants = [
      granted(item({ evidence: 'consent-1', rule: 'EMERGENCY' }), { policyVersion: 'old' }),
      granted(item()),
    ];
    const forged = shown(item({ level: 'DETAIL' }), { viewer: { ...viewer, staffId: staffId('thief') } });
    expect(kinds([forged], grants)).toEqual(['HIGHER_LEVEL', 'OTHER_VIEWER']);
  });

  test('the entry, its request, its person and its category', () => {
    expect(reconcile({ sector: SECTOR, grants: [], disclosures: [shown(item())] })).toEqual([
      {
        kind: 'WITHOUT_GRANT',
        sector: SECTOR,
        seq: 12,
        at: '2026-04-01T03:00:00.000Z',
        requestId: 'request-1',
        person: 'person-1',
        category: 'CARE_CERT',
      },
    ]);
  });
});

test('neither the order nor the number of the entries changes what is named', () => {
  const some = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
  const anItem = fc.record({
    category: some(Category.CARE_CERT, Category.NOTES),
    level: some('SUMMARY' as const, 'DETAIL' as const),
    fields: fc.constant([]),
    rule: some('CONSENT', 'EMERGENCY', 'OWN_OFFICE'),
    evidence: some('e-1', 'e-2'),
  });
  const rows = (kind: LedgerEntry['kind']): fc.Arbitrary<LedgerEntry[]> =>
    fc.array(
      fc
        .record({
          requestId: some('r-1', 'r-2'),
          outcome: some('PERMITTED' as const, 'DENIED' as const),
          items: fc.array(anItem, { minLength: 1, maxLength: 3 }),
        })
        .map((more) => entry({ kind, ...more })),
      { maxLength: 6 },
    );
  const named = (differences: readonly Difference[]): ReadonlySet<string> =>
    new Set(differences.map((difference) => JSON.stringify(difference)));
  fc.assert(
    fc.property(rows('GRANT'), rows('DISCLOSURE'), (grants, disclosures) => {
      const once = named(reconcile({ sector: SECTOR, grants, disclosures }));
      const again = named(
        reconcile({
          sector: SECTOR,
          grants: [...grants, ...grants].reverse(),
          disclosures: [...disclosures, ...disclosures].reverse(),
        }),
      );
      expect(again).toEqual(once);
    }),
  );
});

describe('two whole ledgers', () => {
  test('are compared page by page, and a forged entry anywhere is found', async () => {
    const [hub, sector] = await Promise.all([openLedger(), openLedger()]);
    try {
      const collaboration = createLedger({ dataSource: hub.dataSource, name: 'collaboration' });
      const requests = Array.from({ length: 1_300 }, (_, at) => `r-${at}`);
      // The grants of a request stand apart from each other, and after those of later requests.
      const grants = [...requests].reverse().flatMap((requestId) => [
        record({
          kind: 'GRANT',
          requestId,
          sector: sectorId('collaboration'),
          items: record().items.map((one) => ({ ...one, sector: SECTOR })),
        }),
        record({ kind: 'GRANT', requestId, sector: sectorId('child-family'), outcome: 'DENIED' }),
      ]);
      for (let at = 0; at < grants.length; at += 1_000)
        await collaboration.append(grants.slice(at, at + 1_000));
      await sector.ledger.append(requests.map((requestId) => record({ requestId })));
      const pages: number[] = [];
      const run = async (): Promise<readonly Difference[]> => {
        const found: Difference[] = [];
        for await (const difference of reconcileLedgers({
          sector: SECTOR,
          grants: collaboration,
          disclosures: sector.ledger,
          progress: ({ entries }) => pages.push(entries),
        }))
          found.push(difference);
        return found;
      };
      expect(await run()).toEqual([]);
      expect(pages).toEqual([1_000, 1_300]);
      await sector.ledger.append([record({ requestId: 'r-7', person: personId('somebody') })]);
      expect(await run()).toMatchObject([
        { kind: 'WITHOUT_GRANT', seq: 1_301, requestId: 'r-7', person: 'somebody' },
      ]);
    } finally {
      await Promise.all([hub.close(), sector.close()]);
    }
  });
});
