import { Disclosed, type PartText, textOf } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { Field, ObjectType } from 'type-graphql';

/** The columns of the form, as it states them. */
@ObjectType({ description: 'サービス等利用計画の明細 — one line of a service use plan' })
@Disclosed(Category.DISABILITY_PLAN)
export class ServiceUsePlanItem {
  @Field(() => String, { nullable: true, description: '優先順位 — priority' })
  readonly priority!: string | null;

  @Field(() => String, { nullable: true, description: '解決すべき課題(本人のニーズ) — need to be met' })
  readonly need!: string | null;

  @Field(() => String, { nullable: true, description: '支援目標 — goal of the support' })
  readonly goal!: string | null;

  @Field(() => String, { nullable: true, description: '達成時期 — to be reached by' })
  readonly reachedBy!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      '福祉サービス等の種類・内容・量(頻度・時間) — kind, content, amount and frequency of the service',
  })
  readonly service!: string | null;

  @Field(() => String, { nullable: true, description: '提供事業者 — provider' })
  readonly provider!: string | null;

  @Field(() => String, {
    nullable: true,
    description: '課題解決のための本人の役割 — what the person does themself',
  })
  readonly ownRole!: string | null;

  @Field(() => String, { nullable: true, description: '評価時期 — to be evaluated' })
  readonly evaluation!: string | null;
}

export const readPlanItem = (part: PartText): ServiceUsePlanItem => ({
  priority: textOf(part, 'priority'),
  need: textOf(part, 'need'),
  goal: textOf(part, 'goal'),
  reachedBy: textOf(part, 'reachedBy'),
  service: textOf(part, 'service'),
  provider: textOf(part, 'provider'),
  ownRole: textOf(part, 'ownRole'),
  evaluation: textOf(part, 'evaluation'),
});
