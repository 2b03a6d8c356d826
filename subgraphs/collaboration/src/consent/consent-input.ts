import {
  Category,
  ConsentEffect,
  ConsentExpression,
  GrantorRelation,
  Purpose,
  Role,
  Tier,
} from '@kasane/vocabulary';
import { ArrayMaxSize, ArrayNotEmpty, IsNotEmpty, Matches, MaxLength, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
const MAX_NAME = 200;

/** What every change says of what its writer had before them: two who edit one consent must not overwrite each other. */
export const EXPECTED_EVENTS =
  '見ていた経過の数 — how many events the consent had when you read it; CONFLICT when it has others now';

@InputType({ description: '同意者 — who consents' })
export class GrantorInput {
  @Field(() => String, { description: '氏名 — name' })
  @IsNotEmpty()
  @MaxLength(MAX_NAME)
  name!: string;

  @Field(() => GrantorRelation, { description: '立場 — authority' })
  relation!: GrantorRelation;

  @Field(() => ID, {
    nullable: true,
    description: '人 — who it is, where the hub knows them; the person themselves need not be named',
  })
  @MaxLength(64)
  person?: string;

  @Field(() => String, {
    nullable: true,
    description:
      '権限を示す書類 — document that shows the authority; needed for every guardian (後見人、保佐人、補助人)',
  })
  @MaxLength(200)
  authorityDocument?: string;
}

@InputType({ description: '同意の一項 — what may, or must not, go from where to whom' })
export class ConsentRuleInput {
  @Field(() => ConsentEffect, { defaultValue: ConsentEffect.PERMIT })
  effect!: ConsentEffect;

  @Field(() => [Category], { description: '項目 — data categories, named one by one' })
  @ArrayNotEmpty()
  categories!: Category[];

  @Field(() => Tier, {
    defaultValue: Tier.T3,
    description: '機微度の上限 — at most this tier; T4 is never shared by consent',
  })
  maxTier!: Tier;

  @Field(() => [ID], { description: '提供元 — source sectors' })
  @ArrayNotEmpty()
  sourceSectors!: string[];

  @Field(() => [ID], { description: '提供先 — codes of recipient offices' })
  recipientOffices!: string[];

  @Field(() => [Role], {
    defaultValue: [],
    description: '提供先の役割 — recipient roles; alone: those assigned to the person',
  })
  recipientRoles!: Role[];
}

@InputType({ description: '説明 — how it was explained to the person what they were asked' })
export class ConsentExplanationInput {
  @Field(() => String, { description: '説明者 — who explained it' })
  @IsNotEmpty()
  @MaxLength(MAX_NAME)
  explainedBy!: string;

  @Field(() => String, { nullable: true, description: '説明日 — when (YYYY-MM-DD); today when absent' })
  @Matches(DATE)
  explainedOn?: string;

  @Field(() => String, {
    nullable: true,
    description: '説明に使った言語 — in which language (BCP 47); that of the notice when absent',
  })
  @Matches(LANGUAGE)
  @MaxLength(16)
  language?: string;

  @Field(() => String, { nullable: true, description: '通訳者 — interpreter' })
  @MaxLength(MAX_NAME)
  interpreter?: string;
}

@InputType({ description: '同意または不同意の記録 — one decision of one person, as the form holds it' })
export class ConsentInput {
  @Field(() => ID, { description: '本人 — whose data it is about' })
  subject!: string;

  @Field(() => [GrantorInput], {
    description: '同意者 — who decides for the subject: themselves, or who has the authority',
  })
  @ArrayNotEmpty()
  @ArrayMaxSize(4)
  @ValidateNested({ each: true })
  grantors!: GrantorInput[];

  @Field(() => String, { description: '説明書 — id of the notice that was explained' })
  @IsNotEmpty()
  @MaxLength(64)
  noticeId!: string;

  @Field(() => String, { description: '説明書の版 — its version' })
  @IsNotEmpty()
  @MaxLength(32)
  noticeVersion!: string;

  @Field(() => String, {
    defaultValue: 'ja',
    description: '説明書の言語 — its language (BCP 47; ja-simple for やさしい日本語)',
  })
  @Matches(LANGUAGE)
  @MaxLength(16)
  noticeLanguage!: string;

  @Field(() => [Purpose], { description: '利用目的 — purposes' })
  @ArrayNotEmpty()
  purposes!: Purpose[];

  @Field(() => [ConsentRuleInput], { description: '項目と提供先 — rules' })
  @ArrayNotEmpty()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  rules!: ConsentRuleInput[];

  @Field(() => String, {
    nullable: true,
    description: '開始日 — first day in Japan (YYYY-MM-DD); today when absent',
  })
  @Matches(DATE)
  validFrom?: string;

  @Field(() => String, {
    nullable: true,
    description: '終了日 — last day in Japan (YYYY-MM-DD); one year when absent',
  })
  @Matches(DATE)
  validUntil?: string;

  @Field(() => ConsentExpression, {
    description: '方法 — how it was expressed; of what was only asked, how it was asked',
  })
  expression!: ConsentExpression;

  @Field(() => [String], {
    defaultValue: [],
    description: '聴取者 — listeners; an oral expression needs two, neither of them a grantor',
  })
  @ArrayMaxSize(4)
  @MaxLength(MAX_NAME, { each: true })
  witnesses!: string[];

  @Field(() => String, {
    nullable: true,
    description: '代筆者 — who wrote for the person; needed when written by proxy',
  })
  @MaxLength(MAX_NAME)
  writtenBy?: string;

  @Field(() => ConsentExplanationInput, { nullable: true, description: '説明 — who explained it, and how' })
  @ValidateNested()
  explanation?: ConsentExplanationInput;

  @Field(() => ID, { nullable: true, description: '置き換える同意 — the consent that this one replaces' })
  supersedes?: string;

  @Field(() => Int, { nullable: true, description: `${EXPECTED_EVENTS}; of the one that is replaced` })
  expectedEvents?: number;
}

@InputType({ description: '意思表示 — what somebody said of a consent that is on record' })
export class ConsentExpressionInput {
  @Field(() => ConsentExpression, { description: '方法 — how it was expressed' })
  expression!: ConsentExpression;

  @Field(() => [String], { description: '意思表示した人 — names of the grantors who expressed it' })
  @ArrayNotEmpty()
  @ArrayMaxSize(4)
  @IsNotEmpty({ each: true })
  @MaxLength(MAX_NAME, { each: true })
  expressedBy!: string[];

  @Field(() => [String], {
    defaultValue: [],
    description: '聴取者 — listeners; an oral expression needs two, neither of them a grantor',
  })
  @ArrayMaxSize(4)
  @MaxLength(MAX_NAME, { each: true })
  witnesses!: string[];

  @Field(() => String, {
    nullable: true,
    description: '代筆者 — who wrote for the person; needed when written by proxy',
  })
  @MaxLength(MAX_NAME)
  writtenBy?: string;

  @Field(() => ConsentExplanationInput, { nullable: true, description: '説明 — who explained it, and how' })
  @ValidateNested()
  explanation?: ConsentExplanationInput;
}
