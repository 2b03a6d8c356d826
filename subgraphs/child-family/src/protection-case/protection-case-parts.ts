import { Disclosed, type PartText, textOf } from '@kasane/subgraph-kit';
import { asGiven, Category, listed } from '@kasane/vocabulary';
import { Field, ObjectType } from 'type-graphql';
import { ProtectionFormKind } from './protection-case-terms.js';

@ObjectType({ description: '記録 — what was noted on a day' })
@Disclosed(Category.CHILD_PROTECTION)
export class ProtectionNote {
  @Field(() => String, { nullable: true, description: '日 — on (YYYY-MM-DD)' })
  readonly on!: string | null;

  @Field(() => String, { nullable: true, description: '内容 — what was noted' })
  readonly note!: string | null;
}

export const readProtectionNote = (part: PartText): ProtectionNote => ({
  on: textOf(part, 'on'),
  note: textOf(part, 'note'),
});

/** That a form was made, not the form: who reported stands on some of them. */
@ObjectType({ description: '帳票 — that a form of the case was made' })
@Disclosed(Category.CHILD_PROTECTION)
export class ProtectionForm {
  @Field(() => ProtectionFormKind, {
    nullable: true,
    description: '帳票 — which form; null for one outside the list',
  })
  readonly kind!: ProtectionFormKind | null;

  @Field(() => String, {
    nullable: true,
    description: '一覧にない帳票 — the form as the source names it, where it is outside the list',
  })
  readonly kindAsGiven!: string | null;

  @Field(() => String, { nullable: true, description: '作成日 — made on (YYYY-MM-DD)' })
  readonly madeOn!: string | null;
}

export const readProtectionForm = (part: PartText): ProtectionForm => ({
  kind: listed(ProtectionFormKind, textOf(part, 'kind')),
  kindAsGiven: asGiven(ProtectionFormKind, textOf(part, 'kind')),
  madeOn: textOf(part, 'madeOn'),
});
