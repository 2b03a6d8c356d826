import type { Permit } from '@kasane/disclosure';
import type { Viewer } from '@kasane/identity';
import {
  COLLABORATION,
  grantField,
  Level,
  personId,
  type Category,
  type HouseholdId,
  type PersonId,
} from '@kasane/vocabulary';
import type { JWK } from 'jose';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { Endpoint, isRecord, type Answer } from './endpoint.js';
import type { FieldFacts, Selection, SubgraphSchema } from './subgraph-schema.js';
import { mintViewer, signGrant } from './tokens.js';
import type { Told } from './told.js';
import { aStranger } from './viewers.js';

/** A value of an answer, with what the schema says of its field. */
export interface Shown {
  readonly facts: FieldFacts;
  readonly value: unknown;
}

export interface Representation {
  readonly id: string;
  readonly grant?: string | null | undefined;
}

interface GrantOptions {
  readonly categories?: readonly Category[];
  readonly permit?: Partial<Permit>;
  readonly barred?: readonly Category[];
  readonly households?: ReadonlyMap<HouseholdId, readonly PersonId[]>;
  readonly secondsAgo?: number;
  readonly key?: JWK;
  /** Other than of this sector, or bound to another token. */
  readonly sector?: Told['entry']['id'];
  readonly boundTo?: string;
}

/** What the checks of one run share: who asks, with which grants, what, and what came of it. */
export class Bench {
  /** A key pair of nobody whom the subgraph knows. */
  readonly strangersKey: JWK = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }) as JWK;

  constructor(
    readonly told: Told,
    readonly schema: SubgraphSchema,
    readonly endpoint: Endpoint = new Endpoint(told.url),
  ) {}

  /** The same bench before another copy of the subgraph. */
  at(url: string): Bench {
    return new Bench(this.told, this.schema, new Endpoint(url));
  }

  get isCollaboration(): boolean {
    return this.told.entry.id === COLLABORATION;
  }

  /** A token of a coordinator who works in no sector, and whom nobody assigned; `more` changes who it is. */
  token(more: Partial<Viewer> = {}, secondsAgo = 0): Promise<string> {
    return mintViewer({ ...aStranger(), ...more }, { key: this.told.keys.viewer, secondsAgo });
  }

  tokenWithoutPurpose(): Promise<string> {
    const { purpose: _purpose, ...viewer } = aStranger();
    return mintViewer(viewer, { key: this.told.keys.viewer });
  }

  /** A grant for some persons: of all that the sector is registered for, in detail, unless said otherwise. */
  grant(token: string, persons: readonly PersonId[], options: GrantOptions = {}): Promise<string> {
    const { entry, keys } = this.told;
    return signGrant(
      {
        sector: options.sector ?? entry.id,
        token: options.boundTo ?? token,
        persons,
        categories: options.categories ?? entry.categories,
        permit: { level: Level.DETAIL, rule: 'CONSENT', evidence: 'conformance', ...options.permit },
        ...(options.barred && { barred: options.barred }),
        ...(options.households && { households: options.households }),
      },
      { key: options.key ?? keys.grant, secondsAgo: options.secondsAgo ?? 0 },
    );
  }

  /** All that can be asked of a person here without arguments. */
  whole(keep?: (facts: FieldFacts) => boolean, type = 'Person'): Selection {
    return this.schema.select(type, this.told.entry.field, keep);
  }

  /** Asks by the side door, as a query plan does. */
  ask(
    representations: readonly Representation[],
    token: string | undefined,
    selection: Pick<Selection, 'text'> = this.whole(),
    type = 'Person',
  ): Promise<Answer> {
    const grant = grantField(this.told.entry);
    return this.entities(
      representations.map(({ id, grant: given }) => ({
        __typename: type,
        id,
        ...(given !== undefined && { [grant]: given }),
      })),
      `... on ${type} { id ${selection.text} }`,
      token,
    );
  }

  /** The side door, with whatever representations one likes. */
  entities(representations: unknown, selection: string, token: string | undefined): Promise<Answer> {
    const query = `query ($r: [_Any!]!) { _entities(representations: $r) { __typename ${selection} } }`;
    return this.endpoint.ask({ query, variables: { r: representations }, token });
  }

  /** What an answer shows of classified fields: `null` shows nothing. */
  shown(answer: Answer, selection: Selection = this.whole(), at?: number): readonly Shown[] {
    const entities = answer.data?.['_entities'];
    const rows: readonly unknown[] = Array.isArray(entities) ? entities : [];
    return (at === undefined ? rows : rows.slice(at, at + 1)).flatMap((row) =>
      isRecord(row) ? shownIn(row, '', selection) : [],
    );
  }

  /** What an answer tells of anybody: the coordinates of all that is not `null`. */
  coordinates(answer: Answer, selection?: Selection, at?: number): readonly string[] {
    return [...new Set(this.shown(answer, selection, at).map(({ facts }) => facts.coordinate))];
  }

  private knownSecrets: Promise<ReadonlyMap<PersonId, readonly string[]>> | undefined;

  /** Words that only the records of each person hold, as a good grant shows them. */
  secrets(): Promise<ReadonlyMap<PersonId, readonly string[]>> {
    return (this.knownSecrets ??= this.readSecrets());
  }

  /** The words of everybody's records. */
  async allSecrets(): Promise<readonly string[]> {
    return [...new Set([...(await this.secrets()).values()].flat())];
  }

  private async readSecrets(): Promise<ReadonlyMap<PersonId, readonly string[]>> {
    if (this.isCollaboration) return new Map();
    const token = await this.token();
    const grant = await this.grant(token, this.told.persons);
    const of = async (id: PersonId): Promise<readonly string[]> => {
      const shown = this.shown(await this.ask([{ id, grant }], token));
      return shown.flatMap(({ facts, value }) =>
        facts.isLeaf && facts.type === 'String' && typeof value === 'string' && isTelling(value)
          ? [value]
          : [],
      );
    };
    return new Map(await Promise.all(this.told.persons.map(async (id) => [id, await of(id)] as const)));
  }
}

/** Dates and codes stand in many answers; a sentence or a name does not. */
const isTelling = (text: string): boolean =>
  !/^[\d\-:/.TZ+]*$/.test(text) && (/[^\x20-\x7e]/.test(text) ? text.length >= 3 : text.length >= 8);

function shownIn(value: Readonly<Record<string, unknown>>, path: string, of: Selection): readonly Shown[] {
  return Object.entries(value).flatMap(([key, below]) => {
    const place = path === '' ? key : `${path}.${key}`;
    const facts = of.fields.get(place);
    const own = facts?.category !== undefined && below !== null ? [{ facts, value: below }] : [];
    const rows: readonly unknown[] = Array.isArray(below) ? below.flat(Infinity) : [below];
    return [...own, ...rows.flatMap((row) => (isRecord(row) ? shownIn(row, place, of) : []))];
  });
}

/** An id of nobody, of the same length and letters: answers about it can be laid over those about a known one. */
export function unknownLike(id: string): PersonId {
  const bytes = randomBytes(id.length);
  const letters = 'abcdefghijkmnpqrstuvwxyz';
  const start = Math.max(0, id.lastIndexOf('-') + 1);
  const tail = [...id.slice(start)].map((_, at) => letters[(bytes[at] ?? 0) % letters.length]).join('');
  return personId(id.slice(0, start) + tail);
}
