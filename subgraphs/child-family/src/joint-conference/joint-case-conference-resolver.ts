import { Disclosed, type Rows } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { ChildFamilyRecord } from '../child-family-record.js';
import type { ChildFamilyContext } from '../loaders.js';
import { JointCaseConference } from './joint-case-conference.js';

@Resolver(() => ChildFamilyRecord)
export class JointCaseConferenceResolver {
  @Disclosed(Category.CHILD_SUPPORT_PLAN)
  @FieldResolver(() => JointCaseConference, {
    nullable: true,
    description: '合同ケース会議 — the newest joint case conference',
  })
  jointConference(
    @Root() { personId }: ChildFamilyRecord,
    @Ctx() { loaders }: ChildFamilyContext,
  ): Promise<Rows<JointCaseConference>> {
    return loaders.jointConferences.load(personId);
  }

  @Disclosed(Category.CHILD_SUPPORT_PLAN)
  @FieldResolver(() => [JointCaseConference], {
    nullable: true,
    description: '合同ケース会議の履歴 — all joint case conferences, the newest first',
  })
  jointConferences(
    @Root() { personId }: ChildFamilyRecord,
    @Ctx() { loaders }: ChildFamilyContext,
  ): Promise<Rows<JointCaseConference>> {
    return loaders.jointConferences.load(personId);
  }
}
