import * as conference from './conference-records.js';

/** 児童台帳の番号, by sample key. The grandparents are in the file as members of the family, not as its clients. */
export const fileNumbers = {
  'h03-mother': '7000000301',
  'h03-schoolchild': '7000000302',
  'h03-preschooler': '7000000303',
  'h03-grandmother': '7000000304',
  'h06-mother': '7000000601',
  'h06-teenager': '7000000602',
  'h06-schoolchild': '7000000603',
  'h06-grandfather': '7000000604',
  'b01-grandchild': '7000009101',
  'b02-self': '7000009201',
  'b02-child': '7000009202',
  ...conference.fileNumbers,
} as const;
