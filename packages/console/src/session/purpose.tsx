import { isPurpose, purposeLabels, type Purpose } from '@kasane/vocabulary';
import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';

/** Why the person looks, and in which conference or emergency: it goes with every question to the hub. */
export interface Looking {
  readonly purpose: Purpose | undefined;
  readonly conference: string | undefined;
  readonly emergencyReason: string | undefined;
}

interface LookingContext extends Looking {
  /** The purpose is that of the page at hand, and not the one that was chosen. */
  readonly isOfPage: boolean;
  look(as: Partial<Looking>): void;
  /** Looks for the purpose of one page; `undefined` goes back to what was chosen. */
  lookOnPage(purpose: Purpose | undefined): void;
}

const Context = createContext<LookingContext | undefined>(undefined);
const KEY = 'kasane.looking';
const nothing: Looking = { purpose: undefined, conference: undefined, emergencyReason: undefined };

export function LookingFor({ children }: { readonly children: ReactNode }): ReactNode {
  const [looking, setLooking] = useState(remembered);
  const [ofPage, lookOnPage] = useState<Purpose>();
  const context = useMemo(
    () => ({
      ...(ofPage ? { ...nothing, purpose: ofPage } : looking),
      isOfPage: ofPage !== undefined,
      lookOnPage,
      look(as: Partial<Looking>) {
        const next = { ...looking, ...as };
        sessionStorage.setItem(KEY, JSON.stringify(next));
        setLooking(next);
      },
    }),
    [looking, ofPage],
  );
  return <Context value={context}>{children}</Context>;
}

/** @throws {Error} outside of a signed-in page */
export function useLooking(): LookingContext {
  const context = use(Context);
  if (!context) throw new Error('There is no purpose here.');
  return context;
}

/**
 * A page that is looked at for a purpose of its own, which daily work cannot choose. What was chosen holds again as soon
 * as the page is left, a reload included.
 */
export function LookingAs({
  purpose,
  children,
}: {
  readonly purpose: Purpose;
  readonly children: ReactNode;
}): ReactNode {
  const { purpose: now, isOfPage, lookOnPage } = useLooking();
  useEffect(() => {
    lookOnPage(purpose);
    return () => lookOnPage(undefined);
  }, [purpose, lookOnPage]);
  // Nothing is asked before the hub would be told why.
  return isOfPage && now === purpose ? children : null;
}

function remembered(): Looking {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as Partial<Record<keyof Looking, unknown>>;
    const { purpose, conference, emergencyReason } = kept;
    return {
      purpose: isPurpose(purpose) ? purpose : undefined,
      conference: typeof conference === 'string' ? conference : undefined,
      emergencyReason: typeof emergencyReason === 'string' ? emergencyReason : undefined,
    };
  } catch {
    return nothing;
  }
}

/** Purposes of daily work; those of an emergency and of statistics belong to pages of their own. */
export const dailyPurposes = (Object.keys(purposeLabels) as Purpose[]).filter(
  (each) => !['EMERGENCY', 'STATISTICS', 'SUBJECT_ACCESS'].includes(each),
);
