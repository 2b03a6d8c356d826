import { Disclosed, NotPersonal } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { createUnionType, Field, ID, ObjectType } from 'type-graphql';
import { SupportCase } from '../case/case.js';
import { AuthoredRecord } from '../disclosure/authored.js';
import { Person } from '../person/person.js';
import { Certainty, IssueCode, IssueScope } from './issue-code.js';

@ObjectType()
export abstract class AnyIssue extends AuthoredRecord {
  @Field(() => ID, { nullable: true })
  id!: string;

  @Field(() => IssueCode, { nullable: true, description: '課題 — issue' })
  code!: IssueCode;

  @Field(() => IssueScope, { nullable: true, description: '単位 — of one person or of the household' })
  scope!: IssueScope;

  @Field(() => Person, { nullable: true, description: '本人 — of whom; null when it is of the household' })
  person!: Person | null;

  @Field(() => Certainty, { nullable: true, description: '確からしさ — how sure its writer is' })
  certainty!: Certainty;

  @Field(() => ID, { nullable: true, description: '記録した機関 — code of the office whose opinion it is' })
  officeCode!: string;

  @Field(() => ID, { nullable: true, description: '記録した職員 — staff id of who wrote it' })
  staffId!: string;

  @Field(() => String, { nullable: true, description: '把握した日 — observed on (YYYY-MM-DD)' })
  observedOn!: string;

  @Field(() => String, {
    nullable: true,
    description: '解消した日 — resolved on (YYYY-MM-DD); null until then',
  })
  resolvedOn!: string | null;

  @Field(() => String, { nullable: true, description: '内容 — what was observed' })
  text!: string | null;

  @Field(() => String, { nullable: true, description: '解消の内容 — how it was resolved' })
  resolutionText!: string | null;
}

@ObjectType({ description: '課題 — an issue, as one office sees it; never merged with what another sees' })
@Disclosed(Category.INTAKE)
export class Issue extends AnyIssue {}

@ObjectType({
  description: '特に配慮を要する課題 — an issue that is shown to nobody but the office that wrote it down',
})
@Disclosed(Category.SENSITIVE_ISSUE)
export class SensitiveIssue extends AnyIssue {}

const OUTCOME = 'an outcome; the records in it decide for themselves';

@ObjectType({ description: '記録した — the case with its issues as they stand now' })
@NotPersonal(OUTCOME)
export class IssueRecorded {
  @Field(() => SupportCase)
  case!: SupportCase;
}

@ObjectType({ description: '記録できない — it cannot be recorded, and why; in Japanese' })
@NotPersonal(OUTCOME)
export class IssueNotRecorded {
  @Field(() => [String])
  problems!: readonly string[];
}

@ObjectType({ description: 'すでに解消している — it was resolved before' })
@NotPersonal(OUTCOME)
export class IssueAlreadyResolved {
  @Field(() => String, { description: '解消した日 — since when (YYYY-MM-DD)' })
  since!: string;
}

export const IssueResult = createUnionType({
  name: 'IssueResult',
  types: () => [IssueRecorded, IssueNotRecorded, IssueAlreadyResolved] as const,
  resolveType: (value) =>
    'case' in value ? IssueRecorded : 'problems' in value ? IssueNotRecorded : IssueAlreadyResolved,
});
