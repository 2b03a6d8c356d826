import 'reflect-metadata';
import { expect, test } from '@jest/globals';
import type { Permit } from '@kasane/disclosure';
import { askOf, row } from '@kasane/subgraph-kit/testing';
import { Category, Level } from '@kasane/vocabulary';
import { livelihoodSupport } from '../livelihood-support.js';
import { HouseholdFinance } from './household-finance.js';

const ask = askOf(livelihoodSupport);
const SELECTION =
  'finance { asOf arrears { kind amountYen } incomes { item amountYen } expenses { item amountYen } }';
const finances = [
  row(HouseholdFinance, {
    asOf: '2026-10-31',
    rentArrearsYen: 84_000,
    wagesYen: 120_000,
    pensionYen: null,
    allowancesYen: null,
    remittanceYen: null,
    otherIncomeYen: 0,
    foodYen: 40_000,
    rentYen: null,
    utilitiesYen: null,
    medicalYen: null,
    educationYen: null,
    repaymentYen: null,
    otherExpenseYen: null,
  }),
];
const inSession = new Map<Category, Permit>([
  [
    Category.FINANCE,
    { level: Level.SUMMARY, rule: 'RULE', evidence: 'evidence', released: { session: 'session-1' } },
  ],
]);
const household = { file: { finances }, permits: inSession, ofHousehold: true };

test('finances released to a session are shown with every amount, and nothing of what nobody wrote down', async () => {
  const released = [{ id: 'rel-1', recordId: 'HouseholdFinance:row-1' }];
  expect(await ask(SELECTION, { ...household, released })).toEqual({
    finance: {
      asOf: '2026-10-31',
      arrears: [{ kind: 'RENT', amountYen: 84_000 }],
      incomes: [
        { item: 'WAGES', amountYen: 120_000 },
        { item: 'OTHER_INCOME', amountYen: 0 },
      ],
      expenses: [{ item: 'FOOD', amountYen: 40_000 }],
    },
  });
});

test('the summary of a session tells neither what is owed nor how many kinds of it there are', async () => {
  expect(await ask(SELECTION, household)).toEqual({
    finance: { asOf: null, arrears: null, incomes: null, expenses: null },
  });
});
