import { POLICY_VERSION, type Permit } from '@kasane/disclosure';
import type { VerifiedViewer } from '@kasane/identity';
import { LedgerKind, LedgerOutcome, type Ledger, type LedgerItem, type LedgerRecord } from '@kasane/ledger';
import { Level, type Category, type HouseholdId, type PersonId, type SectorId } from '@kasane/vocabulary';
import { UNLINKED } from './subjects.js';

/** What decided about a field: a permit, or the rule that closed it; neither where there simply was no permit. */
type Decided = Permit | string | undefined;

/** Fields of one category that rest on the same permit (or were denied by the same rule). */
interface Noted {
  readonly category: Category;
  readonly decided: Decided;
  readonly fields: Set<string>;
}

/** What was noted of one person; of grants, for one sector. */
class Notes {
  private readonly byContent = new Map<string, Noted>();
  /** The same again: each field of each record passes here, and to find an object takes less than to write a key. */
  private readonly byDecision = new Map<Category, Map<Decided, Noted>>();

  note(category: Category, field: string, decided: Decided): void {
    const ofCategory = under(this.byDecision, category, () => new Map<Decided, Noted>());
    under(ofCategory, decided, () =>
      under(this.byContent, `${category} ${keyOf(decided)}`, () => ({
        category,
        decided,
        fields: new Set(),
      })),
    ).fields.add(field);
  }

  all(): readonly Noted[] {
    return [...this.byContent.values()];
  }
}

type NotesOfPersons = Map<PersonId, Map<SectorId | undefined, Notes>>;

const notesOf = (all: NotesOfPersons, person: PersonId, sector?: SectorId): Notes =>
  under(
    under(all, person, () => new Map<SectorId | undefined, Notes>()),
    sector,
    () => new Notes(),
  );

/** What stands under a key, made when first asked for. */
function under<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let found = map.get(key);
  if (found === undefined) map.set(key, (found = make()));
  return found;
}

const keyOf = (decided: Decided): string =>
  typeof decided === 'object' ? `${decided.rule} ${decided.evidence} ${decided.level}` : (decided ?? '');

/** Items of one entry, of a few hundred bytes: with very many sectors, all of a person's grants would be too many. */
const MAX_ITEMS = 100;

function partsOf(items: readonly LedgerItem[]): LedgerItem[][] {
  return Array.from({ length: Math.ceil(items.length / MAX_ITEMS) }, (_, part) =>
    items.slice(part * MAX_ITEMS, (part + 1) * MAX_ITEMS),
  );
}

interface Reading {
  readonly person: PersonId;
  readonly outcome: LedgerOutcome;
  readonly fields: Set<string>;
}

/**
 * Gathers, while a request is answered, which fields of whom were shown or denied and why. Written to the ledger
 * before the answer leaves; it never sees a value.
 */
export class Recorder {
  private readonly disclosed: NotesOfPersons = new Map();
  private readonly granted: NotesOfPersons = new Map();
  private readonly readings = new Map<string, Reading>();
  private readonly records: LedgerRecord[] = [];

  constructor(
    private readonly viewer: VerifiedViewer,
    private readonly sector: SectorId,
  ) {}

  /**
   * Notes one field about one of those it speaks of, on that person's own permit.
   * @param deniedBy the rule that closed it, where one did: a person who asks who looked is not told of every refusal
   */
  note(
    person: PersonId,
    category: Category,
    field: string,
    permit: Permit | undefined,
    deniedBy?: string,
  ): void {
    if (person !== UNLINKED) notesOf(this.disclosed, person).note(category, field, permit ?? deniedBy);
  }

  /**
   * Notes that a sector was, or was not, granted a category: told by collaboration, not yet shown by anybody. The
   * item names that sector, so that its own ledger can be laid beside it.
   */
  noteGrant(
    sector: SectorId,
    person: PersonId,
    category: Category,
    field: string,
    permit: Permit | undefined,
    deniedBy?: string,
  ): void {
    notesOf(this.granted, person, sector).note(category, field, permit ?? deniedBy);
  }

  /** Notes that this ledger itself was read about a person, or that somebody tried to. */
  noteReading(person: PersonId, field: string, outcome: LedgerOutcome): void {
    const key = JSON.stringify([person, outcome]);
    const known = this.readings.get(key);
    if (known) known.fields.add(field);
    else this.readings.set(key, { person, outcome, fields: new Set([field]) });
  }

  /**
   * Notes a question after something that is not there. What is hidden leaves a refusal in the ledger; without one
   * here, a ledger that is slow or away would tell the two apart.
   */
  noteAbsent(category: Category, field: string, household?: HouseholdId): void {
    this.add({
      kind: 'DISCLOSURE',
      outcome: 'DENIED',
      items: [{ category, fields: [field] }],
      ...(household !== undefined && { household }),
    });
  }

  /** Adds an entry of another kind: a change, an emergency. */
  add(
    record: Pick<LedgerRecord, 'kind' | 'outcome' | 'items'> & {
      readonly person?: PersonId;
      readonly household?: HouseholdId;
      readonly sector?: SectorId;
    },
  ): void {
    this.records.push({ ...this.head(), ...record });
  }

  /** Everything noted and not yet written, one entry per person and outcome, in the order in which it was met. */
  entries(): readonly LedgerRecord[] {
    return [
      ...this.records,
      ...[...this.readings.values()].map(({ person, outcome, fields }) => ({
        ...this.head(),
        kind: LedgerKind.READING,
        person,
        outcome,
        items: [{ fields: [...fields].sort() }],
      })),
      ...this.entriesOf(LedgerKind.GRANT, this.granted),
      ...this.entriesOf(LedgerKind.DISCLOSURE, this.disclosed),
    ];
  }

  /**
   * Writes what was noted so far. What the ledger did not take stays noted: it must not leave unrecorded with a later part.
   * @throws {HubError} `LEDGER_UNAVAILABLE`
   */
  async write(ledger: Pick<Ledger, 'append'>): Promise<void> {
    const entries = this.entries();
    this.records.length = 0;
    this.readings.clear();
    this.granted.clear();
    this.disclosed.clear();
    try {
      await ledger.append(entries);
    } catch (error) {
      this.records.unshift(...entries);
      throw error;
    }
  }

  private entriesOf(
    kind: typeof LedgerKind.GRANT | typeof LedgerKind.DISCLOSURE,
    persons: NotesOfPersons,
  ): readonly LedgerRecord[] {
    return [...persons].flatMap(([person, sectors]) => {
      const permitted: LedgerItem[] = [];
      const denied: LedgerItem[] = [];
      for (const [sector, notes] of sectors)
        for (const { category, decided, fields } of notes.all()) {
          const item = { ...(sector && { sector }), category, fields: [...fields].sort() };
          if (typeof decided !== 'object') denied.push({ ...item, ...(decided && { rule: decided }) });
          else
            permitted.push({
              ...item,
              level: decided.level,
              // By a disclosure nothing more can be released: its level is what was shown.
              ...(kind === LedgerKind.GRANT && decided.released && { upTo: Level.DETAIL }),
              rule: decided.rule,
              evidence: decided.evidence,
            });
        }
      const record = { ...this.head(), kind, person };
      return [
        ...partsOf(permitted).map((items) => ({ ...record, outcome: LedgerOutcome.PERMITTED, items })),
        ...partsOf(denied).map((items) => ({ ...record, outcome: LedgerOutcome.DENIED, items })),
      ];
    });
  }

  private head(): Pick<LedgerRecord, 'requestId' | 'viewer' | 'sector' | 'policyVersion'> {
    return {
      requestId: this.viewer.requestId,
      viewer: this.viewer,
      sector: this.sector,
      policyVersion: POLICY_VERSION,
    };
  }
}
