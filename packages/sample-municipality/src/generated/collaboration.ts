import { COLLABORATION, Role, searchKey } from '@kasane/vocabulary';
import { consentsOf } from './consents.js';
import { deskOf } from './desks.js';
import { workerFor } from './generated-staff.js';
import { randomFor, type GeneratedHousehold } from './household.js';
import type { Row, SectorPart, Tables } from './rows.js';

/**
 * What collaboration holds of one household: its people, and of a case the roster and the consents. Who has a seat
 * follows from who is responsible in the sectors.
 */
export function collaborationOf(household: GeneratedHousehold, sectors: readonly SectorPart[]): SectorPart {
  const { id, kind, city, district, members, caseOpenedOn } = household;
  const people = {
    person: members.map(({ name, kana, romanName, birthDate, sex, id: person }) => ({
      id: person,
      name,
      kana,
      roman_name: romanName,
      birth_date: birthDate,
      sex,
      address: household.address,
      phone: household.phone,
      nationality: household.nationality,
      languages: household.languages,
      language_need: household.languages === null ? null : 'やさしい日本語で。大事な話は通訳を交える。',
      search_key: [name, kana, romanName ?? ''].map(searchKey).join(' '),
    })),
    household: [{ id, kind, local_government_code: city.municipality, district_id: district }],
    household_member: members.map(({ id: person, relation, from, position }) => ({
      household_id: id,
      person_id: person,
      relation,
      from_date: from,
      to_date: null,
      position,
    })),
  };
  const tables =
    caseOpenedOn === undefined ? people : { ...people, ...caseOf(household, caseOpenedOn, sectors) };
  return { sector: COLLABORATION, tables, responsible: [] };
}

function caseOf(household: GeneratedHousehold, openedOn: string, sectors: readonly SectorPart[]): Tables {
  const { city, index, district, id } = household;
  const random = randomFor(city, index, 'roster');
  const caseId = random.id('case-');
  const seats: Row[] = [];
  const persons: Row[] = [];
  const seat = (desk: Parameters<typeof deskOf>[2], forEveryone: boolean): string => {
    const { staffId, name, office, roles } = workerFor(deskOf(city.municipality, district, desk), index);
    const seatId = random.id('seat-');
    seats.push({
      id: seatId,
      case_id: caseId,
      office_code: office,
      staff_id: staffId,
      staff_name: name,
      role: roles[0] ?? Role.SECTOR_WORKER,
      for_everyone: forEveryone,
      from_date: openedOn,
      to_date: null,
    });
    return seatId;
  };
  seat('coordinator', true);
  for (const { sector, responsible } of sectors) {
    if (responsible.length === 0) continue;
    const seatId = seat(sector, false);
    persons.push(...responsible.map((person) => ({ seat_id: seatId, person_id: person })));
  }
  const { consents, events } = consentsOf(household, openedOn);
  return {
    support_case: [
      {
        id: caseId,
        household_id: id,
        // The number of the case is unique in the hub, whatever was generated before.
        number: `${city.municipality}-G${city.seed}-${String(index).padStart(7, '0')}`,
        status: 'IN_SUPPORT',
        opened_on: openedOn,
        closed_on: null,
      },
    ],
    roster_seat: seats,
    roster_seat_person: persons,
    consent: consents,
    consent_event: events,
  };
}
