import { Category, japanDate, Role, type HouseholdId } from '@kasane/vocabulary';
import { absent } from '../absent.js';
import { CaseStatus } from '../case/case-status.js';
import { CaseEventRow, CaseRow, RosterSeatRow } from '../case/case-tables.js';
import { change } from '../change.js';
import type { CollaborationContext } from '../context.js';
import { isKeptFromAll } from '../disclosure/kept-from.js';
import { askedId } from '../input.js';
import { newId } from '../new-id.js';
import { requireOfficial, requireRole } from '../permission.js';
import { reasonProblems } from '../reason.js';
import { CaseReopeningRow } from './closing-tables.js';

/** Nobody's household: so that a case that is not there costs as much as one that is. */
const NO_HOUSEHOLD = '' as HouseholdId;

/** What became of it: the id of the new case, or why there is none. */
export type ReopenedCase = { readonly newCase: string } | { readonly problems: readonly string[] };

/**
 * Takes up a closed case again, as a new one that refers to it: for who coordinated it. It begins with nobody but the
 * coordinator on its roster, and whatever consents there are now.
 * @throws {HubError} `FORBIDDEN` to who is no coordinator; `NOT_FOUND` when there is no such case, or none that the
 * viewer's office coordinated: the same words; `CONFLICT` when somebody else took it up first
 */
export async function reopenCase(
  id: string,
  reason: string,
  context: CollaborationContext,
): Promise<ReopenedCase> {
  const { manager, viewer, recorder, loaders, scope, now } = context;
  const field = 'Mutation.reopenCase';
  requireRole(viewer, Role.COORDINATOR);
  requireOfficial(viewer);
  const key = askedId(id);
  const [row, seats, earlier] = await Promise.all([
    manager.findOneBy(CaseRow, { id: key }),
    manager.findBy(RosterSeatRow, { caseId: key, officeCode: viewer.office, role: Role.COORDINATOR }),
    manager.countBy(CaseReopeningRow, { reopenedFrom: key }),
  ]);
  const members = await loaders.facts.members([row?.householdId ?? NO_HOUSEHOLD], japanDate(now));
  await scope.admitMembers(members);
  const persons = members.map(({ personId }) => personId);
  if (!row || seats.length === 0 || isKeptFromAll(context, persons, field))
    return absent(recorder, Category.INVOLVEMENT, field);
  const problems = [
    ...reasonProblems(reason),
    ...(row.status === CaseStatus.CLOSED ? [] : ['終結したケースだけを再開できます。']),
    ...(earlier > 0 ? ['このケースは、すでに再開されています。'] : []),
    ...(members.length > 0 ? [] : ['この世帯に、今暮らしている人がいません。']),
  ];
  if (problems.length > 0) return { problems };

  const newCase = newId('case');
  const line = {
    kind: 'CHANGE' as const,
    household: row.householdId,
    outcome: 'PERMITTED' as const,
    items: [id, newCase].map((evidence) => ({ category: Category.INVOLVEMENT, fields: [field], evidence })),
  };
  await change(context, [line], async (transaction) => {
    await transaction.insert(CaseRow, {
      id: newCase,
      householdId: row.householdId,
      number: nextNumber(row.number),
      status: CaseStatus.ACCEPTED,
      openedOn: japanDate(now),
      closedOn: null,
      version: 1,
    });
    await transaction.insert(RosterSeatRow, {
      id: `${newCase}-seat-1`,
      caseId: newCase,
      officeCode: viewer.office,
      staffId: viewer.staffId,
      staffName: seats.find((seat) => seat.staffId === viewer.staffId)?.staffName ?? null,
      role: Role.COORDINATOR,
      forEveryone: true,
      from: japanDate(now),
      to: null,
    });
    await transaction.insert(CaseReopeningRow, {
      reopenedFrom: id,
      caseId: newCase,
      reason: reason.trim(),
      officeCode: viewer.office,
      staffId: viewer.staffId,
      at: now,
    });
    await transaction.insert(CaseEventRow, {
      id: newId('ce'),
      caseId: newCase,
      from: CaseStatus.RECEIVED,
      to: CaseStatus.ACCEPTED,
      reason: `再開(${row.number})`,
      officeCode: viewer.office,
      staffId: viewer.staffId,
      at: now,
    });
  });
  return { newCase };
}

/** The number of a case with its branch (枝番): `AIZU-2025-0007`, then `-R2`, `-R3`. */
export function nextNumber(number: string): string {
  const [, stem = number, branch = '1'] = /^(.*?)(?:-R(\d+))?$/.exec(number) ?? [];
  return `${stem}-R${Number(branch) + 1}`;
}
