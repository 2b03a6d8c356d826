import {
  canonicalJson,
  consentForm,
  consentReceipt,
  consentReceiptJson,
  DocumentInputError,
  refusalForm,
  withdrawalForm,
  type Directory,
  type DocumentLanguage,
  type Issuer,
  type PrintedSubject,
  type ReceiptSource,
} from '@kasane/documents';
import { consentEndAt } from '@kasane/disclosure';
import { mayShow } from '@kasane/subgraph-kit';
import { Category, ConsentState, ErrorCode, HubError, japanDate, officeCode } from '@kasane/vocabulary';
import type { CollaborationContext } from '../context.js';
import { isDate } from '../input.js';
import { DirectoryOfficeRow } from '../office/office-tables.js';
import { asOf, type ConsentInHand } from './handling.js';
import { MunicipalityRow } from './municipality.js';
import { lastDayBefore } from './period.js';

/** How long a consent's record is kept is each municipality's own rule; the form names the rule, not a number. */
const RETENTION = {
  name: '市町村の文書管理の規程に定める期間',
  kana: 'しちょうそんの ぶんしょかんりの きていに さだめる きかん',
};

/** A form without anybody's name on it. */
export const BlankForm = { CONSENT: 'CONSENT', REFUSAL: 'REFUSAL', WITHDRAWAL: 'WITHDRAWAL' } as const;
export type BlankForm = (typeof BlankForm)[keyof typeof BlankForm];

/** The form as it is printed to be read and signed: of a refusal the one that says no. */
export async function printForm(
  consent: ConsentInHand,
  language: DocumentLanguage,
  context: CollaborationContext,
): Promise<string> {
  const { row, events } = consent;
  const { now } = context;
  const subject = await subjectOf(consent, context, 'ConsentRecord.form');
  const [issuer, directory] = await Promise.all([
    issuerOf(context),
    directoryOf(
      row.rules.flatMap(({ recipientOffices }) => recipientOffices),
      context,
    ),
  ]);
  const said = events.find(({ state }) => state !== ConsentState.REQUESTED);
  const explained = events.findLast(({ explanation }) => explanation !== null)?.explanation;
  const notice = { id: row.noticeId, version: row.noticeVersion };
  const draft = {
    subject,
    grantors: row.grantors,
    rules: row.rules,
    purposes: row.purposes,
    validFrom: japanDate(row.validFrom),
    validUntil: lastDayBefore(consentEndAt(asOf(consent, now), now)),
    ...(said && {
      expression: said.expression,
      witnesses: said.witnesses,
      ...(said.writtenBy !== null && { proxyWriter: { name: said.writtenBy } }),
    }),
    ...(explained && {
      explanation: {
        by: { name: explained.explainedBy },
        on: explained.explainedOn,
        language: explained.language,
        ...(explained.interpreter !== null && { interpreter: { name: explained.interpreter } }),
      },
    }),
  };
  const isRefusal = events.findLast(isDecision)?.state === ConsentState.REFUSED;
  return printed(() =>
    (isRefusal ? refusalForm : consentForm)({ issuer, language, directory, notice, draft }),
  );
}

/** What the person takes home; nothing while they were only asked. */
export async function printReceipt(
  consent: ConsentInHand,
  language: DocumentLanguage,
  context: CollaborationContext,
): Promise<string | null> {
  if (!consent.events.some(isDecision)) return null;
  const subject = await subjectOf(consent, context, 'ConsentRecord.receipt');
  const source = await sourceOf(consent, subject, context);
  return printed(() => consentReceipt({ ...source, language, issuedOn: japanDate(context.now) }));
}

/** The same as a machine reads it (ISO/IEC TS 27560), by the hub's pseudonym: it needs nobody's name. */
export async function printReceiptJson(
  consent: ConsentInHand,
  context: CollaborationContext,
): Promise<string | null> {
  if (!consent.events.some(isDecision)) return null;
  const source = await sourceOf(consent, { name: '' }, context);
  return printed(() => canonicalJson(consentReceiptJson(source)));
}

/** A form to fill in by hand, with the desks and offices of the viewer's own municipality. */
export async function printBlank(
  form: BlankForm,
  language: DocumentLanguage,
  notice: { readonly id: string; readonly version: string },
  context: CollaborationContext,
): Promise<string> {
  const issuer = await issuerOf(context);
  if (form === BlankForm.WITHDRAWAL) return printed(() => withdrawalForm({ issuer, language }));
  const offices = await context.manager.find(DirectoryOfficeRow, {
    select: { code: true },
    where: { localGovernmentCode: issuer.municipality.localGovernmentCode },
    order: { code: 'ASC' },
  });
  const directory = await directoryOf(
    offices.map(({ code }) => code),
    context,
  );
  return printed(() =>
    (form === BlankForm.REFUSAL ? refusalForm : consentForm)({ issuer, language, directory, notice }),
  );
}

/** Whether the person decided something by it. */
const isDecision = ({ state }: { readonly state: ConsentState }): boolean =>
  state === ConsentState.GIVEN || state === ConsentState.RENEWED || state === ConsentState.REFUSED;

/**
 * Who the person is, as far as the viewer may know: nothing else of them is ever printed. Where they may not, the form
 * has a blank to fill in.
 */
async function subjectOf(
  { row: { subjectId } }: ConsentInHand,
  context: CollaborationContext,
  field: string,
): Promise<PrintedSubject> {
  const person = mayShow(context, [subjectId], Category.IDENTITY, field)
    ? await context.loaders.persons.load(subjectId)
    : null;
  return {
    name: person?.name ?? '',
    kana: person?.kana ?? undefined,
    // An intake form may hold what is no date: then there is a blank for it.
    birthDate: person?.birthDate && isDate(person.birthDate) ? person.birthDate : undefined,
  };
}

async function sourceOf(
  { row, events }: ConsentInHand,
  subject: PrintedSubject,
  context: CollaborationContext,
): Promise<ReceiptSource> {
  const offices = row.rules.flatMap(({ recipientOffices }) => recipientOffices);
  const [issuer, directory] = await Promise.all([issuerOf(context), directoryOf(offices, context)]);
  return {
    issuer,
    directory,
    retention: RETENTION,
    record: {
      ...row,
      subject: { ...subject, id: row.subjectId },
      notice: { id: row.noticeId, version: row.noticeVersion, language: row.noticeLanguage },
      events: events.map(({ validUntil, ...event }) => ({ ...event, until: validUntil })),
    },
  };
}

/** The municipality of whoever prints, and their desk: there the person can ask, and withdraw. */
async function issuerOf({ viewer, loaders, manager }: CollaborationContext): Promise<Issuer> {
  const office = await loaders.offices.load(viewer.office);
  const code = office?.localGovernmentCode ?? '';
  const municipality = code === '' ? null : await manager.findOneBy(MunicipalityRow, { code });
  return {
    municipality: {
      name: municipality?.name ?? code,
      kana: municipality?.kana ?? undefined,
      localGovernmentCode: code,
    },
    contact: {
      name: office?.name ?? viewer.office,
      address: office?.address ? { name: office.address } : undefined,
    },
  };
}

async function directoryOf(
  codes: readonly string[],
  { loaders, scope }: CollaborationContext,
): Promise<Directory> {
  const offices = await Promise.all([...new Set(codes)].map((code) => loaders.offices.load(code)));
  return {
    sectors: scope.registry.map(({ id, name, categories }) => ({ id, name: name.ja, categories })),
    offices: offices.flatMap((office) =>
      office ? [{ code: officeCode(office.code), name: office.name }] : [],
    ),
  };
}

/** @throws {HubError} `BAD_USER_INPUT` when the record would let the paper say what the hub does not do. */
function printed(print: () => string): string {
  try {
    return print();
  } catch (error) {
    if (error instanceof DocumentInputError)
      throw new HubError(ErrorCode.BAD_USER_INPUT, error.problems.join(' '), { cause: error });
    throw error;
  }
}
