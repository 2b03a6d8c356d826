import { DifferenceKind, type Difference } from '@kasane/ledger';
import { Category, personId, sectorId } from '@kasane/vocabulary';
import { expect, test } from '@jest/globals';
import { reportReconciliation } from './reconciliation.js';

const difference = (kind: Difference['kind'], seq: number): Difference => ({
  kind,
  sector: sectorId('elder-care'),
  seq,
  at: '2026-04-01T00:00:00Z',
  requestId: `r-${seq}`,
  person: personId('p-6f4qw8fc'),
  category: Category.CARE_CERT,
});

test('where everything agrees there is one line, with how much was compared', () => {
  const told = reportReconciliation({ ledger: 'elder-care', disclosures: 7, differences: 0, shown: [] });
  expect(told).toBe('✓ elder-care: 開示 7 件、すべて許可のとおり — 7 disclosures, all as granted');
});

test('every kind of difference is told in both languages, by its entry and never by the person', () => {
  const shown = Object.values(DifferenceKind).map(difference);
  const told = reportReconciliation({
    ledger: 'elder-care',
    disclosures: 9,
    differences: shown.length,
    shown,
  });
  const [head, ...lines] = told.split('\n');
  expect(head).toMatch(/^✗ elder-care: .* — 6 differences in 9 disclosures$/);
  for (const [at, line] of lines.entries()) {
    expect(line).toMatch(/\p{Script=Han}.* — entry \d+ [a-z ,]+ \[[A-Z_]+\] CARE_CERT \(request r-\d\)$/u);
    expect(line).toContain(`entry ${at} `);
  }
  expect(told).not.toContain('p-6f4qw8fc');
});

test('more than a screen takes are counted', () => {
  const shown = [difference('WITHOUT_GRANT', 1)];
  const told = reportReconciliation({ ledger: 'elder-care', disclosures: 90, differences: 80, shown });
  expect(told).toContain('… ほか 79 件 — and 79 more');
});

test('a ledger that cannot be read is a failure, whatever was found before', () => {
  const told = reportReconciliation({
    ledger: 'elder-care',
    disclosures: 3,
    differences: 0,
    shown: [],
    failure: 'away',
  });
  expect(told).toBe('✗ elder-care: 読み取れません — cannot be read: away');
});
