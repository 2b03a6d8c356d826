import { fileNumbers } from './file-numbers.js';

/** Visits that found nothing. */
const visits = (...days: readonly string[]) =>
  days.map((attendedOn, at) => ({ number: at + 1, attendedOn, finding: null }));

/** Pregnancies, in the mothers' files, and vaccinations. As in `records`, all fictional. */
export const maternalRecords = [
  {
    id: 'pregnancy-h03-mother',
    localId: fileNumbers['h03-mother'],
    notifiedOn: '2020-11-24',
    weeksAtNotification: 10,
    dueOn: '2021-06-20',
    endedOn: '2021-06-12',
    antenatalVisitsText: JSON.stringify(visits('2020-12-08', '2021-01-12', '2021-02-16', '2021-03-16')),
    postnatalCareText: JSON.stringify([
      { kind: 'HOME_VISIT', on: '2021-07-06', note: '助産師と通訳が訪問。授乳の相談。' },
    ]),
    epdsText: JSON.stringify([{ on: '2021-07-06', score: 6, response: '経過をみる。' }]),
  },
  {
    id: 'pregnancy-h07-mother',
    localId: fileNumbers['h07-mother'],
    notifiedOn: '2020-01-27',
    weeksAtNotification: 9,
    dueOn: '2020-08-30',
    endedOn: '2020-08-21',
    antenatalVisitsText: JSON.stringify(visits('2020-02-18', '2020-03-17', '2020-04-21')),
    postnatalCareText: JSON.stringify([
      { kind: 'DAY', on: '2020-10-13', note: '眠れない日が続くため利用。' },
      { kind: '電話相談', on: '2020-11-10', note: null },
    ]),
    epdsText: JSON.stringify([
      { on: '2020-09-15', score: 11, response: '保健師の訪問を月1回にした。' },
      { on: '2020-11-17', score: 8, response: '経過をみる。' },
    ]),
  },
  {
    id: 'pregnancy-h11-mother',
    localId: fileNumbers['h11-mother'],
    notifiedOn: '2012-05-14',
    weeksAtNotification: 22,
    dueOn: '2012-09-20',
    endedOn: '2012-09-14',
    antenatalVisitsText: JSON.stringify([
      { number: 1, attendedOn: '2012-06-05', finding: null },
      { number: 2, attendedOn: null, finding: null },
    ]),
    postnatalCareText: null,
    epdsText: JSON.stringify([{ on: '2012-10-16', score: 13, response: '受診につないだ。' }]),
  },
] as const;

export const vaccinations = [
  {
    id: 'vaccination-h03-preschooler-1',
    localId: fileNumbers['h03-preschooler'],
    vaccine: 'MR(麻しん風しん)',
    dose: 1,
    givenOn: '2022-08-09',
  },
  {
    id: 'vaccination-h06-schoolchild-1',
    localId: fileNumbers['h06-schoolchild'],
    vaccine: 'MR(麻しん風しん)',
    dose: 1,
    givenOn: '2018-11-20',
  },
  {
    id: 'vaccination-h07-child-1',
    localId: fileNumbers['h07-child'],
    vaccine: 'MR(麻しん風しん)',
    dose: 1,
    givenOn: '2021-10-12',
  },
  {
    id: 'vaccination-h07-child-2',
    localId: fileNumbers['h07-child'],
    vaccine: 'MR(麻しん風しん)',
    dose: 2,
    givenOn: '2026-06-02',
  },
] as const;
