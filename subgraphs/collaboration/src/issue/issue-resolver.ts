import { Disclosed, requirePurpose } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { SupportCase } from '../case/case.js';
import type { CollaborationContext } from '../context.js';
import { isSensitive } from './issue-code.js';
import { IssueInput } from './issue-input.js';
import { issueNode } from './issue-loader.js';
import { recordIssue, resolveIssue } from './issue-service.js';
import { Issue, IssueResult, SensitiveIssue } from './issue.js';

@Resolver(() => SupportCase)
export class IssueResolver {
  @Disclosed(Category.INTAKE)
  @FieldResolver(() => [Issue], {
    nullable: true,
    description: '課題 — issues, each as one office sees it; the earliest observed first',
  })
  async issues(
    @Root() { row }: SupportCase,
    @Ctx() { loaders }: CollaborationContext,
  ): Promise<readonly Issue[]> {
    const stored = await loaders.issuesOf.load(row.id);
    return stored.filter(({ code }) => !isSensitive(code)).map(issueNode);
  }

  @Disclosed(Category.SENSITIVE_ISSUE)
  @FieldResolver(() => [SensitiveIssue], {
    nullable: true,
    description: '特に配慮を要する課題 — those that your own office wrote down; nobody else is shown them',
  })
  async sensitiveIssues(
    @Root() { row }: SupportCase,
    @Ctx() { loaders, viewer }: CollaborationContext,
  ): Promise<readonly SensitiveIssue[]> {
    const stored = await loaders.issuesOf.load(row.id);
    return stored
      .filter(({ code, officeCode }) => isSensitive(code) && officeCode === viewer.office)
      .map(issueNode);
  }

  @Mutation(() => IssueResult, { description: '課題を記録する — record an issue, as your office sees it' })
  recordIssue(
    @Arg('case', () => ID) id: string,
    @Arg('person', () => ID, {
      nullable: true,
      description: '本人 — of whom; none for an issue of the household',
    })
    person: string | null | undefined,
    @Arg('input', () => IssueInput) input: IssueInput,
    @Ctx() context: CollaborationContext,
  ): Promise<typeof IssueResult> {
    requirePurpose(context.viewer);
    return recordIssue(id, person ?? null, input, context);
  }

  @Mutation(() => IssueResult, {
    description: '課題の解消を記録する — record that an issue of your own office is resolved',
  })
  resolveIssue(
    @Arg('id', () => ID) id: string,
    @Arg('on', () => String, {
      nullable: true,
      description: '解消した日 — when (YYYY-MM-DD); today when absent',
    })
    on: string | null | undefined,
    @Arg('text', () => String, { nullable: true, description: '内容 — how' }) text: string | null | undefined,
    @Ctx() context: CollaborationContext,
  ): Promise<typeof IssueResult> {
    requirePurpose(context.viewer);
    return resolveIssue(id, { on: on ?? null, text: text ?? null }, context);
  }
}
