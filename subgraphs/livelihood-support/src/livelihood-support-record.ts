import { PersonRecord } from '@kasane/subgraph-kit';
import { ObjectType } from 'type-graphql';

/** What livelihood support knows of a person. Its fields are in the folders of their concepts. */
@ObjectType({ description: '生活困窮の記録 — what livelihood support knows of a person' })
export class LivelihoodSupportRecord extends PersonRecord {}
