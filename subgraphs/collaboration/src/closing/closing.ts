import { Disclosed, NotPersonal } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { createUnionType, Field, ID, ObjectType } from 'type-graphql';
import { SupportCase } from '../case/case.js';
import { AuthoredRecord } from '../disclosure/authored.js';

@ObjectType({ description: '終結 — that a case was closed, and who is responsible from then on' })
@Disclosed(Category.SUPPORT_PLAN)
export class CaseClosing extends AuthoredRecord {
  leadCode!: string;

  @Field(() => String, { nullable: true, description: '終結の理由 — why' })
  reason!: string;

  @Field(() => ID, { nullable: true, description: '記録した職員 — staff id of who closed it' })
  staff!: string;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: '日時 — when' })
  at!: Date;
}

const OUTCOME = 'an outcome; the record in it decides for itself';

@ObjectType({
  description: '終結した — the case was closed; from the next request on it gives nobody anything',
})
@NotPersonal(OUTCOME)
export class CaseClosed {
  @Field(() => SupportCase)
  case!: SupportCase;
}

@ObjectType({ description: '終結できない — it cannot be closed, and why; in Japanese' })
@NotPersonal(OUTCOME)
export class CaseNotClosed {
  @Field(() => [String])
  problems!: readonly string[];
}

@ObjectType({ description: '残っているもの — something of the case that somebody still holds' })
@NotPersonal('what kind of thing an office holds and until when, told to who coordinates the case')
export class CaseOpenItem {
  officeCode!: string;

  @Field(() => String, { description: '種別 — what it is, in Japanese' })
  what!: string;

  @Field(() => ID, { description: 'その番号 — its id' })
  id!: string;

  @Field(() => String, { nullable: true, description: '期限 — last day (YYYY-MM-DD)' })
  due!: string | null;
}

@ObjectType({
  description: '終わっていないものがある — not closed: offices still hold something of the case',
})
@NotPersonal(OUTCOME)
export class CaseHasOpenItems {
  @Field(() => [CaseOpenItem])
  items!: readonly CaseOpenItem[];
}

@ObjectType({ description: '再開した — a new case takes it up again' })
@NotPersonal('the id of a case, told to who opened it')
export class CaseReopened {
  @Field(() => ID, { description: '新しいケース — id of the new case, to be read by the next request' })
  newCase!: string;
}

@ObjectType({ description: '再開できない — it cannot be taken up again, and why; in Japanese' })
@NotPersonal(OUTCOME)
export class CaseNotReopened {
  @Field(() => [String])
  problems!: readonly string[];
}

export const CloseCaseResult = createUnionType({
  name: 'CloseCaseResult',
  types: () => [CaseClosed, CaseNotClosed, CaseHasOpenItems] as const,
  resolveType: (value) =>
    'case' in value ? CaseClosed : 'problems' in value ? CaseNotClosed : CaseHasOpenItems,
});

export const ReopenCaseResult = createUnionType({
  name: 'ReopenCaseResult',
  types: () => [CaseReopened, CaseNotReopened] as const,
  resolveType: (value) => ('newCase' in value ? CaseReopened : CaseNotReopened),
});
