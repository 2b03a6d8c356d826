import { NotPersonal, registerLabelledEnum } from '@kasane/subgraph-kit';
import { CommunityProgramme, communityProgrammeLabels } from '@kasane/vocabulary';
import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { lineProblems, optionalLineProblems, optionalTextProblems } from '../input.js';

registerLabelledEnum(
  CommunityProgramme,
  'CommunityProgramme',
  { ja: '地域づくり事業', en: 'programme of community building' },
  communityProgrammeLabels,
);

const PUBLIC = 'a place or an activity for everybody, of no person';

@ObjectType({ description: '地域づくりの場・活動 — a place, an activity or a coordinator' })
@NotPersonal(PUBLIC)
export class CommunityActivity {
  @Field(() => ID)
  id!: string;

  @Field(() => CommunityProgramme, { description: '事業 — programme' })
  programme!: CommunityProgramme;

  @Field(() => String, { description: '名称 — title' })
  title!: string;

  @Field(() => String, { nullable: true, description: '内容 — what it is' })
  words!: string | null;

  @Field(() => String, { nullable: true, description: '場所 — place' })
  place!: string | null;

  @Field(() => ID, { description: '全国地方公共団体コード — local government code' })
  localGovernmentCode!: string;
}

@InputType({ description: '地域づくりの場・活動 — a place or an activity to be listed' })
export class CommunityActivityInput {
  @Field(() => CommunityProgramme, { description: '事業 — programme' })
  programme!: CommunityProgramme;

  @Field(() => String, { description: '名称 — title' })
  title!: string;

  @Field(() => String, { nullable: true, description: '内容 — what it is' })
  words?: string | null;

  @Field(() => String, { nullable: true, description: '場所 — place' })
  place?: string | null;

  @Field(() => ID, { description: '全国地方公共団体コード — local government code' })
  municipality!: string;
}

/** What is wrong with something to be listed, in words for who wrote it. */
export const activityProblems = ({
  title,
  words,
  place,
  municipality,
}: CommunityActivityInput): readonly string[] => [
  ...lineProblems('名称', title),
  ...optionalTextProblems('内容', words),
  ...optionalLineProblems('場所', place),
  ...(/^\d{6}$/.test(municipality) ? [] : ['全国地方公共団体コードは6桁の数字で記入してください。']),
];

@ObjectType({ description: '登録した — as it is listed now' })
@NotPersonal(PUBLIC)
export class CommunityActivityListed {
  @Field(() => CommunityActivity)
  activity!: CommunityActivity;
}

@ObjectType({ description: '登録できない — it cannot be listed, and why; in Japanese' })
@NotPersonal(PUBLIC)
export class CommunityActivityNotListed {
  @Field(() => [String])
  problems!: readonly string[];
}

export const CommunityActivityResult = createUnionType({
  name: 'CommunityActivityResult',
  types: () => [CommunityActivityListed, CommunityActivityNotListed] as const,
  resolveType: (value) => ('problems' in value ? CommunityActivityNotListed : CommunityActivityListed),
});
