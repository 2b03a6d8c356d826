import type { ReactNode } from 'react';
import type { ReferralStandingFragment } from '../generated/operations.js';
import { Mark } from '../ui/mark.js';
import { PersonName } from '../ui/person-name.js';
import { Names } from '../ui/persons.js';
import { day, daysUntil, todayInJapan, word } from '../words/words.js';

export type Standing = ReferralStandingFragment;

const marks = {
  SENT: 'soon',
  ACCEPTED: 'soon',
  SENT_BACK: 'late',
  CONTACTED: 'good',
  DONE: 'good',
  WITHDRAWN: 'plain',
  SENT_ON: 'plain',
} as const;

export const StateMark = ({ state }: Pick<Standing, 'state'>): ReactNode => (
  <Mark kind={marks[state]}>{word('ReferralState', state)}</Mark>
);

/** A day, and how far it is; a day that is over stands out in words. */
export const Due = ({ on }: { readonly on: string | null }): ReactNode =>
  on && (
    <>
      {day(on)} <Mark kind={on < todayInJapan() ? 'late' : 'soon'}>{daysUntil(on)}</Mark>
    </>
  );

/** Whom it is about, as far as one may know. */
export const About = ({ persons }: Pick<Standing, 'persons'>): ReactNode =>
  persons.length === 0 ? <PersonName identity={null} /> : <Names of={persons} />;

export const officeName = ({ name, code }: Pick<Standing['fromOffice'], 'name' | 'code'>): string =>
  name ?? code;
