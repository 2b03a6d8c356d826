import type { Entry } from './entries.js';

/** What is looked for; an empty text is everything. */
export interface Filter {
  readonly office: string;
  readonly category: string;
  readonly kind: string;
}

export const everything: Filter = { office: '', category: '', kind: '' };

export const filtered = (entries: readonly Entry[], { office, category, kind }: Filter): readonly Entry[] =>
  entries.filter(
    (entry) =>
      (office === '' || entry.office === office) &&
      (category === '' || entry.category === category) &&
      (kind === '' || entry.kind === kind),
  );

/** The different values that there are to choose from, by code unit. */
export const valuesOf = (entries: readonly Entry[], of: keyof Filter): readonly string[] =>
  [...new Set(entries.flatMap((entry) => entry[of] ?? []))].sort();
