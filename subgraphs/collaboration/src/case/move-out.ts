import { about, Disclosed, PersonalRecord } from '@kasane/subgraph-kit';
import { Category, japanDate, personId, type PersonId } from '@kasane/vocabulary';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import type { CollaborationContext } from '../context.js';
import { AuthoredRecord } from '../disclosure/authored.js';
import { newId } from '../new-id.js';
import { Person, personOf } from '../person/person.js';
import { stepOf, type CaseVersion, type SteppedCase } from './case-steps.js';
import { CaseStatus, followers } from './case-status.js';
import { caseToCoordinate } from './coordinate-case.js';
import { CaseTransferRow, HandOverBasis, transferProblems, type CaseTransferInput } from './transfer.js';

@ObjectType({ description: '引き継いだ情報 — what of whom was handed over, and on what basis' })
@Disclosed(Category.NOTES)
export class HandedOver extends PersonalRecord {
  @Field(() => Person, { nullable: true, description: '本人 — of whom' })
  person!: Person;

  @Field(() => [Category], { nullable: true, description: '項目 — data categories' })
  categories!: readonly Category[];

  @Field(() => HandOverBasis, { nullable: true, description: '根拠 — basis' })
  basis!: HandOverBasis;

  @Field(() => String, {
    nullable: true,
    description: '同意した人、または根拠法令 — who agreed, or which statute',
  })
  by!: string;

  @Field(() => String, { nullable: true, description: '日付 — when (YYYY-MM-DD)' })
  on!: string;
}

@ObjectType({ description: 'ケース移管 — what stands on the notice of transfer (ケース移管通知書)' })
@Disclosed(Category.NOTES)
export class CaseTransfer extends AuthoredRecord {
  @Field(() => ID, { nullable: true })
  id!: string;

  @Field(() => String, { nullable: true, description: '転出先の自治体 — receiving municipality' })
  municipality!: string;

  @Field(() => String, { nullable: true, description: '全国地方公共団体コード — local government code' })
  municipalityCode!: string | null;

  @Field(() => String, { nullable: true, description: '引継先の部署 — receiving office' })
  office!: string;

  @Field(() => String, { nullable: true, description: '引継先の担当者と連絡先 — who receives it' })
  contact!: string;

  @Field(() => String, { nullable: true, description: '転出日 — moved on (YYYY-MM-DD)' })
  movedOn!: string;

  @Field(() => String, { nullable: true, description: '申し送り — what the receiving office should know' })
  message!: string;

  @Field(() => [HandedOver], { nullable: true, description: '引き継いだ情報 — what was handed over' })
  handedOver!: readonly HandedOver[];

  @Field(() => ID, { nullable: true, description: '記録した職員 — staff id of who recorded it' })
  staffId!: string;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: '日時 — when' })
  at!: Date;
}

/**
 * Ends a case because the household moved to another municipality, with what was handed over and on what basis. The
 * other municipality is no party of this hub: nothing goes there by it.
 * @throws {HubError} as {@link caseToCoordinate}
 */
export async function moveOutCase(
  { id, expected }: CaseVersion,
  input: CaseTransferInput,
  context: CollaborationContext,
): Promise<SteppedCase> {
  const { viewer, now } = context;
  const field = 'Mutation.moveOutCase';
  const found = await caseToCoordinate(id, context, field);
  const problems = transferProblems(input, found.persons, japanDate(now));
  if (problems.length > 0) return { problems };
  const handedOver = input.handedOver.map((line) => ({
    person: personId(line.person),
    categories: [...new Set(line.categories)],
    basis: line.basis,
    by: line.by.trim(),
    on: line.on,
  }));
  const from = Object.values(CaseStatus).filter((status) => followers[status].includes(CaseStatus.MOVED_OUT));
  return stepOf(found, expected, { field, from, to: CaseStatus.MOVED_OUT }, undefined, context, {
    persons: [...new Set(handedOver.map(({ person }) => person))],
    write: async (transaction) => {
      await transaction.insert(CaseTransferRow, {
        id: newId('ct'),
        caseId: found.row.id,
        municipality: input.municipality.trim(),
        municipalityCode: input.municipalityCode ?? null,
        office: input.office.trim(),
        contact: input.contact.trim(),
        movedOn: input.movedOn,
        message: input.message.trim(),
        // Its words may speak of anybody of the household.
        persons: found.persons,
        handedOver: handedOver as never,
        officeCode: viewer.office,
        staffId: viewer.staffId,
        at: now,
      });
    },
  });
}

/** A transfer as the schema shows it. */
export function caseTransferOf(row: CaseTransferRow): CaseTransfer {
  const handedOver = row.handedOver.map((line) =>
    about(Object.assign(new HandedOver(), line, { person: personOf(line.person) }), [line.person]),
  );
  const persons: readonly PersonId[] = row.persons;
  return about(Object.assign(new CaseTransfer(), row, { author: row.officeCode, handedOver }), persons);
}
