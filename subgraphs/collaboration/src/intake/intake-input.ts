import { Relation } from '@kasane/vocabulary';
import { ArrayMaxSize, IsNotEmpty, Matches, MaxLength, ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { ConsentInput } from '../consent/consent-input.js';
import { IssueInput } from '../issue/issue-input.js';
import { IntakeChannel, Sex, Urgency, Visitor } from './intake-words.js';

const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

@InputType({ description: '新しい人 — somebody whom the hub does not know yet' })
export class NewPersonInput {
  @Field(() => String, { description: '氏名 — name as given; characters are kept as they are' })
  @IsNotEmpty()
  @MaxLength(200)
  name!: string;

  @Field(() => String, { nullable: true, description: 'フリガナ — kana; not everybody has one' })
  @MaxLength(200)
  kana?: string;

  @Field(() => String, { nullable: true, description: 'ローマ字氏名 — name in roman letters' })
  @MaxLength(200)
  romanName?: string;

  @Field(() => String, {
    nullable: true,
    description:
      '生年月日 — birth date as it is said: 昭和20年3月5日, 1945-03-05, 昭和20年頃, 月日不詳 …; kept as given where the day is not known',
  })
  @MaxLength(64)
  birth?: string;

  @Field(() => Sex, { defaultValue: Sex.UNKNOWN })
  sex!: Sex;

  @Field(() => String, { nullable: true, description: '住所 — address' })
  @MaxLength(256)
  address?: string;

  @Field(() => String, { nullable: true, description: '電話番号 — telephone; full-width digits will do' })
  @MaxLength(64)
  phone?: string;

  @Field(() => [String], {
    defaultValue: [],
    description: '言語 — languages (BCP 47), the best spoken first',
  })
  @ArrayMaxSize(6)
  @Matches(LANGUAGE, { each: true })
  languages!: string[];

  @Field(() => String, {
    nullable: true,
    description: '配慮 — what the person needs in order to be understood',
  })
  @MaxLength(1_000)
  languageNeed?: string;
}

@InputType({ description: '世帯員 — a further member of the household, not known to the hub yet' })
export class NewMemberInput extends NewPersonInput {
  @Field(() => Relation, { description: '続柄 — relation to the person whom the consultation is about' })
  relation!: Relation;
}

@InputType({ description: '相談受付・申込票 — a consultation as it is taken down at a window' })
export class ConsultationInput {
  @Field(() => IntakeChannel, { description: '相談経路 — how it came' })
  channel!: IntakeChannel;

  @Field(() => Visitor, { description: '相談者と本人の関係 — who came' })
  visitor!: Visitor;

  @Field(() => String, {
    nullable: true,
    description: '相談者の氏名 — name of who came. Never of somebody who reported an abuse (通報者)',
  })
  @MaxLength(200)
  visitorName?: string;

  @Field(() => String, { description: '受付者の氏名 — name of the worker who took it down' })
  @IsNotEmpty()
  @MaxLength(128)
  receivedBy!: string;

  @Field(() => ID, { nullable: true, description: '本人(担当している人) — a person with whom you work' })
  @MaxLength(64)
  person?: string;

  @Field(() => NewPersonInput, { nullable: true, description: '本人(新しい人) — or somebody new' })
  @ValidateNested()
  newPerson?: NewPersonInput;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      '別人であることを確認した — that the new person is none of those whom you were shown as perhaps the same',
  })
  isSomebodyElse!: boolean;

  @Field(() => [NewMemberInput], { defaultValue: [], description: '世帯構成 — who else lives there' })
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  members!: NewMemberInput[];

  @Field(() => String, { description: '主訴 — chief complaint, in the words of who came' })
  chiefComplaint!: string;

  @Field(() => [IssueInput], { defaultValue: [], description: '課題 — issues' })
  @ArrayMaxSize(40)
  @ValidateNested({ each: true })
  issues!: IssueInput[];

  @Field(() => Urgency, { defaultValue: Urgency.NORMAL, description: '緊急性 — urgency' })
  urgency!: Urgency;

  @Field(() => Boolean, {
    defaultValue: true,
    description: '連絡の可否 — whether one may contact the person',
  })
  contactable!: boolean;

  @Field(() => String, { nullable: true, description: '連絡できる時間帯 — when one may' })
  @MaxLength(200)
  contactWhen?: string;

  @Field(() => Boolean, { defaultValue: false, description: '通訳の要否 — whether an interpreter is needed' })
  interpreter!: boolean;

  @Field(() => ConsentInput, {
    nullable: true,
    description:
      '同意(同意ありの様式) — the consent that was given with it; its subject is the person of this consultation, whatever it says',
  })
  @ValidateNested()
  consent?: ConsentInput;

  @Field(() => ID, {
    nullable: true,
    description: '同意の記録 — or a consent of the person that is on record already',
  })
  @MaxLength(64)
  consentId?: string;
}
