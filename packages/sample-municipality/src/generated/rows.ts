import type { PersonId, SectorId } from '@kasane/vocabulary';
import { deskOf } from './desks.js';
import { workerFor } from './generated-staff.js';
import { randomFor, type GeneratedHousehold, type GeneratedMember } from './household.js';
import type { Random } from './random.js';

/** A row by its columns. What is neither text, number, flag nor null goes into a column of JSON. */
export type Row = Readonly<Record<string, unknown>>;
/** Rows by table. */
export type Tables = Readonly<Record<string, readonly Row[]>>;

/** A person with a file in one sector. */
export interface Client {
  readonly member: GeneratedMember;
  /** The sector's own id of the person. */
  readonly localId: string;
  /** What the sector does for the person, one stream for each. */
  readonly random: Random;
  /** Since when somebody is responsible; nobody is where the file is kept and no more. */
  readonly responsibleSince: string | undefined;
}

/** Collects what a sector holds of one household. */
export class SectorRows {
  private readonly tables: Record<string, Row[]> = {};

  constructor(
    readonly household: GeneratedHousehold,
    private readonly sector: SectorId,
  ) {}

  /** A stream of this sector's own about one member. */
  random({ position }: GeneratedMember): Random {
    return randomFor(this.household.city, this.household.index, `${this.sector} ${position}`);
  }

  /** Never the same in two cities, nor of two seeds: a file that two persons are linked to is nobody's. */
  localIdOf({ position }: Pick<GeneratedMember, 'position'>): string {
    const { city, index } = this.household;
    return `${city.municipality}-G${city.seed}-${index}-${position + 1}`;
  }

  /** Opens a person's file; with the worker who is responsible, if anybody is. */
  open(member: GeneratedMember, random: Random, responsibleSince?: string): Client {
    const localId = this.localIdOf(member);
    this.add('person_link', {
      person_id: member.id,
      local_id: localId,
      status: 'CONFIRMED',
      method: 'GENERATED',
      confirmed_by: null,
      confirmed_on: null,
    });
    if (responsibleSince !== undefined) {
      const { office, staffId, name } = this.worker();
      this.add('responsibility', {
        id: random.id('resp-'),
        local_id: localId,
        office_code: office,
        staff_id: staffId,
        staff_name: name,
        role: 'LEAD',
        from_date: responsibleSince,
        to_date: null,
      });
    }
    return { member, localId, random, responsibleSince };
  }

  worker() {
    const { city, district, index } = this.household;
    return workerFor(deskOf(city.municipality, district, this.sector), index);
  }

  /** A record of a person's file. */
  record(table: string, { localId, random }: Client, columns: Row): void {
    this.add(table, { id: random.id(''), local_id: localId, ...columns });
  }

  /** The same in a table that calls its id and the file's otherwise. */
  namedRecord(
    table: string,
    keys: readonly [id: string, file: string],
    { localId, random }: Client,
    columns: Row,
  ): void {
    const [id, file] = keys;
    this.add(table, { [id]: random.id(''), [file]: localId, ...columns });
  }

  /** What the contact log says; the others whom it speaks of must have a file here too. */
  contact(
    client: Client,
    on: string,
    method: string,
    summary: string,
    alsoAbout: readonly Client[] = [],
  ): void {
    const { office, name } = this.worker();
    this.record('contact_log', client, {
      also_about: alsoAbout.length > 0 ? alsoAbout.map(({ localId }) => localId).join(',') : null,
      held_on: on,
      method,
      office_code: office,
      staff_name: name,
      summary,
      seal: null,
    });
  }

  add(table: string, row: Row): void {
    (this.tables[table] ??= []).push(row);
  }

  /** Rows by table, and for whom somebody is responsible here. */
  finish(): SectorPart {
    const links = new Map(this.tables['person_link']?.map((row) => [row['local_id'], row['person_id']]));
    const responsible = (this.tables['responsibility'] ?? []).map(
      (row) => links.get(row['local_id']) as PersonId,
    );
    return { sector: this.sector, tables: this.tables, responsible };
  }
}

export interface SectorPart {
  readonly sector: SectorId;
  readonly tables: Tables;
  readonly responsible: readonly PersonId[];
}
