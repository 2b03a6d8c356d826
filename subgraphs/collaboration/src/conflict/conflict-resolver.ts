import { Role } from '@kasane/vocabulary';
import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { CollaborationContext } from '../context.js';
import { requireRole } from '../permission.js';
import { personOf } from '../person/person.js';
import { ConflictEnded, ConflictOfInterest, DeclareConflictResult } from './conflict.js';
import { declareConflict, endConflict, findConflicts } from './conflict-service.js';
import { ConflictKind, type ConflictRow } from './conflict-tables.js';

@Resolver(() => ConflictOfInterest)
export class ConflictResolver {
  @Mutation(() => DeclareConflictResult, {
    description:
      '利害関係を届け出る — declare that you must keep away from a person; a manager may, for a worker of the office',
  })
  async declareConflict(
    @Arg('person', () => ID) person: string,
    @Arg('kind', () => ConflictKind) kind: ConflictKind,
    @Arg('staff', () => ID, {
      nullable: true,
      description: '職員 — staff id of the worker; yourself when absent',
    })
    staff: string | null | undefined,
    @Ctx() context: CollaborationContext,
  ): Promise<typeof DeclareConflictResult> {
    const declared = await declareConflict({ person, kind, staff }, context);
    return 'problems' in declared ? declared : { conflict: conflictOf(declared) };
  }

  @Mutation(() => ConflictEnded, {
    description: '利害関係を終了する — end a conflict; for the manager of the office, and never your own',
  })
  endConflict(@Arg('id', () => ID) id: string, @Ctx() context: CollaborationContext): Promise<ConflictEnded> {
    return endConflict(id, context);
  }

  @Query(() => [ConflictOfInterest], {
    description: '自分の利害関係 — conflicts by which you keep away from somebody',
  })
  async myConflicts(
    @Ctx() { manager, viewer }: CollaborationContext,
  ): Promise<readonly ConflictOfInterest[]> {
    return (await findConflicts(manager, { staff: viewer.staffId })).map(conflictOf);
  }

  @Query(() => [ConflictOfInterest], {
    description: '自機関の利害関係 — conflicts declared at your office; for its manager',
  })
  async conflictsOfMyOffice(
    @Ctx() { manager, viewer }: CollaborationContext,
  ): Promise<readonly ConflictOfInterest[]> {
    requireRole(viewer, Role.OFFICE_MANAGER);
    return (await findConflicts(manager, { office: viewer.office })).map(conflictOf);
  }
}

const conflictOf = ({
  id,
  staffId: staff,
  personId,
  kind,
  declaredBy,
  declaredAt,
}: ConflictRow): ConflictOfInterest =>
  Object.assign(new ConflictOfInterest(), {
    id,
    staff,
    person: personOf(personId),
    kind,
    declaredBy,
    declaredAt,
  });
