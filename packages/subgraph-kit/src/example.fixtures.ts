import 'reflect-metadata';
import { Category, officeCode, personId, sectorId, staffId } from '@kasane/vocabulary';
import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import {
  Column,
  Entity,
  PrimaryColumn,
  type EntityManager,
  type MigrationInterface,
  type QueryRunner,
} from 'typeorm';
import {
  createRecordTables,
  defineSector,
  Disclosed,
  isEmpty,
  PersonalRecord,
  PersonRecord,
  recordTable,
  seedSectorTables,
  textColumn,
  type LocalRecord,
  type Rows,
  type SectorContext,
  type SectorRequest,
} from './index.js';

// The example of the README, word for word.
// begin
// enrolment/enrolment.ts: one class is the table, the GraphQL type and the classification
@Entity('enrolment')
@ObjectType({ description: '在籍 — enrolment' })
@Disclosed(Category.SCHOOL)
export class Enrolment extends PersonalRecord implements LocalRecord {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'local_id', type: 'varchar', length: 64 })
  localId!: string;

  /** Siblings of whom the entry tells something: then it needs the permission of each. */
  @Column({ name: 'also_about', type: 'varchar', length: 512, nullable: true })
  alsoAbout!: string | null;

  @Field(() => String, { nullable: true, description: '学年 — grade' })
  @Column({ type: 'varchar', length: 16 })
  grade!: string;

  @Field(() => String, { nullable: true, description: '開始日 — from (YYYY-MM-DD)' })
  @Column({ name: 'from_date', type: 'varchar', length: 10 })
  from!: string;
}

// school-education-record.ts: what the sector adds to Person; concepts add their fields
@ObjectType({ description: '学校の記録 — what schools know of a person' })
export class SchoolEducationRecord extends PersonRecord {}

// loaders.ts: made anew for each request; read only when a permitted field asks
const loaders = ({ links }: SectorRequest) => ({
  enrolments: links.rows(Enrolment, { from: 'DESC', id: 'ASC' }),
});
type SchoolEducationContext = SectorContext<ReturnType<typeof loaders>>;

// enrolment/enrolment-resolver.ts: both fields give all rows; the guard lets out those that may be shown, or the first of them
@Resolver(() => SchoolEducationRecord)
export class EnrolmentResolver {
  @Disclosed(Category.SCHOOL)
  @FieldResolver(() => Enrolment, { nullable: true, description: '在籍 — the newest enrolment' })
  enrolment(
    @Root() { personId }: SchoolEducationRecord,
    @Ctx() { loaders }: SchoolEducationContext,
  ): Promise<Rows<Enrolment>> {
    return loaders.enrolments.load(personId);
  }

  @Disclosed(Category.SCHOOL)
  @FieldResolver(() => [Enrolment], { nullable: true, description: '在籍の履歴 — all, the newest first' })
  enrolments(
    @Root() { personId }: SchoolEducationRecord,
    @Ctx() { loaders }: SchoolEducationContext,
  ): Promise<Rows<Enrolment>> {
    return loaders.enrolments.load(personId);
  }
}

// migrations.ts: never `synchronize`; TypeORM's Table API runs on PostgreSQL and on MariaDB
export class SchoolEducationTables1763770006000 implements MigrationInterface {
  name = 'SchoolEducationTables1763770006000';

  up(queryRunner: QueryRunner): Promise<void> {
    const columns = [
      textColumn('also_about', 512, true),
      textColumn('grade', 16),
      textColumn('from_date', 10),
    ];
    return createRecordTables(queryRunner, [recordTable('enrolment', columns)]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('enrolment');
  }
}

// seed/seed.ts: sample records, written once, into an empty database only
async function seed(manager: EntityManager): Promise<void> {
  if (!(await isEmpty(manager))) return;
  const [older, younger] = [personId('p-older'), personId('p-younger')];
  await seedSectorTables(manager, {
    localIds: new Map([
      [older, '6-001'],
      [younger, '6-002'],
    ]),
    responsibilities: [
      {
        person: older,
        office: 'school-board',
        staff: staffId('teacher'),
        staffName: '見本 教子',
        role: 'LEAD',
        from: '2025-04-01',
      },
    ],
    contacts: [],
    offices: [
      {
        code: officeCode('school-board'),
        name: '見本市教育委員会',
        address: null,
        kind: 'CITY_DIVISION',
        operationMode: 'CITY_RUN',
        status: 'OPEN',
        cityWide: true,
        districts: [],
      },
    ],
  });
  await manager.insert(Enrolment, [
    { id: 'e-1', localId: '6-001', alsoAbout: null, grade: '小5', from: '2025-04-07' },
    { id: 'e-2', localId: '6-001', alsoAbout: '6-002', grade: '小6', from: '2026-04-06' },
    { id: 'e-3', localId: '6-002', alsoAbout: null, grade: '小1', from: '2026-04-06' },
  ]);
}

// school-education.ts; main.ts is one line: await runSubgraph(schoolEducation)
export const schoolEducation = defineSector({
  sector: sectorId('school-education'), // its row in the sector registry has `"field": "schoolEducation"`
  record: SchoolEducationRecord,
  resolvers: [EnrolmentResolver],
  entities: [Enrolment],
  migrations: [SchoolEducationTables1763770006000],
  loaders,
  seed,
});
// end
