import { useState, type ReactNode } from 'react';
import { Conflict } from '../form/conflict.js';
import { isConflict } from '../hub/change.js';
import { StaffName } from '../office/staff.js';
import type { Fact } from '../ui/facts.js';
import { moment, word } from '../words/words.js';
import type { Consent } from './consent-page.js';
import { lastDayInWords } from './last-day.js';

interface Overtaken<Values> {
  /** How many events the consent had when it was last before the writer's eyes. */
  readonly expectedEvents: number | null;
  /** Sends, and keeps what was to be sent when somebody else was first. */
  send(values: Values, change: () => Promise<void>): Promise<void>;
  /** What stands now beside what was to be sent; nothing unless somebody was first. */
  readonly conflict: ReactNode;
}

/** Two who change one consent at once: what one did is shown to the other, whose input stays. */
export function useOvertaken<Values>(
  consent: Consent,
  readAgain: () => void,
  factsOf: (values: Values) => readonly Fact[],
): Overtaken<Values> {
  const [opened] = useState(consent.events?.length ?? null);
  const [mine, setMine] = useState<Values>();
  const now = consent.events?.length ?? null;
  return {
    expectedEvents: mine === undefined ? opened : now,
    async send(values, change) {
      try {
        await change();
      } catch (error) {
        if (isConflict(error)) {
          setMine(values);
          readAgain();
        }
        throw error;
      }
    },
    conflict: mine !== undefined && now !== opened && (
      <Conflict now={factsNow(consent)} mine={factsOf(mine)} />
    ),
  };
}

function factsNow({ state, validUntil, events }: Consent): readonly Fact[] {
  const last = events?.at(-1);
  return [
    ['状態', state && word('ConsentState', state)],
    ['終わる日', validUntil && lastDayInWords(validUntil)],
    ['最後の出来事', last?.state && word('ConsentState', last.state)],
    ['いつ', last?.at && moment(last.at)],
    ['意思を伝えた人', last?.expressedBy],
    ['記録した職員', last && <StaffName key="by" id={last.recordedBy} />],
  ];
}
