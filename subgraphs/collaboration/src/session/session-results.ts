import { NotPersonal } from '@kasane/subgraph-kit';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { createUnionType, Field, ObjectType } from 'type-graphql';
import { StatutorySession } from './session.js';

const OUTCOME = 'an outcome; the session in it decides for itself';

@ObjectType({ description: '記録した — the session as it stands now' })
@NotPersonal(OUTCOME)
export class SessionRecorded {
  @Field(() => StatutorySession)
  session!: StatutorySession;
}

@ObjectType({ description: '記録できない — it cannot be recorded, and why; in Japanese' })
@NotPersonal(OUTCOME)
export class SessionNotRecorded {
  @Field(() => [String])
  problems!: readonly string[];
}

@ObjectType({ description: 'すでに終了している — the session is over: it is not changed any more' })
@NotPersonal(OUTCOME)
export class SessionAlreadyOver {
  @Field(() => GraphQLDateTimeISO, { description: '終了した日時 — since when' })
  since!: Date;
}

export const SessionResult = createUnionType({
  name: 'SessionResult',
  types: () => [SessionRecorded, SessionNotRecorded, SessionAlreadyOver] as const,
  resolveType: (value) =>
    'session' in value ? SessionRecorded : 'problems' in value ? SessionNotRecorded : SessionAlreadyOver,
});
