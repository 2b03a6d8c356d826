import {
  Capacity,
  Category,
  ConsentEffect,
  ConsentState,
  defaultRegistry,
  endOfJapanDay,
  officeCode,
  personId,
  Purpose,
  Role,
  sectorId,
  staffId,
  startOfJapanDay,
  Tier,
} from '@kasane/vocabulary';
import type { PersonId, SectorId } from '@kasane/vocabulary';
import type { Cell } from './cell.js';
import { decide } from './decide.js';
import type { AssignmentFacts, ConsentFacts, ConsentRuleFacts, Facts, ViewerFacts } from './facts.js';

/** A Sunday morning in Japan; every builder below holds on this day unless told otherwise. */
export const NOW = new Date('2026-11-22T10:00:00+09:00');

export const MOTHER = personId('mother');
export const SON = personId('son');
export const ELDER_CARE = sectorId('elder-care');
export const LIVELIHOOD = sectorId('livelihood-support');
export const CITY_HALL = officeCode('city-hall');
export const OTHER_OFFICE = officeCode('other-office');

/** The coordinator at city hall, with a purpose and no assignment. */
export const aViewer = (given: Partial<ViewerFacts> = {}): ViewerFacts => ({
  staffId: staffId('suzuki'),
  office: CITY_HALL,
  sector: sectorId('collaboration'),
  capacity: Capacity.CITY_STAFF,
  roles: [Role.COORDINATOR],
  purpose: Purpose.CONSULTATION,
  ...given,
});

/** Elder care may tell city hall of the care-need certification. */
export const aRule = (given: Partial<ConsentRuleFacts> = {}): ConsentRuleFacts => ({
  effect: ConsentEffect.PERMIT,
  categories: [Category.CARE_CERT],
  maxTier: Tier.T3,
  sourceSectors: [ELDER_CARE],
  recipientOffices: [CITY_HALL],
  recipientRoles: [],
  ...given,
});

/** The mother's consent for the fiscal year. */
export const aConsent = (given: Partial<ConsentFacts> = {}): ConsentFacts => ({
  id: 'c-1',
  subject: MOTHER,
  purposes: [Purpose.CONSULTATION],
  validFrom: startOfJapanDay('2026-04-01'),
  validUntil: endOfJapanDay('2027-03-31'),
  events: [{ at: startOfJapanDay('2026-04-01'), state: ConsentState.GIVEN }],
  rules: [aRule()],
  ...given,
});

/** A consent form that was put to the mother, and what became of it. */
export const inState = (
  state: ConsentState,
  at = new Date('2026-11-01T10:00:00+09:00'),
): ConsentFacts['events'] => [...aConsent().events, { at, state }];

/** City hall is responsible for the mother, and Suzuki is assigned to her. */
export const anAssignment = (given: Partial<AssignmentFacts> = {}): AssignmentFacts => ({
  id: 'a-1',
  person: MOTHER,
  sector: sectorId('collaboration'),
  office: CITY_HALL,
  staff: staffId('suzuki'),
  from: '2026-04-01',
  ...given,
});

export const someFacts = (given: Partial<Facts> = {}): Facts => ({
  now: NOW,
  viewer: aViewer(),
  registry: defaultRegistry,
  consents: [],
  assignments: [],
  ...given,
});

/** What is decided about one cell: by default the mother's care-need certification. */
export function cellOf(
  facts: Facts,
  { person = MOTHER, sector = ELDER_CARE, category = Category.CARE_CERT as Category }: CellName = {},
): Cell {
  const cell = decide(facts, [person]).get(person)?.get(sector)?.get(category);
  if (!cell) throw new Error(`${sector} has no ${category}`);
  return cell;
}

interface CellName {
  readonly person?: PersonId;
  readonly sector?: SectorId;
  readonly category?: Category;
}

/** A decision as a flat list, for comparing. */
export const cellsOf = (decision: ReturnType<typeof decide>): readonly DecidedCell[] =>
  [...decision].flatMap(([person, sectors]) =>
    [...sectors].flatMap(([sector, cells]) =>
      [...cells].map(([category, cell]) => ({ person, sector, category, cell })),
    ),
  );

export interface DecidedCell {
  readonly person: PersonId;
  readonly sector: SectorId;
  readonly category: Category;
  readonly cell: Cell;
}
