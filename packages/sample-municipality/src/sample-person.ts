import type { PersonId } from '@kasane/vocabulary';

/** A fictional person. No such name, address or number exists; ages are told as of 2026. */
export interface SamplePerson {
  /** Random and meaningless: nothing of the household or the city can be read from it. */
  readonly id: PersonId;
  /** How tests and seeds speak of the person. It never leaves this package's callers as an id. */
  readonly key: string;
  readonly name: string;
  readonly kana: string;
  readonly romanName?: string;
  /** `YYYY-MM-DD`. */
  readonly birthDate: string;
  readonly sex: 'MALE' | 'FEMALE' | 'UNKNOWN';
  /** ISO 3166-1 alpha-2; absent where not recorded. */
  readonly nationality?: string;
  /** BCP 47, the one that the person speaks best first; absent where not recorded. */
  readonly languages?: readonly string[];
  /** What the person needs in order to be understood, in the worker's words. */
  readonly languageNeed?: string;
  readonly address: string;
  readonly phone: string;
  readonly localGovernmentCode: string;
}
