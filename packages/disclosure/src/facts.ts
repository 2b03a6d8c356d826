import type {
  Capacity,
  Category,
  ConsentEffect,
  ConsentState,
  OfficeCode,
  PersonId,
  Purpose,
  Role,
  SectorEntry,
  SectorId,
  StaffId,
  Tier,
} from '@kasane/vocabulary';

/** Who asks, and why. A viewer without a purpose is shown nothing of a person. */
export interface ViewerFacts {
  readonly staffId: StaffId;
  readonly office: OfficeCode;
  readonly sector?: SectorId | undefined;
  readonly capacity: Capacity;
  readonly roles: readonly Role[];
  readonly purpose?: Purpose | undefined;
}

/** One line of a consent: what may go (or must not go) from where to whom. */
export interface ConsentRuleFacts {
  readonly effect: ConsentEffect;
  readonly categories: readonly Category[];
  readonly maxTier: Tier;
  readonly sourceSectors: readonly SectorId[];
  /** Named recipients. With `recipientRoles` too, the viewer must be of the office and hold one of the roles. */
  readonly recipientOffices: readonly OfficeCode[];
  /** Alone, it means "those with this role who are assigned to me". */
  readonly recipientRoles: readonly Role[];
}

/** A consent record as the decision sees it: one subject, append-only events, rules. */
export interface ConsentFacts {
  readonly id: string;
  readonly subject: PersonId;
  readonly purposes: readonly Purpose[];
  readonly validFrom: Date;
  /** The first instant at which it is no longer valid. */
  readonly validUntil: Date;
  /** In order of time. */
  readonly events: readonly { readonly at: Date; readonly state: ConsentState }[];
  readonly rules: readonly ConsentRuleFacts[];
}

/** That an office, and in it a worker, is responsible for a person in one sector. */
export interface AssignmentFacts {
  readonly id: string;
  readonly person: PersonId;
  readonly sector: SectorId;
  readonly office: OfficeCode;
  /** Without it, everybody of the office is assigned. */
  readonly staff?: StaffId | undefined;
  /** Japanese calendar dates, both inclusive. */
  readonly from: string;
  readonly to?: string | undefined;
}

/** Everything a decision depends on. The order within the lists never matters. */
export interface Facts {
  readonly now: Date;
  readonly viewer: ViewerFacts;
  readonly registry: readonly SectorEntry[];
  readonly consents: readonly ConsentFacts[];
  readonly assignments: readonly AssignmentFacts[];
}
