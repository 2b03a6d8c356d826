import { Category } from '@kasane/vocabulary';

export interface SectorQuestion {
  readonly sector: string;
  readonly selection: string;
  readonly categories: readonly Category[];
}

const contacts = 'contacts { on method summary } responsibilities { staffName from to }';
const { INVOLVEMENT, NOTES } = Category;

/** What is asked of a sector about one person: all that a generated household has there. */
export const sectorQuestions: readonly SectorQuestion[] = [
  {
    sector: 'elder-care',
    selection: `certifications { level appliedOn validUntil } carePlan { wishes longTermGoal } services { kind from } ${contacts}`,
    categories: [INVOLVEMENT, NOTES, Category.CARE_CERT, Category.CARE_PLAN, Category.CARE_SERVICE],
  },
  {
    sector: 'disability-support',
    selection: `certificates { kind grade } supportCategory { category } benefitDecisions { kind } serviceUsePlan { longTermGoal } ${contacts}`,
    categories: [
      INVOLVEMENT,
      NOTES,
      Category.DISABILITY_CERT,
      Category.DISABILITY_SERVICE,
      Category.DISABILITY_PLAN,
    ],
  },
  {
    sector: 'child-family',
    selection: `mchHandbooks { issuedOn } checkups { kind attendedOn } vaccinations { vaccine } supportPlan { support } youngCarer { careContent } schooling { name grade } ${contacts}`,
    categories: [
      INVOLVEMENT,
      NOTES,
      Category.MATERNAL_HEALTH,
      Category.CHILD_HEALTH,
      Category.CHILD_SUPPORT_PLAN,
      Category.YOUNG_CARER,
      Category.SCHOOL,
    ],
  },
  {
    sector: 'livelihood-support',
    selection: `intakes { chiefComplaint } plan { goal } employmentSupports { status } ${contacts}`,
    categories: [
      INVOLVEMENT,
      NOTES,
      Category.LIVELIHOOD_INTAKE,
      Category.LIVELIHOOD_PLAN,
      Category.EMPLOYMENT,
    ],
  },
];
