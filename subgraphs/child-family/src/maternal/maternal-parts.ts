import { Disclosed, integerOf, type PartText, registerLabelledEnum, textOf } from '@kasane/subgraph-kit';
import { asGiven, Category, listed } from '@kasane/vocabulary';
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: '妊婦健診 — one antenatal check-up' })
@Disclosed(Category.MATERNAL_HEALTH)
export class AntenatalVisit {
  @Field(() => Int, { nullable: true, description: '回 — which of them' })
  readonly number!: number | null;

  @Field(() => String, {
    nullable: true,
    description: '受診日 — attended on (YYYY-MM-DD); null while it was not attended',
  })
  readonly attendedOn!: string | null;

  @Field(() => String, { nullable: true, description: '所見 — finding' })
  readonly finding!: string | null;
}

export const readAntenatalVisit = (part: PartText): AntenatalVisit => ({
  number: integerOf(part, 'number'),
  attendedOn: textOf(part, 'attendedOn'),
  finding: textOf(part, 'finding'),
});

/** How the mother is cared for after birth. */
export const PostnatalCareKind = { STAY: 'STAY', DAY: 'DAY', HOME_VISIT: 'HOME_VISIT' } as const;
export type PostnatalCareKind = (typeof PostnatalCareKind)[keyof typeof PostnatalCareKind];
registerLabelledEnum(
  PostnatalCareKind,
  'PostnatalCareKind',
  { ja: '産後ケアの種類', en: 'kind of postnatal care' },
  {
    STAY: { ja: '短期入所', en: 'stay' },
    DAY: { ja: '通所', en: 'by day' },
    HOME_VISIT: { ja: '居宅訪問', en: 'home visit' },
  },
);

@ObjectType({ description: '産後ケア — postnatal care used' })
@Disclosed(Category.MATERNAL_HEALTH)
export class PostnatalCare {
  @Field(() => PostnatalCareKind, {
    nullable: true,
    description: '種類 — kind; null for one outside the list',
  })
  readonly kind!: PostnatalCareKind | null;

  @Field(() => String, {
    nullable: true,
    description: '一覧にない種類 — the kind as the source holds it, where it is outside the list',
  })
  readonly kindAsGiven!: string | null;

  @Field(() => String, { nullable: true, description: '利用日 — used on (YYYY-MM-DD)' })
  readonly on!: string | null;

  @Field(() => String, { nullable: true, description: '記録 — note' })
  readonly note!: string | null;
}

export const readPostnatalCare = (part: PartText): PostnatalCare => ({
  kind: listed(PostnatalCareKind, textOf(part, 'kind')),
  kindAsGiven: asGiven(PostnatalCareKind, textOf(part, 'kind')),
  on: textOf(part, 'on'),
  note: textOf(part, 'note'),
});

@ObjectType({
  description: 'EPDS(エジンバラ産後うつ病質問票) — one result of the postnatal depression scale',
})
@Disclosed(Category.MATERNAL_HEALTH)
export class EpdsResult {
  @Field(() => String, { nullable: true, description: '実施日 — asked on (YYYY-MM-DD)' })
  readonly on!: string | null;

  @Field(() => Int, { nullable: true, description: '合計点 — total score' })
  readonly score!: number | null;

  @Field(() => String, { nullable: true, description: '対応 — what was done' })
  readonly response!: string | null;
}

export const readEpdsResult = (part: PartText): EpdsResult => ({
  on: textOf(part, 'on'),
  score: integerOf(part, 'score'),
  response: textOf(part, 'response'),
});
