import {
  HouseholdKind,
  japanDate,
  Relation,
  type HouseholdId,
  type PersonId,
  type Role,
} from '@kasane/vocabulary';
import type { EntityManager } from 'typeorm';
import type { CollaborationContext } from '../context.js';
import { HouseholdMemberRow, HouseholdRow } from '../household/household-tables.js';
import { newId } from '../new-id.js';
import { PersonRow } from '../person/person-row.js';
import { CaseStatus } from './case-status.js';
import { CaseRow, RosterSeatPersonRow, RosterSeatRow } from './case-tables.js';

/** A case before it is opened. */
export interface NewCase {
  /** 全国地方公共団体コード of the office that opens it. */
  readonly municipality: string;
  /** The household that it is about; a new one (支援対象世帯) when absent. */
  readonly household?: HouseholdId | undefined;
  /** Somebody who is already known and begins the new household. */
  readonly knownSelf?: PersonId | undefined;
  /** Whom the hub did not know so far, each with the relation to the 本人. */
  readonly newPersons: readonly { readonly row: PersonRow; readonly relation: Relation }[];
  /** The first seat: of who opens it. */
  readonly seat: { readonly role: Role; readonly staffName: string | null };
}

export interface OpenedCase {
  readonly row: CaseRow;
  /** Everybody whom the first seat is for. */
  readonly persons: readonly PersonId[];
}

/**
 * Opens a case, with the household and the persons where the hub did not know them, and the first seat. The seat is for
 * those alone whom its holder brought or works with already: whoever else lives in a known household is not opened by it.
 */
export async function openCase(
  transaction: EntityManager,
  { municipality, household, knownSelf, newPersons, seat }: NewCase,
  { viewer, now }: Pick<CollaborationContext, 'viewer' | 'now'>,
): Promise<OpenedCase> {
  const today = japanDate(now);
  const householdId = household ?? (newId('h') as HouseholdId);
  if (household === undefined)
    await transaction.insert(HouseholdRow, {
      id: householdId,
      kind: HouseholdKind.SUPPORT,
      localGovernmentCode: municipality,
      districtId: null,
    });
  await transaction.insert(
    PersonRow,
    newPersons.map(({ row }) => row),
  );
  const joining = [
    ...(household === undefined && knownSelf !== undefined
      ? [{ personId: knownSelf, relation: Relation.SELF }]
      : []),
    ...newPersons.map(({ row, relation }) => ({ personId: row.id, relation })),
  ];
  const after = household === undefined ? 0 : await transaction.countBy(HouseholdMemberRow, { householdId });
  await transaction.insert(
    HouseholdMemberRow,
    joining.map((member, at) => ({ ...member, householdId, from: today, to: null, position: after + at })),
  );
  const row = Object.assign(new CaseRow(), {
    id: newId('case'),
    householdId,
    number: await nextNumber(transaction, municipality, today),
    status: CaseStatus.RECEIVED,
    openedOn: today,
    closedOn: null,
    version: 1,
  });
  await transaction.insert(CaseRow, row);
  const persons = [
    ...(knownSelf === undefined ? [] : [knownSelf]),
    ...newPersons.map(({ row: { id } }) => id),
  ];
  await takeSeat(transaction, { caseId: row.id, persons, ...seat }, { viewer, now });
  return { row, persons };
}

/** A seat that the viewer takes in a case from today on, for some of its household or (`ALL`) for everybody. */
export async function takeSeat(
  transaction: EntityManager,
  {
    caseId,
    persons,
    role,
    staffName,
  }: {
    readonly caseId: string;
    readonly persons: readonly PersonId[] | 'ALL';
    readonly role: Role;
    readonly staffName: string | null;
  },
  { viewer, now }: Pick<CollaborationContext, 'viewer' | 'now'>,
): Promise<string> {
  const id = newId('seat');
  await transaction.insert(RosterSeatRow, {
    id,
    caseId,
    officeCode: viewer.office,
    staffId: viewer.staffId,
    staffName,
    role,
    forEveryone: persons === 'ALL',
    from: japanDate(now),
    to: null,
  });
  if (persons !== 'ALL')
    await transaction.insert(
      RosterSeatPersonRow,
      persons.map((personId) => ({ seatId: id, personId })),
    );
  return id;
}

/** April to March. */
const fiscalYear = (date: string): number =>
  Number(date.slice(0, 4)) - (Number(date.slice(5, 7)) < 4 ? 1 : 0);

/**
 * The next number of a municipality in its fiscal year (年度): `072028-2026-0001`. The row is locked until the case
 * stands, so that two windows at once get two numbers.
 */
async function nextNumber(transaction: EntityManager, municipality: string, today: string): Promise<string> {
  const year = fiscalYear(today);
  const [row] = await transaction.sql<[{ readonly last: number }]>`
    INSERT INTO case_number AS n (local_government_code, fiscal_year, last) VALUES (${municipality}, ${year}, 1)
    ON CONFLICT (local_government_code, fiscal_year) DO UPDATE SET last = n.last + 1
    RETURNING last`;
  return `${municipality}-${year}-${String(row.last).padStart(4, '0')}`;
}
