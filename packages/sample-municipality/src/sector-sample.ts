import type { ContactMethod, PersonId, SectorId } from '@kasane/vocabulary';
import { assignmentsIn } from './assignments.js';
import { districts } from './districts.js';
import { offices } from './offices.js';
import { person } from './people.js';
import { staffById } from './staff.js';

/** A contact as a sector's sample records tell it; persons by their sample keys. */
export interface SampleContact {
  readonly person: string;
  /** Others whom the note speaks of. */
  readonly alsoAbout?: readonly string[];
  readonly on: string;
  readonly method: ContactMethod;
  /** The worker who wrote it; the office is theirs. */
  readonly staff: string;
  readonly summary: string;
  /**
   * What the sector closed by itself: shown to others only where this very note was released, or never shown
   * through the hub at all.
   */
  readonly seal?: 'RELEASE_ONLY' | 'NEVER';
}

/**
 * What one sector of the sample municipality holds in the tables that every sector has: its own ids of the persons
 * (given by the sector, since no other knows them), who is responsible, its contact log, its offices.
 */
export function sampleSector(
  sector: SectorId,
  localIds: Readonly<Record<string, string>>,
  contacts: readonly SampleContact[],
) {
  const idOf = (key: string): PersonId => person(key).id;
  return {
    localIds: new Map(Object.entries(localIds).map(([key, localId]) => [idOf(key), localId])),
    identities: Object.entries(localIds).map(([key, localId]) => {
      const { name, kana, romanName = null, birthDate, address } = person(key);
      return { localId, name, kana, romanName, birthDate, address };
    }),
    responsibilities: assignmentsIn(sector).map((row) => ({
      ...row,
      person: idOf(row.person),
      staffName: staffById(row.staff).name,
    })),
    contacts: contacts.map(({ staff, alsoAbout = [], ...row }) => ({
      ...row,
      person: idOf(row.person),
      alsoAbout: alsoAbout.map(idOf),
      office: staffById(staff).office,
      staffName: staffById(staff).name,
    })),
    offices: offices
      .filter((office) => office.sector === sector)
      .map((office) => ({
        ...office,
        districts: office.cityWide
          ? districts
              .filter((one) => one.localGovernmentCode === office.localGovernmentCode)
              .map(({ id }) => id)
          : office.districts,
      })),
  };
}
