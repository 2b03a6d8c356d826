import { Disclosed, NotPersonal } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { createUnionType, Field, ID, ObjectType } from 'type-graphql';
import { SupportCase } from '../case/case.js';
import { AuthoredRecord } from '../disclosure/authored.js';
import { Person } from '../person/person.js';
import { IntakeChannel, Urgency, Visitor } from './intake-words.js';

@ObjectType({ description: '相談受付・申込票 — a consultation as it was taken down' })
@Disclosed(Category.INTAKE)
export class Intake extends AuthoredRecord {
  @Field(() => ID, { nullable: true })
  id!: string;

  @Field(() => Person, { nullable: true, description: '本人 — whom it is about' })
  person!: Person;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: '受付日時 — when' })
  receivedAt!: Date;

  @Field(() => ID, { nullable: true, description: '受付機関 — code of the office' })
  officeCode!: string;

  @Field(() => String, { nullable: true, description: '受付者 — name of the worker' })
  receivedBy!: string;

  @Field(() => IntakeChannel, { nullable: true, description: '相談経路 — how it came' })
  channel!: IntakeChannel;

  @Field(() => Visitor, { nullable: true, description: '相談者と本人の関係 — who came' })
  visitor!: Visitor;

  @Field(() => String, { nullable: true, description: '相談者の氏名 — name of who came' })
  visitorName!: string | null;

  @Field(() => String, { nullable: true, description: '主訴 — chief complaint' })
  chiefComplaint!: string;

  @Field(() => Urgency, { nullable: true, description: '緊急性 — urgency' })
  urgency!: Urgency;

  @Field(() => Boolean, { nullable: true, description: '連絡の可否 — whether one may contact the person' })
  contactable!: boolean;

  @Field(() => String, { nullable: true, description: '連絡できる時間帯 — when one may' })
  contactWhen!: string | null;

  @Field(() => Boolean, { nullable: true, description: '通訳の要否 — whether an interpreter is needed' })
  interpreter!: boolean;

  @Field(() => Boolean, { nullable: true, description: '様式 — whether the person consented with it' })
  withConsent!: boolean;
}

const OUTCOME = 'an outcome; the records in it decide for themselves';

@ObjectType({ description: '受け付けた — the consultation is on record and its case open' })
@NotPersonal(OUTCOME)
export class ConsultationReceived {
  @Field(() => SupportCase)
  case!: SupportCase;

  @Field(() => [String], {
    description:
      '同意の問題 — why the consent that came with it could not be recorded; the consultation stands, the consent is recorded by giveConsent',
  })
  consentProblems!: readonly string[];
}

@ObjectType({ description: '受け付けられない — it cannot be recorded as it stands, and why; in Japanese' })
@NotPersonal(OUTCOME)
export class ConsultationNotReceived {
  @Field(() => [String])
  problems!: readonly string[];
}

@ObjectType({
  description:
    '同じ人かもしれない — people with whom you work and who may be the same; send it again with one of them, or with isSomebodyElse',
})
@NotPersonal(OUTCOME)
export class ConsultationPossiblyKnown {
  @Field(() => [Person])
  persons!: readonly Person[];
}

export const ConsultationResult = createUnionType({
  name: 'ConsultationResult',
  types: () => [ConsultationReceived, ConsultationNotReceived, ConsultationPossiblyKnown] as const,
  resolveType: (value) =>
    'case' in value
      ? ConsultationReceived
      : 'problems' in value
        ? ConsultationNotReceived
        : ConsultationPossiblyKnown,
});
