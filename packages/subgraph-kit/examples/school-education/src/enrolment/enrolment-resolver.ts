import { Disclosed, type Rows } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { SchoolEducationContext } from '../loaders.js';
import { SchoolEducationRecord } from '../school-education-record.js';
import { Enrolment } from './enrolment.js';

/** Both fields give all rows: the guard lets out those that may be shown, or the first of them. */
@Resolver(() => SchoolEducationRecord)
export class EnrolmentResolver {
  @Disclosed(Category.SCHOOL)
  @FieldResolver(() => Enrolment, { nullable: true, description: '在籍 — the newest' })
  enrolment(
    @Root() { personId }: SchoolEducationRecord,
    @Ctx() { loaders }: SchoolEducationContext,
  ): Promise<Rows<Enrolment>> {
    return loaders.enrolments.load(personId);
  }

  @Disclosed(Category.SCHOOL)
  @FieldResolver(() => [Enrolment], { nullable: true, description: '在籍の履歴 — all, the newest first' })
  enrolments(
    @Root() { personId }: SchoolEducationRecord,
    @Ctx() { loaders }: SchoolEducationContext,
  ): Promise<Rows<Enrolment>> {
    return loaders.enrolments.load(personId);
  }
}
