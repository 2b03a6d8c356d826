import { defineSector } from '@kasane/subgraph-kit';
import { sectorId } from '@kasane/vocabulary';
import { Enrolment } from './enrolment/enrolment.js';
import { EnrolmentResolver } from './enrolment/enrolment-resolver.js';
import { loaders } from './loaders.js';
import { SchoolEducationTables1763770006000 } from './migrations.js';
import { SchoolEducationRecord } from './school-education-record.js';
import { seed } from './seed/seed.js';

/** 学校教育. Its row in the sector registry is `registry-entry.json`. */
export const schoolEducation = defineSector({
  sector: sectorId('school-education'),
  record: SchoolEducationRecord,
  resolvers: [EnrolmentResolver],
  entities: [Enrolment],
  migrations: [SchoolEducationTables1763770006000],
  loaders,
  seed,
});
