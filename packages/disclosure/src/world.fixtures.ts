import {
  Capacity,
  Category,
  ConsentEffect,
  ConsentState,
  defaultRegistry,
  endOfJapanDay,
  GrantorRelation,
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
import { Basis } from './bases.js';
import type { Cell } from './cell.js';
import { decide } from './decide.js';
import { noFacts } from './facts.js';
import type {
  AssignmentFacts,
  ConflictFacts,
  ConsentFacts,
  ConsentRuleFacts,
  EmergencyFacts,
  Facts,
  MeasureFacts,
  SessionFacts,
  ViewerFacts,
} from './facts.js';

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

/** The mother's own consent for the fiscal year. */
export const aConsent = (given: Partial<ConsentFacts> = {}): ConsentFacts => ({
  id: 'c-1',
  subject: MOTHER,
  grantors: [{ relation: GrantorRelation.SELF }],
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

/** A 支援会議 about the mother, open this morning, with Suzuki bound to secrecy; it needs the care-need certification. */
export const aSession = (given: Partial<SessionFacts> = {}): SessionFacts => ({
  id: 's-1',
  basis: Basis.SWA_106_6,
  subjects: [MOTHER],
  members: [
    {
      staff: staffId('suzuki'),
      office: CITY_HALL,
      pledgedAt: new Date('2026-11-20T10:00:00+09:00'),
    },
  ],
  opensAt: new Date('2026-11-22T09:00:00+09:00'),
  closesAt: new Date('2026-11-22T12:00:00+09:00'),
  categories: [Category.CARE_CERT],
  justified: [],
  approved: [],
  ...given,
});

/** Whoever works in that session now. */
export const inConference = (given: Partial<ViewerFacts> = {}): ViewerFacts =>
  aViewer({ purpose: Purpose.CONFERENCE, conference: 's-1', ...given });

/** Suzuki broke the glass for the mother, for three hours. */
export const anEmergency = (given: Partial<EmergencyFacts> = {}): EmergencyFacts => ({
  id: 'e-1',
  person: MOTHER,
  staff: staffId('suzuki'),
  from: new Date('2026-11-22T09:00:00+09:00'),
  until: new Date('2026-11-22T12:00:00+09:00'),
  ...given,
});

/** Whoever says why there is no time to ask. */
export const inEmergency = (given: Partial<ViewerFacts> = {}): ViewerFacts =>
  aViewer({ purpose: Purpose.EMERGENCY, emergencyReason: '応答がなく、室内で倒れている恐れ', ...given });

/** The mother is protected; another office than Suzuki's handles it. */
export const aMeasure = (given: Partial<MeasureFacts> = {}): MeasureFacts => ({
  id: 'm-1',
  person: MOTHER,
  handlingOffices: [OTHER_OFFICE],
  restrictedStaff: [],
  from: '2026-04-01',
  to: '2027-03-31',
  ...given,
});

/** Suzuki is the mother's neighbour. */
export const aConflict = (given: Partial<ConflictFacts> = {}): ConflictFacts => ({
  id: 'x-1',
  staff: staffId('suzuki'),
  person: MOTHER,
  ...given,
});

export const someFacts = (given: Partial<Facts> = {}): Facts => ({
  now: NOW,
  viewer: aViewer(),
  registry: defaultRegistry,
  ...noFacts,
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
