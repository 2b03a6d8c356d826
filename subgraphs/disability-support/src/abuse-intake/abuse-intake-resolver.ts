import { Disclosed, type Rows } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { DisabilitySupportRecord } from '../disability-support-record.js';
import type { DisabilitySupportContext } from '../loaders.js';
import { AbuseIntake } from './abuse-intake.js';

@Resolver(() => DisabilitySupportRecord)
export class AbuseIntakeResolver {
  @Disclosed(Category.ABUSE)
  @FieldResolver(() => AbuseIntake, {
    nullable: true,
    description: '障害者虐待防止センターの受付 — the newest intake',
  })
  abuseIntake(
    @Root() { personId }: DisabilitySupportRecord,
    @Ctx() { loaders }: DisabilitySupportContext,
  ): Promise<Rows<AbuseIntake>> {
    return loaders.abuseIntakes.load(personId);
  }

  @Disclosed(Category.ABUSE)
  @FieldResolver(() => [AbuseIntake], {
    nullable: true,
    description: '障害者虐待防止センターの受付の履歴 — all intakes, the newest first',
  })
  abuseIntakes(
    @Root() { personId }: DisabilitySupportRecord,
    @Ctx() { loaders }: DisabilitySupportContext,
  ): Promise<Rows<AbuseIntake>> {
    return loaders.abuseIntakes.load(personId);
  }
}
