import { isOpaqueId } from '@kasane/subgraph-kit';
import { Category, personId, Role, staffId, type OfficeCode, type StaffId } from '@kasane/vocabulary';
import type { EntityManager } from 'typeorm';
import { absent } from '../absent.js';
import { change, lineOf } from '../change.js';
import type { CollaborationContext } from '../context.js';
import { newId } from '../new-id.js';
import { requireRole } from '../permission.js';
import { ConflictEndingRow, ConflictRow, type ConflictKind } from './conflict-tables.js';

/** A conflict to be declared: of the viewer, or by a manager of a worker of the office. */
export interface NewConflict {
  readonly person: string;
  readonly kind: ConflictKind;
  /** Absent for oneself. */
  readonly staff: string | null | undefined;
}

/**
 * Declares that a worker must keep away from a person. Whether there is such a person is not asked: a conflict only
 * closes, so to declare one for nobody is harmless, and no answer tells who is known here.
 * @throws {HubError} `FORBIDDEN` to who declares it for somebody else and is no manager
 */
export async function declareConflict(
  { person, kind, staff }: NewConflict,
  context: CollaborationContext,
): Promise<ConflictRow | { readonly problems: readonly string[] }> {
  const { viewer, now, manager } = context;
  const worker = staffId(staff ?? viewer.staffId);
  if (worker !== viewer.staffId) requireRole(viewer, Role.OFFICE_MANAGER);
  if (!isOpaqueId(person) || !isOpaqueId(worker)) return { problems: ['番号の形が正しくありません。'] };
  const open = await findConflicts(manager, { staff: worker });
  const known = open.find(
    (conflict) =>
      conflict.personId === person &&
      conflict.officeCode === viewer.office &&
      conflict.declaredBy === viewer.staffId,
  );
  if (known) return known;
  const row: ConflictRow = {
    id: newId('ci'),
    staffId: worker,
    officeCode: viewer.office,
    personId: personId(person),
    kind,
    declaredBy: viewer.staffId,
    declaredAt: now,
  };
  // Without the person: whom a worker is related to is the worker's own affair, not the person's.
  await change(context, [lineOf('Mutation.declareConflict', row.id)], async (transaction) => {
    await transaction.insert(ConflictRow, row);
  });
  return row;
}

/**
 * Ends a conflict. Only the manager of the office where it was declared does, and nobody their own.
 * @throws {HubError} `FORBIDDEN` to who is no manager; `NOT_FOUND` for what is not there, of another office, or one's own
 */
export async function endConflict(
  id: string,
  context: CollaborationContext,
): Promise<{ readonly id: string }> {
  const { viewer, now, manager, recorder } = context;
  const field = 'Mutation.endConflict';
  requireRole(viewer, Role.OFFICE_MANAGER);
  const found = (await findConflicts(manager, { office: viewer.office })).find(
    (conflict) => conflict.id === id,
  );
  if (!found || found.staffId === viewer.staffId) return absent(recorder, Category.INVOLVEMENT, field);
  await change(context, [lineOf(field, found.id)], async (transaction) => {
    await transaction.insert(ConflictEndingRow, { conflictId: id, endedBy: viewer.staffId, endedAt: now });
  });
  return { id };
}

/** The conflicts of a worker, or those declared at an office, that have not ended; the newest first. */
export function findConflicts(
  manager: EntityManager,
  of: { readonly staff: StaffId } | { readonly office: OfficeCode },
): Promise<readonly ConflictRow[]> {
  const query = manager
    .createQueryBuilder(ConflictRow, 'conflict')
    .where('NOT EXISTS (SELECT 1 FROM conflict_ending x WHERE x.conflict_id = conflict.id)')
    .orderBy('conflict.declared_at', 'DESC')
    .addOrderBy('conflict.id');
  return (
    'staff' in of
      ? query.andWhere('conflict.staff_id = :staff', of)
      : query.andWhere('conflict.office_code = :office', of)
  ).getMany();
}
