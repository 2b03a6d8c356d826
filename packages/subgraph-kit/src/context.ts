import type { Permit } from '@kasane/disclosure';
import type { TraceSpan } from '@kasane/http';
import type { VerifiedViewer } from '@kasane/identity';
import type { LedgerReader } from '@kasane/ledger';
import type { Category, Level, PersonId } from '@kasane/vocabulary';
import type { EntityManager } from 'typeorm';
import type { Recorder } from './recorder.js';
import type { PersonalRecord } from './subjects.js';

/** Of what, within a category, it is asked whether it may be shown. */
export interface Asked {
  /** How much must be open; any bit of it unless said. */
  readonly level?: Level;
  /** The row that it is about: it may be sealed, or have been released by its owner. */
  readonly record?: PersonalRecord;
}

/** What this viewer may be shown in this request. Lives as long as the request: withdrawal bites on the next. */
export interface DisclosureScope {
  /** For each of the subjects the permit that covers this category; nothing when one of them lacks it. */
  permits(subjects: readonly PersonId[], category: Category, asked?: Asked): readonly Permit[] | undefined;
  /** The rule that closed a category of a person, where one did: for the ledger alone. */
  deniedBy?(person: PersonId, category: Category): string | undefined;
}

/** What the guard needs of a request. */
export interface Guarded {
  readonly scope: DisclosureScope;
  readonly recorder: Recorder;
}

/** What every request of a subgraph starts from. */
export interface RequestBase {
  readonly viewer: VerifiedViewer;
  /** For the log: the same in every subgraph that one question reached. */
  readonly requestId: string;
  readonly manager: EntityManager;
  readonly recorder: Recorder;
  /** Who looked at whom here; reading it is itself noted. */
  readonly ledger: LedgerReader;
  /**
   * Writes to the ledger at once what was noted so far: the last step of a change, which must not stand unrecorded.
   * @throws {HubError} `LEDGER_UNAVAILABLE`
   */
  readonly record: () => Promise<void>;
  /** One instant for the whole request: a consent cannot expire between two of its fields. */
  readonly now: Date;
  /** Where traces are made: what takes long within a sector may be a part of it. */
  readonly span?: TraceSpan | undefined;
}

export interface SubgraphContext<Loaders = unknown, Scope extends DisclosureScope = DisclosureScope>
  extends RequestBase, Guarded {
  readonly scope: Scope;
  readonly loaders: Loaders;
}
