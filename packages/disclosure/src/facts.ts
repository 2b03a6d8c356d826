import type {
  Capacity,
  Category,
  ConsentEffect,
  ConsentState,
  GrantorRelation,
  OfficeCode,
  PersonId,
  Purpose,
  Role,
  SectorEntry,
  SectorId,
  StaffId,
  Tier,
} from '@kasane/vocabulary';
import type { SessionBasis } from './bases.js';

/** Who asks, and why. A viewer without a purpose is shown nothing of a person. */
export interface ViewerFacts {
  readonly staffId: StaffId;
  readonly office: OfficeCode;
  readonly sector?: SectorId | undefined;
  readonly capacity: Capacity;
  readonly roles: readonly Role[];
  readonly purpose?: Purpose | undefined;
  /** The one session that the viewer works in now. */
  readonly conference?: string | undefined;
  readonly emergencyReason?: string | undefined;
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
  /** Who spoke for the subject, and by what authority. */
  readonly grantors: readonly {
    readonly relation: GrantorRelation;
    /** Where the hub knows them. */
    readonly person?: PersonId | undefined;
  }[];
  readonly purposes: readonly Purpose[];
  readonly validFrom: Date;
  /** The first instant at which it is no longer valid, unless it is renewed. */
  readonly validUntil: Date;
  /** In order of time. */
  readonly events: readonly {
    readonly at: Date;
    readonly state: ConsentState;
    /** A renewal's new end. */
    readonly until?: Date | undefined;
  }[];
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
  /** A seat in a case that another office leads: it opens who somebody is (T1), not what others wrote of them. */
  readonly basicOnly?: boolean | undefined;
  /** Japanese calendar dates, both inclusive. */
  readonly from: string;
  readonly to?: string | undefined;
}

/** An open instance of a statute: a conference, a council, a response to abuse. */
export interface SessionFacts {
  readonly id: string;
  readonly basis: SessionBasis;
  /** Those of the households on its agenda. */
  readonly subjects: readonly PersonId[];
  /** The roster. Whoever has not accepted the duty of confidentiality is not shown anything. */
  readonly members: readonly {
    readonly staff: StaffId;
    readonly office: OfficeCode;
    readonly pledgedAt?: Date | undefined;
  }[];
  readonly opensAt: Date;
  /** The first instant at which it is over. */
  readonly closesAt: Date;
  /** What it needs to know, besides who the persons are. */
  readonly categories: readonly Category[];
  /** Whose refusal this very session has weighed, and why it goes on is on record. */
  readonly justified: readonly PersonId[];
  /** Releases of the closed tier (T4) to which the coordinator agreed too. */
  readonly approved: readonly string[];
}

/** Somebody broke the glass for a person: stated why, and will be asked. */
export interface EmergencyFacts {
  readonly id: string;
  readonly person: PersonId;
  readonly staff: StaffId;
  readonly from: Date;
  readonly until: Date;
}

/** A protective measure (DV等支援措置). Its existence is told to nobody outside the offices that handle it. */
export interface MeasureFacts {
  readonly id: string;
  readonly person: PersonId;
  readonly handlingOffices: readonly OfficeCode[];
  /** The other party, where they work for the hub's offices. */
  readonly restrictedStaff: readonly StaffId[];
  /** Japanese calendar dates, both inclusive. */
  readonly from: string;
  readonly to?: string | undefined;
}

/** A worker who must keep away from a person: a relative, a neighbour. */
export interface ConflictFacts {
  readonly id: string;
  readonly staff: StaffId;
  readonly person: PersonId;
}

/** That somebody is suspected of abusing a person: they do not speak for that person. */
export interface SuspicionFacts {
  readonly person: PersonId;
  readonly suspect: PersonId;
}

/** Everything a decision depends on. The order within the lists never matters. */
export interface Facts {
  readonly now: Date;
  readonly viewer: ViewerFacts;
  readonly registry: readonly SectorEntry[];
  readonly consents: readonly ConsentFacts[];
  readonly assignments: readonly AssignmentFacts[];
  readonly sessions: readonly SessionFacts[];
  readonly emergencies: readonly EmergencyFacts[];
  readonly measures: readonly MeasureFacts[];
  readonly conflicts: readonly ConflictFacts[];
  readonly suspicions: readonly SuspicionFacts[];
  /** `YYYY-MM-DD`; somebody whose birth date is unknown has none. */
  readonly birthDates: ReadonlyMap<PersonId, string>;
}

/** Nothing is known of anybody: what a sector adds its own assignments to. */
export const noFacts: Omit<Facts, 'now' | 'viewer' | 'registry'> = {
  consents: [],
  assignments: [],
  sessions: [],
  emergencies: [],
  measures: [],
  conflicts: [],
  suspicions: [],
  birthDates: new Map(),
};
