import { NotPersonal } from '@kasane/subgraph-kit';
import { ConsentState } from '@kasane/vocabulary';
import { createUnionType, Field, ObjectType } from 'type-graphql';
import { ConsentRecord } from './consent.js';

const OUTCOME = 'an outcome; the record in it decides for itself';

@ObjectType({ description: '記録した — the decision was recorded' })
@NotPersonal(OUTCOME)
export class ConsentRecorded {
  @Field(() => ConsentRecord)
  consent!: ConsentRecord;
}

@ObjectType({ description: '記録できない — it cannot be recorded, and why; in Japanese' })
@NotPersonal(OUTCOME)
export class ConsentNotRecorded {
  @Field(() => [String])
  problems!: readonly string[];
}

@ObjectType({ description: '撤回した — the consent was withdrawn; it no longer permits anything' })
@NotPersonal(OUTCOME)
export class ConsentWithdrawn {
  @Field(() => ConsentRecord)
  consent!: ConsentRecord;
}

@ObjectType({
  description:
    'すでに終わっているか、不同意である — the consent had ended before, or was a refusal; a refusal ends when a newer decision replaces it',
})
@NotPersonal(OUTCOME)
export class ConsentAlreadyEnded {
  @Field(() => ConsentState)
  state!: ConsentState;
}

@ObjectType({
  description:
    '更新できない — it is not given now, so there is nothing to renew; what ended is agreed to anew, as another consent',
})
@NotPersonal(OUTCOME)
export class ConsentNotInForce {
  @Field(() => ConsentState)
  state!: ConsentState;
}

@ObjectType({
  description: '回答を待っていない — nobody is asked for an answer: it was answered, or has ended',
})
@NotPersonal(OUTCOME)
export class ConsentNotRequested {
  @Field(() => ConsentState)
  state!: ConsentState;
}

export const RecordConsentResult = createUnionType({
  name: 'RecordConsentResult',
  types: () => [ConsentRecorded, ConsentNotRecorded] as const,
  resolveType: (value) => ('problems' in value ? ConsentNotRecorded : ConsentRecorded),
});

export const WithdrawConsentResult = createUnionType({
  name: 'WithdrawConsentResult',
  types: () => [ConsentWithdrawn, ConsentAlreadyEnded] as const,
  resolveType: (value) => ('consent' in value ? ConsentWithdrawn : ConsentAlreadyEnded),
});

export const RenewConsentResult = createUnionType({
  name: 'RenewConsentResult',
  types: () => [ConsentRecorded, ConsentNotRecorded, ConsentNotInForce] as const,
  resolveType: (value) =>
    'consent' in value ? ConsentRecorded : 'problems' in value ? ConsentNotRecorded : ConsentNotInForce,
});

export const AnswerConsentResult = createUnionType({
  name: 'AnswerConsentResult',
  types: () => [ConsentRecorded, ConsentNotRecorded, ConsentNotRequested] as const,
  resolveType: (value) =>
    'consent' in value ? ConsentRecorded : 'problems' in value ? ConsentNotRecorded : ConsentNotRequested,
});
