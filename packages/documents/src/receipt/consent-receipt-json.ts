import {
  allCategories,
  ConsentState,
  purposeLabels,
  type Category,
  type ConsentEffect,
  type ConsentExpression,
  type GrantorRelation,
  type OfficeCode,
  type PersonId,
  type Purpose,
  type Role,
  type SectorId,
  type Tier,
} from '@kasane/vocabulary';
import { isSensitive, linesOf } from '../lines.js';
import { refuse } from '../problems.js';
import { digestOf } from './canonical.js';
import { defaultWithdrawalMethods, type ReceiptRecord, type ReceiptSource } from './receipt-record.js';

/**
 * A consent as a machine reads it: the fields of ISO/IEC TS 27560, in the names of the hub's field map. Times are
 * ISO 8601 in UTC. It holds who expressed the consent by name: it is the person's own copy.
 */
export interface ConsentReceipt {
  readonly schemaVersion: string;
  readonly id: string;
  /** The hub's pseudonym, not a name or a number of the person. */
  readonly subjectPersonId: PersonId;
  readonly grantors: readonly {
    readonly name: string;
    readonly relation: GrantorRelation;
    readonly authorityDocument?: string;
  }[];
  readonly notice: {
    readonly id: string;
    readonly version: string;
    readonly language: string;
    readonly hash?: string;
  };
  /** Only where a consent was given: a refusal permits nothing. */
  readonly legalBasis?: 'APPI_69_2_1_CONSENT';
  readonly purposes: readonly Purpose[];
  /** What the rules speak of, all together. */
  readonly categories: readonly Category[];
  readonly sensitiveCategories: readonly Category[];
  readonly rules: readonly {
    readonly effect: ConsentEffect;
    readonly categories: readonly Category[];
    readonly maxTier: Tier;
    readonly sourceSectors: readonly SectorId[];
    readonly recipientOffices: readonly OfficeCode[];
    readonly recipientRoles: readonly Role[];
  }[];
  /** Who controls the data: the desks in whose systems it is. */
  readonly sourceOffices: readonly { readonly id: SectorId; readonly name: string }[];
  readonly recipientOffices: readonly { readonly code: OfficeCode; readonly name: string }[];
  readonly recipientRoles: readonly Role[];
  /** The hub keeps no copy. */
  readonly storage: 'SOURCE_SYSTEM_ONLY';
  readonly retentionRule: string;
  readonly jurisdiction: { readonly country: 'JP'; readonly localGovernmentCode: string };
  readonly withdrawal: {
    readonly methods: readonly ConsentExpression[];
    readonly contactOffice: { readonly name: string; readonly address?: string; readonly phone?: string };
  };
  readonly validity: { readonly from: string; readonly until: string };
  readonly events: readonly {
    readonly at: string;
    readonly state: ConsentState;
    readonly expression: ConsentExpression;
    /** The entity that expressed it. */
    readonly expressedBy: string;
    readonly recordedBy: string;
    readonly witnesses: readonly string[];
    readonly until?: string;
  }[];
  readonly supersedesId?: string;
}

/**
 * The receipt of a consent as JSON. The same record gives the same receipt, whenever it is made: it holds no time of
 * its own, and sets (categories, purposes) stand in the order of the vocabulary.
 * @throws {DocumentInputError} when the record names what `directory` does not have, or has no event.
 */
export function consentReceiptJson(source: ReceiptSource): ConsentReceipt {
  const { issuer, directory, record, retention, withdrawalMethods = defaultWithdrawalMethods } = source;
  refuse([
    ...linesOf(record.rules, directory).problems,
    ...(record.events.length === 0 ? ['経過のない同意記録です。'] : []),
  ]);
  const { municipality, contact } = issuer;
  const categories = inOrder(
    allCategories,
    record.rules.flatMap((rule) => rule.categories),
  );
  const sectors = new Set(record.rules.flatMap((rule) => rule.sourceSectors));
  const offices = new Set(record.rules.flatMap((rule) => rule.recipientOffices));
  return {
    schemaVersion: record.schemaVersion,
    id: record.id,
    subjectPersonId: record.subject.id,
    grantors: record.grantors.map(({ name, relation, authorityDocument }) => ({
      name,
      relation,
      ...(authorityDocument && { authorityDocument }),
    })),
    notice: {
      id: record.notice.id,
      version: record.notice.version,
      language: record.notice.language,
      ...(record.notice.hash !== undefined && { hash: record.notice.hash }),
    },
    ...(wasGiven(record) && { legalBasis: 'APPI_69_2_1_CONSENT' as const }),
    purposes: inOrder(allPurposes, record.purposes),
    categories,
    sensitiveCategories: categories.filter(isSensitive),
    rules: record.rules.map((rule) => ({
      effect: rule.effect,
      categories: inOrder(allCategories, rule.categories),
      maxTier: rule.maxTier,
      sourceSectors: [...rule.sourceSectors],
      recipientOffices: [...rule.recipientOffices],
      recipientRoles: [...rule.recipientRoles],
    })),
    sourceOffices: directory.sectors
      .filter(({ id }) => sectors.has(id))
      .map(({ id, name }) => ({ id, name }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    recipientOffices: directory.offices
      .filter(({ code }) => offices.has(code))
      .map(({ code, name }) => ({ code, name }))
      .sort((a, b) => (a.code < b.code ? -1 : 1)),
    recipientRoles: [...new Set(record.rules.flatMap((rule) => rule.recipientRoles))].sort(),
    storage: 'SOURCE_SYSTEM_ONLY',
    retentionRule: retention.name,
    jurisdiction: { country: 'JP', localGovernmentCode: municipality.localGovernmentCode },
    withdrawal: {
      methods: [...withdrawalMethods],
      contactOffice: {
        name: contact.name,
        ...(contact.address && { address: contact.address.name }),
        ...(contact.phone !== undefined && { phone: contact.phone }),
      },
    },
    validity: { from: record.validFrom.toISOString(), until: endOf(record).toISOString() },
    events: record.events.map(({ at, state, expression, expressedBy, recordedBy, witnesses, until }) => ({
      at: at.toISOString(),
      state,
      expression,
      expressedBy,
      recordedBy,
      witnesses: [...witnesses],
      ...(until && { until: until.toISOString() }),
    })),
    ...(record.supersedesId && { supersedesId: record.supersedesId }),
  };
}

/** What the paper carries to be matched with the JSON: SHA-256, in hex, of the receipt's canonical form. */
export const receiptHash = (receipt: ConsentReceipt): string => digestOf(receipt);

/** The end that the record has: that of its form, or of its last renewal. */
export const endOf = ({ events, validUntil }: ReceiptRecord): Date =>
  events.findLast(({ until }) => until)?.until ?? validUntil;

export const wasGiven = ({ events }: ReceiptRecord): boolean =>
  events.some(({ state }) => state === ConsentState.GIVEN || state === ConsentState.RENEWED);

const allPurposes = Object.keys(purposeLabels) as readonly Purpose[];

const inOrder = <T>(all: readonly T[], some: readonly T[]): T[] => all.filter((one) => some.includes(one));
