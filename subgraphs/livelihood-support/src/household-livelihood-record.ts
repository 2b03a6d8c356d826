import { HouseholdRecord } from '@kasane/subgraph-kit';
import { ObjectType } from 'type-graphql';

/** What livelihood support knows of a household: its housekeeping and its home. */
@ObjectType({ description: '世帯の生活困窮の記録 — what livelihood support knows of a household' })
export class HouseholdLivelihoodRecord extends HouseholdRecord {}
