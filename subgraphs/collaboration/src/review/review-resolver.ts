import { requirePurpose } from '@kasane/subgraph-kit';
import { ErrorCode, HubError, Role } from '@kasane/vocabulary';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { CollaborationContext } from '../context.js';
import { declareDistrict } from './declare-district.js';
import { OwnDistrict, UnusualAccess } from './review.js';
import { reviewAccess } from './review-desk.js';

/** Days that are reviewed at once: a month. */
const MAX_DAYS = 31;
const DAY_MS = 24 * 60 * 60 * 1000;

@Resolver()
export class ReviewResolver {
  @Query(() => [UnusualAccess], {
    description: `点検すべき閲覧 — what staff of your own city did and a privacy officer should look at, by day, from one instant until before another, at most ${MAX_DAYS} days; nothing for everybody else. Reading it is recorded`,
  })
  async unusualAccess(
    @Arg('from', () => GraphQLDateTimeISO) from: Date,
    @Arg('to', () => GraphQLDateTimeISO) to: Date,
    @Ctx() context: CollaborationContext,
  ): Promise<readonly UnusualAccess[]> {
    const { viewer, recorder, record, loaders, now } = context;
    requirePurpose(viewer);
    // Asked of everybody alike: nobody learns from an error what the answer to them would have been.
    if (!(from < to) || to.getTime() - from.getTime() > MAX_DAYS * DAY_MS)
      throw new HubError(
        ErrorCode.BAD_USER_INPUT,
        `from must be before to, and at most ${MAX_DAYS} days before it.`,
      );
    const isOfficer = viewer.roles.includes(Role.PRIVACY_OFFICER);
    recorder.add({
      kind: 'READING',
      outcome: isOfficer ? 'PERMITTED' : 'DENIED',
      items: [{ fields: ['Query.unusualAccess'] }],
    });
    if (!isOfficer) return [];
    // Before a month of entries is read: who watches others is watched even when the reading is broken off.
    await record();
    const [own, found] = await Promise.all([
      loaders.offices.load(viewer.office),
      reviewAccess(context, from, to < now ? to : now),
    ]);
    const findings = await Promise.all(
      found.map(async (finding) => ({ ...finding, office: await loaders.offices.load(finding.office) })),
    );
    // Whose office nobody knows is everybody's to look at: no other officer would be told.
    return findings.filter(
      ({ office }) => !office || office.localGovernmentCode === own?.localGovernmentCode,
    );
  }

  @Mutation(() => OwnDistrict, {
    description:
      '自分の住む圏域を届け出る — declare in which district one lives, so that access to one’s own neighbours is noticed; a manager may do so for a worker of the office',
  })
  async declareOwnDistrict(
    @Arg('district', () => ID, { nullable: true, description: '圏域 — none: outside of all our districts' })
    district: string | null | undefined,
    @Arg('staff', () => ID, { nullable: true, description: '職員 — oneself when absent' })
    staff: string | null | undefined,
    @Ctx() context: CollaborationContext,
  ): Promise<OwnDistrict> {
    const row = await declareDistrict(staff ?? undefined, district ?? null, context);
    return {
      staff: row.staffId,
      district: row.districtId,
      declaredBy: row.declaredBy,
      declaredAt: row.declaredAt,
    };
  }
}
