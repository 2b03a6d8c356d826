import {
  Category,
  japanDate,
  Relation,
  type OfficeCode,
  type PersonId,
  type StaffId,
} from '@kasane/vocabulary';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { absent } from '../absent.js';
import { change, lineOf } from '../change.js';
import type { CollaborationContext } from '../context.js';
import { isDate, textProblems } from '../input.js';
import { PersonRow } from '../person/person-row.js';
import { stepOf, type CaseVersion, type SteppedCase } from './case-steps.js';
import { CaseStatus, followers } from './case-status.js';
import { caseToCoordinate } from './coordinate-case.js';

/** That somebody died, or that this was recorded in error: never changed afterwards. */
@Entity('person_death')
export class PersonDeathRow {
  @PrimaryColumn({ name: 'person_id', type: 'varchar', length: 64 })
  personId!: PersonId;

  @PrimaryColumn({ type: 'int' })
  seq!: number;

  /** Null: what stood on record was wrong, the person lives. */
  @Column({ name: 'deceased_on', type: 'varchar', length: 10, nullable: true })
  deceasedOn!: string | null;

  /** From where it is known. */
  @Column({ type: 'text' })
  source!: string;

  @Column({ name: 'case_id', type: 'varchar', length: 64 })
  caseId!: string;

  @Column({ name: 'office_code', type: 'varchar', length: 64 })
  officeCode!: OfficeCode;

  @Column({ name: 'staff_id', type: 'varchar', length: 64 })
  staffId!: StaffId;

  @Column({ type: 'timestamptz' })
  at!: Date;
}

export interface DeathReport {
  readonly person: PersonId;
  /** Japanese calendar date; null takes back a record made in error. */
  readonly deceasedOn: string | null;
  readonly source: string;
}

/**
 * Records that somebody of a case died. Reading rules stay as they are, for the sake of those who live on.
 * @throws {HubError} as {@link caseToCoordinate}; `NOT_FOUND` for whoever is not of the household, or may not be known of;
 * `CONFLICT` when somebody else recorded it at the same time
 */
export async function recordDeath(
  caseId: string,
  { person, deceasedOn, source }: DeathReport,
  context: CollaborationContext,
): Promise<{ readonly person: PersonId } | { readonly problems: readonly string[] }> {
  const { manager, loaders, recorder, viewer, now } = context;
  const field = 'Mutation.recordDeath';
  const { row, persons } = await caseToCoordinate(caseId, context, field);
  const stored = persons.includes(person) ? await loaders.persons.load(person) : null;
  if (!stored) return absent(recorder, Category.IDENTITY, field);
  const problems = [
    ...deathProblems(deceasedOn, stored, japanDate(now)),
    ...textProblems('把握した経緯', source),
  ];
  if (problems.length > 0) return { problems };
  const seq = 1 + (await manager.countBy(PersonDeathRow, { personId: person }));
  const line = lineOf(field, `${person}-${seq}`, { category: Category.IDENTITY, person });
  await change(context, [line], async (transaction) => {
    await transaction.insert(PersonDeathRow, {
      personId: person,
      seq,
      deceasedOn,
      source: source.trim(),
      caseId: row.id,
      officeCode: viewer.office,
      staffId: viewer.staffId,
      at: now,
    });
    await transaction.update(PersonRow, { id: person }, { deceasedOn });
  });
  loaders.persons.clear(person);
  return { person };
}

/** Why a day of death cannot stand. */
export function deathProblems(
  deceasedOn: string | null,
  stored: Pick<PersonRow, 'deceasedOn' | 'birthDate'>,
  today: string,
): readonly string[] {
  if (deceasedOn === null)
    return stored.deceasedOn === null ? ['死亡の記録がないため、取り消せません。'] : [];
  if (!isDate(deceasedOn)) return [`「${deceasedOn}」は存在しない日付です。`];
  if (deceasedOn > today) return ['死亡日が今日より後です。'];
  if (stored.birthDate !== null && deceasedOn < stored.birthDate) return ['死亡日が生年月日より前です。'];
  return deceasedOn === stored.deceasedOn ? ['同じ死亡日がすでに記録されています。'] : [];
}

/**
 * Ends a case whose 本人 has died, all of them where there are several: by a coordinator, never by itself.
 * @throws {HubError} as {@link caseToCoordinate}
 */
export async function endCaseByDeath(
  { id, expected }: CaseVersion,
  reason: string,
  context: CollaborationContext,
): Promise<SteppedCase> {
  const field = 'Mutation.endCaseByDeath';
  const found = await caseToCoordinate(id, context, field);
  const members = await context.loaders.facts.members([found.row.householdId], japanDate(context.now));
  const selves = members.filter(({ relation }) => relation === Relation.SELF);
  // Whoever may not be known of counts as living: the answer must not tell of their death.
  const rows = await Promise.all(
    selves.map(({ personId }) =>
      found.persons.includes(personId) ? context.loaders.persons.load(personId) : null,
    ),
  );
  if (rows.length === 0 || rows.some((row) => !row || row.deceasedOn === null))
    return { problems: ['本人の死亡が記録されていません。'] };
  const from = Object.values(CaseStatus).filter((status) => followers[status].includes(CaseStatus.DECEASED));
  return stepOf(found, expected, { field, from, to: CaseStatus.DECEASED }, reason, context);
}
