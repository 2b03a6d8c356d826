import { PersonRecord } from '@kasane/subgraph-kit';
import { ObjectType } from 'type-graphql';

/** What elderly care knows of a person. Its fields are in the folders of their concepts. */
@ObjectType({ description: '介護の記録 — what elderly care knows of a person' })
export class ElderCareRecord extends PersonRecord {}
