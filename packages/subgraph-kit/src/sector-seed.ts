import type {
  ContactMethod,
  OfficeKind,
  OfficeStatus,
  OperationMode,
  PersonId,
  ResponsibilityRole,
} from '@kasane/vocabulary';
import type { EntityManager } from 'typeorm';
import {
  ContactRow,
  LinkStatus,
  OfficeDistrictRow,
  OfficeRow,
  PersonLink,
  ResponsibilityRow,
} from './sector-tables.js';
import { LocalPerson, localPerson, type LocalIdentity } from './links/local-person.js';
import type { Seal } from './subjects.js';

/** What a sector's sample data says in the tables that the kit reads. */
export interface SectorSeed {
  /** The sector's own id of each person. */
  readonly localIds: ReadonlyMap<PersonId, string>;
  /** Who they are in the sector's own system: by this the sector finds whom else the hub means. */
  readonly identities?: readonly LocalIdentity[];
  readonly responsibilities: readonly {
    readonly person: PersonId;
    readonly office: string;
    readonly staff?: string | undefined;
    readonly staffName?: string | undefined;
    readonly role: ResponsibilityRole;
    readonly from: string;
    readonly to?: string | undefined;
  }[];
  readonly contacts: readonly {
    readonly person: PersonId;
    readonly alsoAbout?: readonly PersonId[];
    readonly on: string;
    readonly method: ContactMethod;
    readonly office: string;
    readonly staffName: string;
    readonly summary: string;
    readonly seal?: Seal | undefined;
  }[];
  readonly offices: readonly {
    readonly code: string;
    readonly name: string;
    readonly address: string | null;
    readonly hostFacility?: string | undefined;
    readonly kind: OfficeKind;
    readonly operationMode: OperationMode;
    readonly status: OfficeStatus;
    readonly cityWide: boolean;
    readonly note?: string | undefined;
    readonly districts: readonly string[];
  }[];
}

/** Whether this database was never filled: a seed never touches what a sector already holds. */
export const isEmpty = async (manager: EntityManager): Promise<boolean> =>
  (await manager.count(OfficeRow)) === 0;

/** Fills the kit's tables. @throws {Error} when a row names a person without a local id. */
export async function seedSectorTables(manager: EntityManager, seed: SectorSeed): Promise<void> {
  const local = (person: PersonId): string => {
    const id = seed.localIds.get(person);
    if (id === undefined) throw new Error('The seed names a person without a local id.');
    return id;
  };
  await manager.insert(
    PersonLink,
    [...seed.localIds].map(([personId, localId]) => ({
      personId,
      localId,
      status: LinkStatus.CONFIRMED,
      method: 'SAMPLE',
      confirmedBy: null,
      confirmedOn: null,
    })),
  );
  await manager.insert(LocalPerson, (seed.identities ?? []).map(localPerson));
  await manager.insert(
    ResponsibilityRow,
    seed.responsibilities.map((row, at) => ({
      id: `responsibility-${at + 1}`,
      localId: local(row.person),
      officeCode: row.office,
      staffId: row.staff ?? null,
      staffName: row.staffName ?? null,
      role: row.role,
      from: row.from,
      to: row.to ?? null,
    })),
  );
  await manager.insert(
    ContactRow,
    seed.contacts.map((row, at) => ({
      id: `contact-${at + 1}`,
      localId: local(row.person),
      alsoAbout: row.alsoAbout?.length ? row.alsoAbout.map(local).join(',') : null,
      on: row.on,
      method: row.method,
      officeCode: row.office,
      staffName: row.staffName,
      summary: row.summary,
      seal: row.seal ?? null,
    })),
  );
  await manager.insert(
    OfficeRow,
    seed.offices.map(({ districts: _, hostFacility, note, ...office }) => ({
      ...office,
      hostFacility: hostFacility ?? null,
      note: note ?? null,
    })),
  );
  await manager.insert(
    OfficeDistrictRow,
    seed.offices.flatMap(({ code, districts }) =>
      districts.map((districtId) => ({ officeCode: code, districtId })),
    ),
  );
}
