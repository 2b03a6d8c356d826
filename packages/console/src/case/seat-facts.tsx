import type { CaseSeatFragment } from '../generated/operations.js';
import type { Fact } from '../ui/facts.js';
import { day, word } from '../words/words.js';

/** What stands of a seat now, for who was about to change it. */
export const seatFacts = (seat: CaseSeatFragment): readonly Fact[] => [
  ['機関', seat.office?.name],
  ['担当者', seat.staffName],
  ['主・副', seat.responsibility && word('Responsibility', seat.responsibility)],
  ['役割', seat.duty && [word('Duty', seat.duty), seat.dutyNote].filter(Boolean).join(' ')],
  ['見直し日', seat.reviewOn && day(seat.reviewOn)],
  [
    '期間',
    [seat.from && `${day(seat.from)}から`, seat.to && `${day(seat.to)}まで`].filter(Boolean).join(' '),
  ],
];
