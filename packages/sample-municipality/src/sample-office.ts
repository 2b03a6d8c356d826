import type { OfficeCode, OfficeKind, OfficeStatus, OperationMode, SectorId } from '@kasane/vocabulary';

/** An office as the cities' documents print it: public data, no consent needed. */
export interface SampleOffice {
  readonly code: OfficeCode;
  /** Whose system the office works in; `undefined` for a division that works in none of the sectors' systems. */
  readonly sector: SectorId | undefined;
  readonly kind: OfficeKind;
  readonly name: string;
  /** `null` where the document prints none. */
  readonly address: string | null;
  /** The building that it is in (「…内」). Two offices in one building are still two offices. */
  readonly hostFacility?: string;
  readonly localGovernmentCode: string;
  /** `District.id`s taken from the office's own name; empty where the document does not say. */
  readonly districts: readonly string[];
  readonly cityWide: boolean;
  readonly operationMode: OperationMode;
  readonly status: OfficeStatus;
  readonly note?: string;
}
