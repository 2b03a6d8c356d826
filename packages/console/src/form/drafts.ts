/**
 * What somebody was writing, kept on this machine until it is sent: a reload, an ended session or a power cut loses
 * nothing. Only the same member of staff is shown it again, and it is forgotten after a week.
 */
const PREFIX = 'kasane.draft';
const WEEK_MS = 7 * 86_400_000;

interface Kept {
  readonly at: number;
  readonly values: unknown;
}

const keyOf = (staffId: string, form: string): string => `${PREFIX}:${staffId}:${form}`;

export function readDraft(staffId: string, form: string): unknown {
  const kept = parse(localStorage.getItem(keyOf(staffId, form)));
  return kept && Date.now() - kept.at < WEEK_MS ? kept.values : undefined;
}

export function keepDraft(staffId: string, form: string, values: unknown): void {
  const kept: Kept = { at: Date.now(), values };
  try {
    localStorage.setItem(keyOf(staffId, form), JSON.stringify(kept));
  } catch {
    // A full disk: the page still holds what is typed.
  }
}

export function forgetDraft(staffId: string, form: string): void {
  localStorage.removeItem(keyOf(staffId, form));
}

export interface FoundDraft {
  readonly form: string;
  readonly at: Date;
  readonly values: unknown;
}

/** The drafts whose form's name begins so, the newest first: to go on with one of several. */
export function listDrafts(staffId: string, beginning: string): readonly FoundDraft[] {
  const prefix = keyOf(staffId, beginning);
  return Object.keys(localStorage)
    .flatMap((key) => {
      const kept = key.startsWith(prefix) ? parse(localStorage.getItem(key)) : undefined;
      return kept && Date.now() - kept.at < WEEK_MS
        ? [{ form: beginning + key.slice(prefix.length), at: new Date(kept.at), values: kept.values }]
        : [];
    })
    .sort((a, b) => b.at.getTime() - a.at.getTime());
}

/** Throws away what is older than a week, whoever wrote it. */
export function forgetOldDrafts(): void {
  for (const key of Object.keys(localStorage)) {
    if (!key.startsWith(`${PREFIX}:`)) continue;
    const kept = parse(localStorage.getItem(key));
    if (!kept || Date.now() - kept.at >= WEEK_MS) localStorage.removeItem(key);
  }
}

function parse(text: string | null): Kept | undefined {
  if (text === null) return undefined;
  try {
    const kept = JSON.parse(text) as Partial<Kept>;
    return typeof kept.at === 'number' ? { at: kept.at, values: kept.values } : undefined;
  } catch {
    return undefined;
  }
}
