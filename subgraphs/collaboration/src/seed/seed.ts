import {
  districts,
  households,
  municipalities,
  offices,
  people,
  person,
  rosters,
  staff,
  staffById,
} from '@kasane/sample-municipality';
import { Role } from '@kasane/vocabulary';
import type { EntityManager } from 'typeorm';
import { CaseStatus } from '../case/case-status.js';
import { CaseRow, RosterSeatPersonRow, RosterSeatRow } from '../case/case-tables.js';
import { ConsentEventRow, ConsentRow } from '../consent/consent-tables.js';
import { MunicipalityRow } from '../consent/municipality.js';
import { HouseholdMemberRow, HouseholdRow } from '../household/household-tables.js';
import { CaseNoteRow, CaseNoteVersionRow } from '../note/note-tables.js';
import { DistrictRow, DirectoryOfficeRow } from '../office/office-tables.js';
import { PersonRow } from '../person/person-row.js';
import { searchKey } from '../person/search-key.js';
import { PlanEventRow, PlanItemRow, PlanRow, PlanVersionRow } from '../plan/plan-tables.js';
import { MeasureRow } from '../protection/protection-tables.js';
import { StaffMemberRow } from '../staff/staff-tables.js';
import { seedCommunity } from './community.js';
import { seedConferences } from './conferences.js';
import { seedConferenceStatistics } from './conference-statistics.js';
import { Duty, Responsibility } from '../roster/seat-words.js';
import { caseNotes, caseNoteVersions } from './case-notes.js';
import { consentEvents, consents } from './consents.js';
import { planEvents, planItems, plans, planVersions } from './plans.js';
import { measures } from './protective-measures.js';

/** Fills an empty database with the sample municipality's households, cases and consents. */
export async function seed(manager: EntityManager): Promise<void> {
  if ((await manager.count(DirectoryOfficeRow)) > 0) return;
  await manager.insert(
    MunicipalityRow,
    municipalities.map(({ localGovernmentCode, name }) => ({ code: localGovernmentCode, name: name.ja })),
  );
  await manager.insert(
    DistrictRow,
    districts.map(({ id, name, localGovernmentCode }) => ({ id, name: name.ja, localGovernmentCode })),
  );
  await manager.insert(
    DirectoryOfficeRow,
    offices.map(({ sector, hostFacility, note, districts: _, ...office }) => ({
      ...office,
      sectorId: sector ?? null,
      hostFacility: hostFacility ?? null,
      note: note ?? null,
    })),
  );
  await manager.insert(
    StaffMemberRow,
    staff.map(({ staffId, name, office }) => ({ id: staffId, name, officeCode: office })),
  );
  await manager.insert(
    PersonRow,
    people.map(
      ({
        id,
        name,
        kana,
        romanName,
        birthDate,
        sex,
        address,
        phone,
        nationality,
        languages,
        languageNeed,
      }) => ({
        id,
        name,
        kana,
        romanName: romanName ?? null,
        birthDate,
        sex,
        address,
        phone,
        nationality: nationality ?? null,
        languages: languages?.join(',') ?? null,
        languageNeed: languageNeed ?? null,
        searchKey: [name, kana, romanName ?? ''].map(searchKey).join(' '),
      }),
    ),
  );
  await manager.insert(
    HouseholdRow,
    households.map(({ id, kind, localGovernmentCode, district }) => ({
      id,
      kind,
      localGovernmentCode,
      districtId: district,
    })),
  );
  await manager.insert(
    HouseholdMemberRow,
    households.flatMap(({ id, members }) =>
      members.map(({ person: key, relation, from, to }, position) => ({
        householdId: id,
        personId: person(key).id,
        relation,
        from,
        to: to ?? null,
        position,
      })),
    ),
  );
  await seedCases(manager);
  await seedCommunity(manager);
  await manager.insert(CaseNoteRow, caseNotes as never);
  await manager.insert(CaseNoteVersionRow, caseNoteVersions as never);
  await manager.insert(ConsentRow, consents as never);
  await manager.insert(ConsentEventRow, consentEvents as never);
  await manager.insert(MeasureRow, measures);
  await manager.insert(PlanRow, plans as never);
  await manager.insert(PlanVersionRow, planVersions as never);
  await manager.insert(PlanEventRow, planEvents as never);
  await manager.insert(PlanItemRow, planItems as never);
  await seedConferenceStatistics(manager);
  await seedConferences(manager);
}

async function seedCases(manager: EntityManager): Promise<void> {
  const cases = rosters.map(({ household: key, rows }) => {
    const household = households.find((one) => one.key === key);
    if (!household) throw new Error(`The sample has no household ${key}.`);
    return { id: `case-${key.toLowerCase()}`, household, rows };
  });
  await manager.insert(
    CaseRow,
    cases.map(({ id, household, rows }) => ({
      id,
      householdId: household.id,
      number: household.caseNumber,
      status: CaseStatus.IN_SUPPORT,
      openedOn: rows.map(({ from }) => from).sort()[0] ?? '2025-04-01',
      closedOn: null,
    })),
  );
  const seats = cases.flatMap(({ id, rows }) =>
    rows.map((row, at) => ({ ...row, caseId: id, id: `${id}-seat-${at + 1}` })),
  );
  await manager.insert(
    RosterSeatRow,
    seats.map(({ id, caseId, office, staff, role, persons, from, to }) => ({
      id,
      caseId,
      officeCode: office,
      staffId: staff ?? null,
      staffName: staff === undefined ? null : staffById(staff).name,
      role,
      forEveryone: persons === 'ALL',
      from,
      to: to ?? null,
      responsibility: role === Role.COORDINATOR ? Responsibility.LEAD : Responsibility.MEMBER,
      ...dutyOf(role, staff),
    })),
  );
  await manager.insert(
    RosterSeatPersonRow,
    seats.flatMap(({ id, persons }) =>
      persons === 'ALL' ? [] : persons.map((key) => ({ seatId: id, personId: person(key).id })),
    ),
  );
}

/** Who sits in the sample without an account watches over a child at school or nursery, until the end of the year. */
function dutyOf(role: Role, staff: string | undefined): Pick<RosterSeatRow, 'duty' | 'reviewOn'> {
  if (staff === undefined) return { duty: Duty.SCHOOL_FOLLOW_UP, reviewOn: '2027-03-31' };
  return { duty: role === Role.COORDINATOR ? Duty.COORDINATION : Duty.CONSULTATION, reviewOn: null };
}
