import type { OfficeCode, SectorId, StaffId } from '@kasane/vocabulary';
import { CHILD_FAMILY, DISABILITY_SUPPORT, ELDER_CARE, LIVELIHOOD_SUPPORT } from './sectors.js';
import { staffById } from './staff.js';

/** Who is responsible for a person in one sector, from when: what the sector's own table of responsibility holds. */
export interface SampleAssignment {
  /** `SamplePerson.key`. */
  readonly person: string;
  readonly sector: SectorId;
  readonly office: OfficeCode;
  readonly staff: StaffId;
  readonly role: 'LEAD' | 'DEPUTY';
  readonly from: string;
  /** The last day, inclusive. */
  readonly to?: string;
}

/** The office is the worker's own: nobody is assigned through an office that is not theirs. */
function assign(
  person: string,
  sector: SectorId,
  staff: string,
  from: string,
  { role = 'LEAD', to }: { readonly role?: SampleAssignment['role']; readonly to?: string } = {},
): SampleAssignment {
  const { staffId, office } = staffById(staff);
  return { person, sector, office, staff: staffId, role, from, ...(to !== undefined && { to }) };
}

export const assignments: readonly SampleAssignment[] = [
  // H01: the 本人 was never connected to a disability office and saw no doctor.
  assign('h01-self', LIVELIHOOD_SUPPORT, 'aizu-livelihood-worker', '2025-04-21'),
  assign('h01-child', LIVELIHOOD_SUPPORT, 'aizu-livelihood-worker', '2025-04-21'),
  assign('h01-father', ELDER_CARE, 'aizu-houkatsu-2-worker', '2025-05-12'),
  assign('h01-mother', ELDER_CARE, 'aizu-houkatsu-2-worker', '2025-05-12'),
  assign('h01-child', DISABILITY_SUPPORT, 'aizu-shougai-kikan-worker', '2025-05-12', { to: '2025-09-30' }),
  assign('h01-child', DISABILITY_SUPPORT, 'aizu-shougai-2-worker', '2025-10-01'),

  // H02: elder care because of the abuse, disability support because of the child's illness.
  assign('h02-self', LIVELIHOOD_SUPPORT, 'aizu-livelihood-worker', '2025-06-16'),
  assign('h02-child', LIVELIHOOD_SUPPORT, 'aizu-livelihood-worker', '2025-06-16'),
  assign('h02-self', ELDER_CARE, 'aizu-houkatsu-3-worker', '2025-07-01'),
  assign('h02-child', DISABILITY_SUPPORT, 'aizu-shougai-kikan-worker', '2025-07-01'),

  // H03
  assign('h03-mother', CHILD_FAMILY, 'kato-kodomo-worker', '2025-05-19'),
  assign('h03-schoolchild', CHILD_FAMILY, 'kato-kodomo-worker', '2025-05-19'),
  assign('h03-preschooler', CHILD_FAMILY, 'kato-kodomo-worker', '2025-05-19'),
  assign('h03-preschooler', DISABILITY_SUPPORT, 'kato-shougai-worker', '2025-06-02'),
  assign('h03-preschooler', DISABILITY_SUPPORT, 'kato-keikaku-worker', '2025-06-09', { role: 'DEPUTY' }),
  assign('h03-grandmother', ELDER_CARE, 'kato-elder-care-worker', '2025-06-02'),
  assign('h03-mother', LIVELIHOOD_SUPPORT, 'kato-livelihood-worker', '2025-06-02'),

  // H06
  assign('h06-mother', CHILD_FAMILY, 'kato-kodomo-worker', '2025-07-14'),
  assign('h06-teenager', CHILD_FAMILY, 'kato-kodomo-worker', '2025-07-14'),
  assign('h06-schoolchild', CHILD_FAMILY, 'kato-kodomo-worker', '2025-07-14'),
  assign('h06-grandfather', ELDER_CARE, 'kato-elder-care-worker', '2025-08-04'),
  assign('h06-grandmother', ELDER_CARE, 'kato-elder-care-worker', '2025-08-04'),
  assign('h06-uncle', DISABILITY_SUPPORT, 'kato-shougai-worker', '2025-08-04'),
  assign('h06-mother', LIVELIHOOD_SUPPORT, 'kato-livelihood-worker', '2025-08-04'),

  // Bystanders: offices, or at least workers, that no case above has.
  assign('b01-self', ELDER_CARE, 'aizu-houkatsu-1-worker', '2025-04-01'),
  assign('b01-grandchild', CHILD_FAMILY, 'aizu-kodomo-worker', '2025-04-01'),
  assign('b02-self', CHILD_FAMILY, 'kato-hitorioya-worker', '2025-09-01'),
  assign('b02-child', CHILD_FAMILY, 'kato-hitorioya-worker', '2025-09-01'),

  // H04
  assign('h04-mother', LIVELIHOOD_SUPPORT, 'kato-livelihood-worker', '2026-03-09'),
  assign('h04-mother', CHILD_FAMILY, 'kato-kodomo-worker', '2026-03-11'),
  assign('h04-schoolchild', CHILD_FAMILY, 'kato-kodomo-worker', '2026-03-11'),
  assign('h04-preschooler', CHILD_FAMILY, 'kato-kodomo-worker', '2026-03-11'),

  // H05: the son was never seen by a doctor.
  assign('h05-mother', ELDER_CARE, 'kato-elder-care-worker', '2025-10-06'),
  assign('h05-self', DISABILITY_SUPPORT, 'kato-shougai-worker', '2025-11-17'),

  // H07: nobody works with the father.
  assign('h07-child', CHILD_FAMILY, 'kato-kodomo-worker', '2025-09-09'),
  assign('h07-mother', CHILD_FAMILY, 'kato-kodomo-worker', '2025-09-09'),
  assign('h07-child', DISABILITY_SUPPORT, 'kato-shougai-worker', '2025-09-22'),
  assign('h07-child', DISABILITY_SUPPORT, 'kato-keikaku-worker', '2025-10-14', { role: 'DEPUTY' }),
  assign('h07-mother', DISABILITY_SUPPORT, 'kato-shougai-worker', '2026-02-02'),

  // H08
  assign('h08-self', LIVELIHOOD_SUPPORT, 'kato-livelihood-worker', '2025-07-07'),
  assign('h08-mother', ELDER_CARE, 'kato-elder-care-worker', '2025-08-18'),

  // H09: one sector, and no consent to any other.
  assign('h09-self', LIVELIHOOD_SUPPORT, 'kato-livelihood-worker', '2026-08-17'),

  // H10
  assign('h10-mother', DISABILITY_SUPPORT, 'kato-shougai-worker', '2025-06-23'),
  assign('h10-brother', DISABILITY_SUPPORT, 'kato-shougai-worker', '2025-06-23'),
  assign('h10-brother', DISABILITY_SUPPORT, 'kato-keikaku-worker', '2025-07-07', { role: 'DEPUTY' }),
  assign('h10-carer', CHILD_FAMILY, 'kato-kodomo-worker', '2025-06-30'),
  assign('h10-brother', CHILD_FAMILY, 'kato-kodomo-worker', '2025-06-30'),

  // H11
  assign('h11-mother', CHILD_FAMILY, 'kato-kodomo-worker', '2026-01-26'),
  assign('h11-child', CHILD_FAMILY, 'kato-kodomo-worker', '2026-01-26'),
  assign('h11-mother', LIVELIHOOD_SUPPORT, 'kato-livelihood-worker', '2026-02-24'),

  // H12
  assign('h12-self', ELDER_CARE, 'kato-elder-care-worker', '2025-05-12'),
  assign('h12-spouse', ELDER_CARE, 'kato-elder-care-worker', '2025-05-12'),
  assign('h12-child', DISABILITY_SUPPORT, 'kato-shougai-worker', '2025-05-19'),
  assign('h12-child', DISABILITY_SUPPORT, 'kato-keikaku-worker', '2025-09-08', { role: 'DEPUTY' }),

  // B03
  assign('b03-self', LIVELIHOOD_SUPPORT, 'kato-livelihood-worker-2', '2025-12-08'),
];

/** What one sector seeds its table of responsibility from. */
export const assignmentsIn = (sector: SectorId): readonly SampleAssignment[] =>
  assignments.filter((each) => each.sector === sector);
