import { officeCode, Role, type OfficeCode, type StaffId } from '@kasane/vocabulary';
import { lookupBy } from './lookup.js';
import { staffById } from './staff.js';

/** One seat in a multi-agency case: which office, who of it, and for which members of the household. */
export interface SampleRosterRow {
  readonly office: OfficeCode;
  /** Absent for an office that takes part without an account of its own. */
  readonly staff?: StaffId;
  readonly role: Role;
  /** `SamplePerson.key`s; `ALL` is every member of the household. */
  readonly persons: 'ALL' | readonly string[];
  readonly from: string;
  /** The last day, inclusive. */
  readonly to?: string;
}

export interface SampleRoster {
  /** `SampleHousehold.key`. */
  readonly household: string;
  readonly rows: readonly SampleRosterRow[];
}

function seat(
  staff: string,
  persons: SampleRosterRow['persons'],
  from: string,
  to?: string,
): SampleRosterRow {
  const { staffId, office, roles } = staffById(staff);
  const [role = Role.SECTOR_WORKER] = roles;
  return { office, staff: staffId, role, persons, from, ...(to !== undefined && { to }) };
}

const officeSeat = (office: string, persons: SampleRosterRow['persons'], from: string): SampleRosterRow => ({
  office: officeCode(office),
  role: Role.SECTOR_WORKER,
  persons,
  from,
});

/**
 * The multi-agency case of each household. To have attended one 支援会議 is not to have a seat: 都市政策課 and
 * ひとり親担当 met about H03, but took no part in the 役割分担. The bystanders have no coordinator: theirs are not
 * multi-agency cases, and a coordinator does not find them.
 */
export const rosters: readonly SampleRoster[] = [
  {
    household: 'H01',
    rows: [
      seat('aizu-coordinator', 'ALL', '2025-05-12'),
      seat('aizu-livelihood-worker', ['h01-self', 'h01-child'], '2025-05-12'),
      seat('aizu-houkatsu-2-worker', ['h01-father', 'h01-mother'], '2025-05-12'),
      seat('aizu-shougai-kikan-worker', ['h01-child'], '2025-05-12', '2025-09-30'),
      seat('aizu-shougai-2-worker', ['h01-child'], '2025-10-01'),
    ],
  },
  {
    household: 'H02',
    rows: [
      seat('aizu-coordinator', 'ALL', '2025-07-01'),
      seat('aizu-livelihood-worker', ['h02-self', 'h02-child'], '2025-07-01'),
      seat('aizu-houkatsu-3-worker', ['h02-self'], '2025-07-01'),
      seat('aizu-shougai-kikan-worker', ['h02-child'], '2025-07-01'),
    ],
  },
  {
    household: 'H03',
    rows: [
      seat('kato-coordinator', 'ALL', '2025-06-02'),
      seat('kato-kodomo-worker', ['h03-mother', 'h03-schoolchild', 'h03-preschooler'], '2025-06-02'),
      seat('kato-elder-care-worker', ['h03-grandmother'], '2025-06-02'),
      seat('kato-shougai-worker', ['h03-preschooler'], '2025-06-02'),
      seat('kato-keikaku-worker', ['h03-preschooler'], '2025-06-09'),
      seat('kato-livelihood-worker', ['h03-mother'], '2025-06-02'),
      officeSeat('kato-kodomo-kyoiku', ['h03-preschooler'], '2025-06-09'),
      officeSeat('kato-gakko-kyoiku', ['h03-schoolchild'], '2025-06-09'),
    ],
  },
  {
    household: 'H06',
    rows: [
      seat('kato-coordinator', 'ALL', '2025-08-04'),
      seat('kato-kodomo-worker', ['h06-mother', 'h06-teenager', 'h06-schoolchild'], '2025-08-04'),
      seat('kato-elder-care-worker', ['h06-grandfather', 'h06-grandmother'], '2025-08-04'),
      seat('kato-shougai-worker', ['h06-uncle'], '2025-08-04'),
      seat('kato-livelihood-worker', ['h06-mother'], '2025-08-04'),
    ],
  },
  {
    household: 'B01',
    rows: [
      seat('aizu-houkatsu-1-worker', ['b01-self'], '2025-04-01'),
      seat('aizu-kodomo-worker', ['b01-grandchild'], '2025-04-01'),
    ],
  },
  { household: 'B02', rows: [seat('kato-hitorioya-worker', 'ALL', '2025-09-01')] },
  {
    household: 'H04',
    rows: [
      seat('kato-coordinator', 'ALL', '2026-03-16'),
      seat('kato-kodomo-worker', ['h04-mother', 'h04-schoolchild', 'h04-preschooler'], '2026-03-16'),
      seat('kato-livelihood-worker', ['h04-mother'], '2026-03-16'),
      seat('kato-dv-worker', 'ALL', '2026-03-16'),
    ],
  },
  {
    household: 'H05',
    rows: [
      seat('kato-coordinator', 'ALL', '2025-11-24'),
      seat('kato-elder-care-worker', ['h05-mother'], '2025-11-24'),
      seat('kato-shougai-worker', ['h05-self'], '2025-11-24'),
    ],
  },
  {
    household: 'H07',
    rows: [
      seat('kato-coordinator', 'ALL', '2025-10-06'),
      seat('kato-kodomo-worker', ['h07-child', 'h07-mother'], '2025-10-06'),
      seat('kato-shougai-worker', ['h07-child', 'h07-mother'], '2026-02-02'),
      seat('kato-keikaku-worker', ['h07-child'], '2025-10-14'),
      officeSeat('kato-kodomo-kyoiku', ['h07-child'], '2025-10-14'),
      officeSeat('kato-gakko-kyoiku', ['h07-child'], '2026-06-01'),
    ],
  },
  {
    household: 'H08',
    rows: [
      seat('kato-coordinator', 'ALL', '2025-08-25'),
      seat('kato-livelihood-worker', ['h08-self'], '2025-08-25'),
      seat('kato-elder-care-worker', ['h08-mother'], '2025-08-25'),
    ],
  },
  {
    household: 'H09',
    rows: [
      seat('kato-coordinator', 'ALL', '2026-08-24'),
      seat('kato-livelihood-worker', ['h09-self'], '2026-08-24'),
    ],
  },
  {
    household: 'H10',
    rows: [
      seat('kato-coordinator', 'ALL', '2025-07-07'),
      seat('kato-kodomo-worker', ['h10-carer', 'h10-brother'], '2025-07-07'),
      seat('kato-shougai-worker', ['h10-mother', 'h10-brother'], '2025-07-07'),
      seat('kato-keikaku-worker', ['h10-brother'], '2025-07-07'),
    ],
  },
  {
    household: 'H11',
    rows: [
      seat('kato-coordinator', 'ALL', '2026-03-02'),
      seat('kato-kodomo-worker', ['h11-child', 'h11-mother'], '2026-03-02'),
      seat('kato-livelihood-worker', ['h11-mother'], '2026-03-02'),
      officeSeat('kato-gakko-kyoiku', ['h11-child'], '2026-03-02'),
    ],
  },
  {
    household: 'H12',
    rows: [
      seat('kato-coordinator', 'ALL', '2025-05-19'),
      seat('kato-elder-care-worker', ['h12-self', 'h12-spouse'], '2025-05-19'),
      seat('kato-shougai-worker', ['h12-child'], '2025-05-19'),
      seat('kato-keikaku-worker', ['h12-child'], '2025-09-08'),
    ],
  },
  { household: 'B03', rows: [seat('kato-livelihood-worker-2', 'ALL', '2025-12-08')] },
];

/** The roster of a household by its key. @throws {Error} when the sample has no such household. */
export const rosterOf = lookupBy('roster of household', rosters, ({ household }) => household);
