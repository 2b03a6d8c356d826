import { POLICY_VERSION, type Permit } from '@kasane/disclosure';
import type { VerifiedViewer } from '@kasane/identity';
import type { Ledger, LedgerItem, LedgerRecord } from '@kasane/ledger';
import type { Category, HouseholdId, PersonId, SectorId } from '@kasane/vocabulary';
import { UNLINKED } from './subjects.js';

/** Fields of one category that rest on the same permit (or were denied). */
interface Noted {
  readonly category: Category;
  readonly permit: Permit | undefined;
  readonly fields: Set<string>;
}

type Notes = Map<PersonId, Map<string, Noted>>;

function note(
  notes: Notes,
  person: PersonId,
  category: Category,
  field: string,
  permit: Permit | undefined,
): void {
  let noted = notes.get(person);
  if (!noted) notes.set(person, (noted = new Map<string, Noted>()));
  const key = permit ? `${category} ${permit.rule} ${permit.evidence} ${permit.level}` : category;
  const known = noted.get(key);
  if (known) known.fields.add(field);
  else noted.set(key, { category, permit, fields: new Set([field]) });
}

/**
 * Gathers, while a request is answered, which fields of whom were shown or denied and why. Written to the ledger
 * before the answer leaves; it never sees a value.
 */
export class Recorder {
  private readonly disclosed: Notes = new Map();
  private readonly granted: Notes = new Map();
  private readonly records: LedgerRecord[] = [];

  constructor(
    private readonly viewer: VerifiedViewer,
    private readonly sector: SectorId,
  ) {}

  /** Notes one field about one of those it speaks of, on that person's own permit. */
  note(person: PersonId, category: Category, field: string, permit: Permit | undefined): void {
    if (person !== UNLINKED) note(this.disclosed, person, category, field, permit);
  }

  /** Notes that a sector was, or was not, granted a category: told by collaboration, not yet shown by anybody. */
  noteGrant(person: PersonId, category: Category, field: string, permit: Permit | undefined): void {
    note(this.granted, person, category, field, permit);
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

  /** Adds an entry of another kind: a grant, a change, a reading of the ledger itself. */
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
      ...this.entriesOf('GRANT', this.granted),
      ...this.entriesOf('DISCLOSURE', this.disclosed),
    ];
  }

  /**
   * Writes what was noted so far. What the ledger did not take stays noted: it must not leave unrecorded with a later part.
   * @throws {HubError} `LEDGER_UNAVAILABLE`
   */
  async write(ledger: Pick<Ledger, 'append'>): Promise<void> {
    const entries = this.entries();
    this.records.length = 0;
    this.granted.clear();
    this.disclosed.clear();
    try {
      await ledger.append(entries);
    } catch (error) {
      this.records.unshift(...entries);
      throw error;
    }
  }

  private entriesOf(kind: 'GRANT' | 'DISCLOSURE', notes: Notes): readonly LedgerRecord[] {
    return [...notes].flatMap(([person, noted]) => {
      const permitted: LedgerItem[] = [];
      const denied: LedgerItem[] = [];
      for (const { category, permit, fields } of noted.values()) {
        const item = { category, fields: [...fields].sort() };
        if (permit)
          permitted.push({ ...item, level: permit.level, rule: permit.rule, evidence: permit.evidence });
        else denied.push(item);
      }
      return [
        ...(permitted.length > 0
          ? [{ ...this.head(), kind, person, outcome: 'PERMITTED' as const, items: permitted }]
          : []),
        ...(denied.length > 0
          ? [{ ...this.head(), kind, person, outcome: 'DENIED' as const, items: denied }]
          : []),
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
