import { NotPersonal } from '@kasane/subgraph-kit';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { createUnionType, Field, Int, ObjectType } from 'type-graphql';
import { Person } from '../person/person.js';
import { Conference, ConferenceMinutes } from './conference.js';

const OUTCOME = 'an outcome; the records in it decide for themselves';

@ObjectType({ description: '記録した — the conference as it stands now' })
@NotPersonal(OUTCOME)
export class ConferenceRecorded {
  @Field(() => Conference)
  conference!: Conference;
}

@ObjectType({ description: '記録できない — it cannot be recorded, and why; in Japanese' })
@NotPersonal(OUTCOME)
export class ConferenceNotRecorded {
  @Field(() => [String])
  problems!: readonly string[];
}

@ObjectType({
  description: '会議録が先に更新された — somebody wrote a newer version: nothing was overwritten',
})
@NotPersonal(OUTCOME)
export class MinutesChanged {
  @Field(() => Int, { description: '最新の版 — the newest version' })
  version!: number;

  @Field(() => ConferenceMinutes, { nullable: true, description: '最新の会議録 — the newest minutes' })
  newest!: ConferenceMinutes | null;
}

@ObjectType({
  description:
    '同意がない — not everybody on the agenda has a consent in force that permits conferences to this office',
})
@NotPersonal(OUTCOME)
export class ConferenceConsentMissing {
  @Field(() => [Person], { description: '同意のない人 — those of whom you may know' })
  persons!: readonly Person[];
}

@ObjectType({ description: '支援会議の場が終了している — its session is over' })
@NotPersonal(OUTCOME)
export class ConferenceSessionOver {
  @Field(() => GraphQLDateTimeISO, { description: '終了した日時 — since when' })
  since!: Date;
}

export const ConferenceResult = createUnionType({
  name: 'ConferenceResult',
  types: () =>
    [
      ConferenceRecorded,
      ConferenceNotRecorded,
      MinutesChanged,
      ConferenceConsentMissing,
      ConferenceSessionOver,
    ] as const,
  resolveType: (value) => {
    if ('conference' in value) return ConferenceRecorded;
    if ('problems' in value) return ConferenceNotRecorded;
    if ('persons' in value) return ConferenceConsentMissing;
    return 'since' in value ? ConferenceSessionOver : MinutesChanged;
  },
});
