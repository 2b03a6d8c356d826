import type { HouseholdId, HouseholdKind, Relation } from '@kasane/vocabulary';

export interface SampleMember {
  /** `SamplePerson.key`. */
  readonly person: string;
  /** To the 本人 of the case, not to the youngest: H03's grandmother is the mother's MOTHER. */
  readonly relation: Relation;
  readonly from: string;
  /** The last day, inclusive. */
  readonly to?: string;
}

/** A fictional household after the case examples of the documents (`H`), or a bystander (`B`). */
export interface SampleHousehold {
  readonly id: HouseholdId;
  readonly key: string;
  readonly caseNumber: string;
  readonly kind: HouseholdKind;
  readonly localGovernmentCode: string;
  /** `District.id` of where the household lives. */
  readonly district: string;
  readonly members: readonly SampleMember[];
}
