import { officeCode, staffId, type OfficeCode, type StaffId } from '@kasane/vocabulary';

/**
 * A protective measure (DV等支援措置) of one person; those who live at the same address are covered together, each by
 * a measure of their own.
 */
export interface SampleProtectiveMeasure {
  /** `SamplePerson.key`. */
  readonly person: string;
  /** The offices to which the person is not masked. */
  readonly handlingOffices: readonly OfficeCode[];
  /** The other party and their helpers, where they work for the hub's offices. */
  readonly restrictedStaff: readonly StaffId[];
  readonly from: string;
  /** The last day, inclusive: a measure runs for a year, and is renewed only when it is asked for again. */
  readonly to: string;
}

/**
 * H04. It is handled where it was applied for (福祉総務課), where the children are looked after, and in the
 * DVセンター. The livelihood desk is not among them: it works with the mother, and a colleague at the next table works
 * with the other party (B03).
 */
export const protectiveMeasures: readonly SampleProtectiveMeasure[] = [
  'h04-mother',
  'h04-schoolchild',
  'h04-preschooler',
].map((person) => ({
  person,
  handlingOffices: ['kato-fukushi-somu', 'kato-fukushi-somu-jido', 'kato-dv-center'].map(officeCode),
  restrictedStaff: [staffId('kato-livelihood-worker-2')],
  from: '2026-03-18',
  to: '2027-03-17',
}));
