import type { OfficeCode, PersonId, SectorEntry, StaffId } from '@kasane/vocabulary';
import type { JWK } from 'jose';

/** What the owner tells the suite of the subgraph and of the data that it runs on. */
export interface Told {
  /** The GraphQL endpoint of the running subgraph. */
  readonly url: string;
  /** Its row in the sector registry. */
  readonly entry: SectorEntry;
  /** Private halves: the subgraph runs with the public ones. Never the hub's own. */
  readonly keys: { readonly viewer: JWK; readonly grant: JWK };
  /** Persons of whom the sector has records. */
  readonly persons: readonly PersonId[];
  /** One of the sector's own staff, who is assigned to some, and not to all, of the persons. */
  readonly worker?: { readonly staffId: StaffId; readonly office: OfficeCode } | undefined;
  /** The same subgraph on a copy of the data, in which records of one person are other ones. */
  readonly twin?: { readonly url: string; readonly differs: PersonId } | undefined;
  /** Words or record ids of sealed records of the persons; an empty list says that there are none. */
  readonly sealed?: readonly string[] | undefined;
  /** The schemas of the hub's other subgraphs, by sector. */
  readonly schemas: ReadonlyMap<string, string>;
  /** The median milliseconds that 50 persons may take; none for information only. */
  readonly maxMs?: number | undefined;
  /** Chooses the random questions: the same seed, the same questions. */
  readonly seed: number;
}
