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
import { Field, ID, InputType } from 'type-graphql';

const DATE = /^\d{4}-\d{2}-\d{2}$/;

@InputType({ description: '同意者 — who consents' })
export class GrantorInput {
  @Field(() => String, { description: '氏名 — name' })
  @IsNotEmpty()
  @MaxLength(200)
  name!: string;

  @Field(() => GrantorRelation, { description: '立場 — authority' })
  relation!: GrantorRelation;

  @Field(() => String, {
    nullable: true,
    description: '権限を示す書類 — document that shows the authority; needed for a guardian of an adult',
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
    description: '説明の言語 — its language (BCP 47; ja-simple for やさしい日本語)',
  })
  @Matches(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
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

  @Field(() => ConsentExpression, { description: '方法 — how it was expressed' })
  expression!: ConsentExpression;

  @Field(() => [String], {
    defaultValue: [],
    description: '聴取者 — listeners; an oral expression needs two',
  })
  @ArrayMaxSize(4)
  witnesses!: string[];

  @Field(() => ID, { nullable: true, description: '置き換える同意 — the consent that this one replaces' })
  supersedes?: string;
}
