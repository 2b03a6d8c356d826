import { Disclosed, PersonalRecord } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { Field, ID, ObjectType } from 'type-graphql';
import { Office } from '../office/office-type.js';

@ObjectType({ description: '閲覧した職員 — a worker who was shown something under a consent' })
@Disclosed(Category.CONSENT)
export class ConsentViewing extends PersonalRecord {
  @Field(() => ID, { nullable: true, description: '職員 — staff id' })
  staff!: string;

  @Field(() => Office, { nullable: true, description: '機関 — office' })
  office!: Office;

  @Field(() => [Category], { nullable: true, description: '項目 — categories of which something was shown' })
  categories!: readonly Category[];

  @Field(() => String, { nullable: true, description: '最初の日 — first day in Japan (YYYY-MM-DD)' })
  firstDay!: string;

  @Field(() => String, { nullable: true, description: '最後の日 — last day in Japan (YYYY-MM-DD)' })
  lastDay!: string;
}
