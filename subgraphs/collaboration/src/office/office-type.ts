import { NotPersonal } from '@kasane/subgraph-kit';
import { Field, ID, ObjectType } from 'type-graphql';

/** The class that decorated types point to; its fields are in `office.ts`, the same for every subgraph. */
@ObjectType()
@NotPersonal('published facts of an office')
export class Office {
  @Field(() => ID)
  code!: string;
}
