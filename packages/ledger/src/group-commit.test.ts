import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { chain, emptyHead, hashOf, headOf } from './chain.js';
import type { LedgerRow } from './columns.js';
import { draftOf } from './draft.js';
import { defaultLimits, GroupCommit } from './group-commit.js';
import { NAME, record } from './ledger.fixtures.js';

const at = new Date('2026-04-01T00:00:00Z');

/** What becomes of one statement. */
type Fate = 'written' | 'lost before the commit' | 'lost after the commit' | 'overtaken' | 'late';

/** The table in memory, with the database's own guarantees and a script of faults. */
function faultyStore(fates: readonly Fate[]) {
  const rows: LedgerRow[] = [];
  const late: (() => void)[] = [];
  let step = 0;
  const write = (batch: readonly LedgerRow[]): void => {
    if (batch[0]?.seq !== String(rows.length + 1))
      throw Object.assign(new Error('duplicate key'), { code: '23505' });
    rows.push(...batch);
  };
  const broken = (): Error => Object.assign(new Error('connection lost'), { code: 'ECONNRESET' });
  const head = () => {
    const last = rows.at(-1);
    return last ? headOf(last) : emptyHead(NAME);
  };
  return {
    rows,
    head: async () => head(),
    rowAt: async (seq: number) => rows[seq - 1],
    tryInsert: async () => undefined,
    async insert(batch: readonly LedgerRow[]) {
      await Promise.resolve();
      // A statement that was given up may arrive at any later moment; then it is one row set among others.
      for (const arrive of late.splice(0)) arrive();
      switch (fates[step++] ?? 'written') {
        case 'written':
          return write(batch);
        case 'lost before the commit':
          throw broken();
        case 'lost after the commit':
          write(batch);
          throw broken();
        case 'overtaken':
          rows.push(...chain(head(), [draftOf(record({ requestId: 'other-process' }), at)]));
          return write(batch);
        case 'late':
          late.push(() => {
            if (batch[0]?.seq === String(rows.length + 1)) rows.push(...batch);
          });
          throw broken();
      }
    },
  };
}

test('whatever happens to statements, what resolved is written once and the chain is unbroken', async () => {
  const fate = fc.constantFrom<Fate>(
    'written',
    'lost before the commit',
    'lost after the commit',
    'overtaken',
    'late',
  );
  const waves = fc.array(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 5 }), {
    minLength: 1,
    maxLength: 4,
  });
  await fc.assert(
    fc.asyncProperty(fc.array(fate, { maxLength: 12 }), waves, async (fates, plan) => {
      const store = faultyStore(fates);
      const limits = { ...defaultLimits, statementRows: 6 };
      const writer = new GroupCommit(store, store.head, limits, undefined);
      for (const [w, wave] of plan.entries()) {
        const names = wave.map((size, i) => ({ name: `r-${w}-${i}`, size }));
        const results = await Promise.allSettled(
          names.map(({ name, size }) =>
            writer.append(Array.from({ length: size }, () => draftOf(record({ requestId: name }), at))),
          ),
        );
        for (const [i, { name, size }] of names.entries()) {
          const written = store.rows.filter((row) => row.request_id === name).length;
          // Refused may still be recorded, whole; resolved is always recorded, once.
          expect(results[i]?.status === 'fulfilled' ? [size] : [0, size]).toContain(written);
        }
      }
      let { hash } = emptyHead(NAME);
      for (const [i, row] of store.rows.entries()) {
        expect(row).toMatchObject({ seq: String(i + 1), prev_hash: hash, hash: hashOf(row) });
        hash = row.hash ?? '';
      }
    }),
    { numRuns: 150 },
  );
});

test('an INSERT whose connection broke after the commit counts as written', async () => {
  const store = faultyStore(['lost after the commit']);
  await new GroupCommit(store, store.head, defaultLimits, undefined).append([draftOf(record(), at)]);
  expect(store.rows).toHaveLength(1);
});

test('a failure refuses all that wait, once, and the next append begins anew', async () => {
  const store = faultyStore(['lost before the commit', 'lost before the commit']);
  const writer = new GroupCommit(store, store.head, { ...defaultLimits, statementRows: 1 }, undefined);
  const results = await Promise.allSettled(
    Array.from({ length: 5 }, () => writer.append([draftOf(record(), at)])),
  );
  expect(results.map(({ status }) => status)).toEqual(Array.from({ length: 5 }, () => 'rejected'));
  await writer.append([draftOf(record(), at)]);
  expect(store.rows).toHaveLength(1);
});
