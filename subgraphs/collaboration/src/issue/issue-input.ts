import { Matches, MaxLength } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { Certainty, IssueCode, IssueScope } from './issue-code.js';

@InputType({ description: '課題の記録 — an issue, as one office sees it' })
export class IssueInput {
  @Field(() => IssueCode, { description: '課題 — issue' })
  code!: IssueCode;

  @Field(() => IssueScope, {
    defaultValue: IssueScope.PERSON,
    description: '単位 — of one person, or of the household as far as you work with it',
  })
  scope!: IssueScope;

  @Field(() => Certainty, {
    defaultValue: Certainty.SELF_REPORTED,
    description: '確からしさ — how sure it is',
  })
  certainty!: Certainty;

  @Field(() => String, {
    nullable: true,
    description: '把握した日 — observed on (YYYY-MM-DD); today when absent',
  })
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  observedOn?: string;

  @Field(() => String, { nullable: true, description: '内容 — what was observed' })
  @MaxLength(2_000)
  text?: string;
}
