import { PersonRecord } from '@kasane/subgraph-kit';
import { ObjectType } from 'type-graphql';

/** What disability support knows of a person. Its fields are in the folders of their concepts. */
@ObjectType({ description: '障がい福祉の記録 — what disability support knows of a person' })
export class DisabilitySupportRecord extends PersonRecord {}
