import { PersonRecord } from '@kasane/subgraph-kit';
import { ObjectType } from 'type-graphql';

/** What this sector adds to `Person`; each concept adds its fields. */
@ObjectType({ description: '学校教育の記録 — what school education knows of a person' })
export class SchoolEducationRecord extends PersonRecord {}
