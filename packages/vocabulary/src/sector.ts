import { Category, isCategory } from './category.js';
import { sectorId, type SectorId } from './ids.js';
import type { Label } from './label.js';

/** One row of the sector registry: all that the hub knows of a sector system. */
export interface SectorEntry {
  readonly id: SectorId;
  readonly name: Label;
  /** The one field that the sector adds to `Person` (and to `Household`), e.g. `elderCare`. */
  readonly field: string;
  /** Where its subgraph answers. */
  readonly url: string;
  /** What it may be granted. A category outside this list is never granted to it. */
  readonly categories: readonly Category[];
}

/** The office that decides: 多機関協働. It is registered like a sector, but needs no grant from itself. */
export const COLLABORATION = sectorId('collaboration');

/** `elderCare` → `elderCareGrant`: the inaccessible field that carries the grant through the query plan. */
export const grantField = (sector: SectorEntry): string => `${sector.field}Grant`;

/**
 * The registry of the sample hub. A city writes its own as JSON of the same shape (`SECTOR_REGISTRY`);
 * a new sector is a row here and a subgraph, no new code in collaboration or gateway.
 */
export const defaultRegistry: readonly SectorEntry[] = [
  {
    id: COLLABORATION,
    name: { ja: '多機関協働', en: 'multi-agency collaboration' },
    field: 'collaboration',
    url: 'http://127.0.0.1:4001/graphql',
    categories: [
      Category.IDENTITY,
      Category.CONTACT,
      Category.HOUSEHOLD,
      Category.LANGUAGE_NEEDS,
      Category.INVOLVEMENT,
      Category.CONSENT,
      Category.NOTES,
      Category.INTAKE,
      Category.SUPPORT_PLAN,
      Category.CONFERENCE_RECORD,
      Category.SENSITIVE_ISSUE,
    ],
  },
  {
    id: sectorId('elder-care'),
    name: { ja: '地域包括支援センター(介護)', en: 'elderly care' },
    field: 'elderCare',
    url: 'http://127.0.0.1:4002/graphql',
    categories: [
      Category.INVOLVEMENT,
      Category.CARE_CERT,
      Category.CARE_PLAN,
      Category.CARE_SERVICE,
      Category.CARE_HEALTH,
      Category.NOTES,
      Category.RIGHTS_ADVOCACY,
    ],
  },
  {
    id: sectorId('disability-support'),
    name: { ja: '基幹相談支援センター(障がい)', en: 'disability support' },
    field: 'disabilitySupport',
    url: 'http://127.0.0.1:4003/graphql',
    categories: [
      Category.INVOLVEMENT,
      Category.DISABILITY_CERT,
      Category.DISABILITY_SERVICE,
      Category.DISABILITY_PLAN,
      Category.MEDICAL,
      Category.NOTES,
      Category.ABUSE,
    ],
  },
  {
    id: sectorId('child-family'),
    name: { ja: 'こども家庭センター(子育て)', en: 'child and family' },
    field: 'childFamily',
    url: 'http://127.0.0.1:4004/graphql',
    categories: [
      Category.INVOLVEMENT,
      Category.MATERNAL_HEALTH,
      Category.CHILD_HEALTH,
      Category.CHILD_SUPPORT_PLAN,
      Category.YOUNG_CARER,
      Category.SCHOOL,
      Category.NOTES,
      Category.CHILD_PROTECTION,
    ],
  },
  {
    id: sectorId('livelihood-support'),
    name: { ja: '生活サポート相談窓口(生活困窮)', en: 'livelihood support' },
    field: 'livelihoodSupport',
    url: 'http://127.0.0.1:4005/graphql',
    categories: [
      Category.INVOLVEMENT,
      Category.LIVELIHOOD_INTAKE,
      Category.LIVELIHOOD_PLAN,
      Category.FINANCE,
      Category.EMPLOYMENT,
      Category.HOUSING,
      Category.NOTES,
    ],
  },
];

/** Parses a registry given as JSON; says every problem at once. @throws {Error} listing the problems. */
export function parseRegistry(json: string): readonly SectorEntry[] {
  const rows: unknown = JSON.parse(json);
  if (!Array.isArray(rows)) throw new Error('The sector registry must be a JSON array of sectors.');
  const problems = rows.flatMap((row: unknown, at) =>
    problemsOf(row).map((problem) => `sector ${at + 1}: ${problem}`),
  );
  for (const key of ['id', 'field'] as const) {
    const seen = rows
      .map((row: Partial<SectorEntry> | null) => row?.[key])
      .filter((value) => value !== undefined);
    const twice = seen.filter((value, at) => seen.indexOf(value) !== at);
    if (twice.length > 0) problems.push(`${key} is used twice: ${[...new Set(twice)].join(', ')}`);
  }
  if (!rows.some((row: Partial<SectorEntry> | null) => row?.id === COLLABORATION))
    problems.push(`no row for ${COLLABORATION}`);
  if (problems.length > 0) throw new Error(`The sector registry is not usable:\n- ${problems.join('\n- ')}`);
  return rows as SectorEntry[];
}

function problemsOf(row: unknown): string[] {
  if (typeof row !== 'object' || row === null) return ['is not an object'];
  const { id, field, url, categories, name } = row as Record<string, unknown>;
  const problems: string[] = [];
  if (typeof id !== 'string' || !/^[a-z][a-z0-9-]*$/.test(id))
    problems.push('id must be lower-case words joined by hyphens');
  if (typeof field !== 'string' || !/^[a-z][A-Za-z0-9]*$/.test(field))
    problems.push('field must be a GraphQL field name');
  if (typeof url !== 'string' || !URL.canParse(url) || !/^https?:/i.test(url))
    problems.push('url must be an http or https URL');
  for (const language of ['ja', 'en'] as const)
    if (typeof (name as Partial<Label> | null | undefined)?.[language] !== 'string')
      problems.push(`name.${language} is missing`);
  if (!Array.isArray(categories) || categories.some((category) => !isCategory(category)))
    problems.push('categories must be a list of known categories');
  return problems;
}

/** The sectors that need a grant: all but collaboration itself. */
export const sectorsOf = (registry: readonly SectorEntry[]): readonly SectorEntry[] =>
  registry.filter(({ id }) => id !== COLLABORATION);
