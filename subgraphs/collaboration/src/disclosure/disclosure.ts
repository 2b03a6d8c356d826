import { explain, type Cell, type PersonDecision } from '@kasane/disclosure';
import { NotPersonal } from '@kasane/subgraph-kit';
import {
  categories,
  Category,
  Level,
  NextStep,
  nextSteps,
  Tier,
  tierOf,
  WithheldReason,
  type SectorEntry,
} from '@kasane/vocabulary';
import { createHash } from 'node:crypto';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';

const COMPUTED = 'told from the decision alone, the same whether or not any record exists';

@ObjectType({ description: '次にできること — what would open a withheld category' })
@NotPersonal(COMPUTED)
export class DisclosureStep {
  @Field(() => NextStep)
  step!: NextStep;

  @Field(() => String, { description: '説明 — in Japanese' })
  label!: string;
}

@ObjectType({ description: '開示区分ごとの可否 — the decision about one category' })
@NotPersonal(COMPUTED)
export class CategoryDisclosure {
  @Field(() => Category)
  category!: Category;

  @Field(() => String, { description: '名称 — in Japanese' })
  name!: string;

  @Field(() => Tier)
  tier!: Tier;

  @Field(() => Boolean, { description: '開示するか — whether it is shown' })
  granted!: boolean;

  @Field(() => Level)
  level!: Level;

  @Field(() => Boolean, {
    description: '開示された記録のみ — only records that their owner released to the session, one by one',
  })
  itemsOnly!: boolean;

  @Field(() => Boolean, {
    description: '本人の不同意にかかわらず — a statute opens it although the person refused',
  })
  despiteRefusal!: boolean;

  @Field(() => String, {
    description: '根拠または理由 — the basis with its citation, or why it is withheld; in Japanese',
  })
  why!: string;

  @Field(() => String, { description: '適用した規則 — id of the rule that decided' })
  rule!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      '根拠の記録 — id of what permits: the consent, the seat on the case, the session, the emergency',
  })
  evidence!: string | null;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: '期限 — until when' })
  until!: Date | null;

  @Field(() => WithheldReason, { nullable: true })
  reason!: WithheldReason | null;

  @Field(() => [DisclosureStep], { description: '次にできること — what would open it' })
  nextSteps!: DisclosureStep[];
}

@ObjectType({ description: '分野ごとの可否 — the decision about one sector' })
@NotPersonal(COMPUTED)
export class SectorDisclosure {
  @Field(() => ID)
  sector!: string;

  @Field(() => String, { description: '名称 — in Japanese' })
  name!: string;

  @Field(() => [CategoryDisclosure])
  categories!: CategoryDisclosure[];
}

@ObjectType({
  description: '開示の可否と理由 — what of a person is shown to you, why, and what would open the rest',
})
@NotPersonal(COMPUTED)
export class Disclosure {
  @Field(() => [SectorDisclosure])
  sectors!: SectorDisclosure[];

  @Field(() => String, {
    description: '目印 — another whenever what is shown to you changes; to be compared, and to nothing else',
  })
  mark!: string;
}

/**
 * Tells a whole decision in the words of the rule table. Of a cell only what may be told: by a rule that must not be
 * told (`silent`) it was closed as if nothing had ever opened it.
 * @param at the moment of the decision
 */
export const disclosureOf = (
  decision: PersonDecision,
  registry: readonly SectorEntry[],
  at: Date,
): Disclosure => ({
  sectors: registry.map(({ id, name }) => ({
    sector: id,
    name: name.ja,
    categories: [...(decision.get(id) ?? [])].map(([category, cell]) =>
      categoryDisclosure(category, cell, at),
    ),
  })),
  mark: markOf(decision),
});

/** Of what is told of a decision, and of nothing else: the same whether or not any record exists. */
export function markOf(decision: PersonDecision): string {
  const told = [...decision].map(([sector, cells]) => [
    sector,
    [...cells].map(([category, cell]) => [
      category,
      ...(cell.permitted ? [cell.level, cell.rule, cell.evidence.id] : [cell.rule]),
    ]),
  ]);
  return createHash('sha256').update(JSON.stringify(told)).digest('base64url').slice(0, 22);
}

function categoryDisclosure(category: Category, cell: Cell, at: Date): CategoryDisclosure {
  const { why, nextSteps: steps } = explain(cell, at);
  return {
    category,
    name: categories[category].ja,
    tier: tierOf(category),
    granted: cell.permitted,
    level: cell.permitted ? cell.level : Level.NONE,
    itemsOnly: cell.permitted && cell.level === Level.NONE && cell.released !== undefined,
    despiteRefusal: cell.permitted && cell.despite !== undefined,
    why: why.ja,
    rule: cell.rule,
    evidence: cell.permitted ? cell.evidence.id : null,
    until: cell.permitted ? (cell.evidence.until ?? null) : null,
    reason: cell.permitted ? null : cell.reason,
    nextSteps: steps.map((step) => ({ step, label: nextSteps[step].ja })),
  };
}
