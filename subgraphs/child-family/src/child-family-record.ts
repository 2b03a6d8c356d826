import { PersonRecord } from '@kasane/subgraph-kit';
import { ObjectType } from 'type-graphql';

/** What the child and family centre knows of a person. Its fields are in the folders of their concepts. */
@ObjectType({ description: 'こども・家庭の記録 — what the child and family centre knows of a person' })
export class ChildFamilyRecord extends PersonRecord {}
