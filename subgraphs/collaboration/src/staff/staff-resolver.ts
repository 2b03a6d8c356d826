import { NotPersonal } from '@kasane/subgraph-kit';
import type { OfficeCode, StaffId } from '@kasane/vocabulary';
import { Ctx, Field, ID, ObjectType, Query, Resolver } from 'type-graphql';
import type { EntityManager } from 'typeorm';
import type { CollaborationContext } from '../context.js';
import { isOfficial } from '../permission.js';

/** More than work in a city's welfare offices. */
const MAX_STAFF = 5_000;

@ObjectType({ description: '職員 — a member of staff, by the name that they sign in with' })
@NotPersonal('names of staff, told to the staff of their own city')
export class StaffMember {
  @Field(() => ID)
  id!: StaffId;

  @Field(() => String, { description: '氏名 — name' })
  name!: string;
}

/** 職員名簿: so that records, which hold ids, can be read with the names of those who made them. */
@Resolver()
export class StaffResolver {
  @Query(() => [StaffMember], {
    description:
      '職員名簿 — staff of your own city who have asked for it, at most 5,000: who asks is in it from then on, by the name and the office of their last sign-in. Empty for partners, volunteers and guests',
  })
  async staffDirectory(@Ctx() { manager, viewer }: CollaborationContext): Promise<readonly StaffMember[]> {
    if (viewer.name?.trim()) await keep(manager, viewer.staffId, viewer.name.trim(), viewer.office);
    return isOfficial(viewer) ? colleaguesOf(manager, viewer.office) : [];
  }
}

/** A name changes with a marriage, an office with the spring: the last sign-in holds. */
const keep = (manager: EntityManager, id: StaffId, name: string, office: OfficeCode): Promise<unknown> =>
  manager.sql`
    INSERT INTO staff_member (id, name, office_code) VALUES (${id}, ${name}, ${office})
    ON CONFLICT (id) DO UPDATE SET name = EXCLUDED.name, office_code = EXCLUDED.office_code
    WHERE (staff_member.name, staff_member.office_code) IS DISTINCT FROM (EXCLUDED.name, EXCLUDED.office_code)`;

const colleaguesOf = (manager: EntityManager, office: OfficeCode): Promise<readonly StaffMember[]> =>
  manager.sql<StaffMember[]>`
    SELECT s.id, s.name
    FROM staff_member s
    JOIN office o ON o.code = s.office_code
    JOIN office own ON own.code = ${office} AND own.local_government_code = o.local_government_code
    ORDER BY s.id
    LIMIT ${MAX_STAFF}`;
