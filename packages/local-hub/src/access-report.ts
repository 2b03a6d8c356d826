import { basisAt, rules } from '@kasane/disclosure';
import {
  accessLine,
  isTold,
  subjectAccessReport,
  type DocumentLanguage,
  type LineNames,
  type LoggedLine,
} from '@kasane/documents';
import { municipalities, offices, people, staff } from '@kasane/sample-municipality';
import { COLLABORATION, defaultRegistry, japanDate, Purpose, Role } from '@kasane/vocabulary';
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { hubClient, NoHubError, type HubClient } from './household-question.js';

const usage =
  'npm run access-report -- <person id> [--language ja|ja-simple] [--days 365] [--out report.html]';

interface Page {
  readonly lines: readonly LoggedLine[];
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
}

/**
 * Prints the 開示 report of a sample person from the running hub: asked page by page of each party's own ledger, as the
 * privacy officer of their city. What may not be told, or not yet, is left out; nothing tells that it was.
 */
async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      language: { type: 'string', default: 'ja' },
      days: { type: 'string', default: '365' },
      out: { type: 'string' },
    },
  });
  const subject = people.find(({ id }) => id === positionals[0]);
  const days = Number(values.days);
  if (!subject || !['ja', 'ja-simple'].includes(values.language) || !(days > 0)) {
    process.stderr.write(`Whose report? ${usage}\n`);
    return 1;
  }
  const municipality = municipalities.find(
    ({ localGovernmentCode }) => localGovernmentCode === subject.localGovernmentCode,
  );
  const officer = staff.find(
    ({ roles, office }) =>
      roles.includes(Role.PRIVACY_OFFICER) &&
      offices.find(({ code }) => code === office)?.localGovernmentCode === subject.localGovernmentCode,
  );
  if (!municipality || !officer) throw new Error('The sample has no privacy officer for this person.');
  const desk = offices.find(({ code }) => code === officer.office);

  const hub = await hubClient(officer.staffId, Purpose.SUBJECT_ACCESS);
  const now = new Date();
  const from = new Date(now.getTime() - days * 86_400_000);
  const parties = await Promise.all(
    defaultRegistry.map(async ({ id, field, name }) => {
      const lines = await linesOf(hub, id === COLLABORATION ? 'collaboration' : field, subject.id, from);
      return { name: name.ja, isUnavailable: lines === undefined, lines: lines ?? [] };
    }),
  );
  const report = subjectAccessReport({
    issuer: {
      municipality: { name: municipality.name.ja, localGovernmentCode: municipality.localGovernmentCode },
      contact: { name: desk?.name ?? officer.office },
    },
    language: values.language as DocumentLanguage,
    subject: { name: subject.name, kana: subject.kana, birthDate: subject.birthDate },
    period: { from: japanDate(from), to: japanDate(now) },
    issuedOn: japanDate(now),
    parties: parties.map(({ name, isUnavailable }) => ({ name, isUnavailable })),
    lines: parties.flatMap(({ name, lines }) => lines.map((line) => accessLine(name, line, names))),
  });
  if (values.out === undefined) process.stdout.write(report);
  else await writeFile(values.out, report);
  return 0;
}

/** The lines of one party that may be told, the newest first; nothing when its ledger cannot be read now. */
async function linesOf(
  hub: HubClient,
  field: string,
  person: string,
  from: Date,
): Promise<readonly LoggedLine[] | undefined> {
  const query = `query Report($person: ID!, $after: String) { disclosureLog(person: $person) {
    page: ${field}(first: 500, after: $after) { hasNextPage endCursor
      lines { at kind outcome staffId office purpose category rule visibility } } } }`;
  const lines: LoggedLine[] = [];
  for (let after: string | null = null; ;) {
    const { data } = await hub.ask(query, { person, ...(after !== null && { after }) });
    const page = (data?.['disclosureLog'] as { readonly page: Page | null } | null | undefined)?.page;
    if (!page) return undefined;
    const recent = page.lines.filter(({ at }) => new Date(at) >= from);
    lines.push(...recent.filter(isTold));
    if (!page.hasNextPage || recent.length < page.lines.length) return lines;
    after = page.endCursor;
  }
}

const names: LineNames = {
  basisOf(id, at) {
    const rule = rules.find((one) => one.id === id);
    const basis = rule?.effect === 'PERMIT' ? basisAt(rule.basis, at) : undefined;
    return basis && { name: basis.ja };
  },
  officeOf: (code) => ({ name: offices.find((office) => office.code === code)?.name ?? code }),
  staffOf: (id) => ({ name: staff.find(({ staffId }) => staffId === id)?.name ?? id }),
};

process.stdout.on('error', () => process.exit(0));
process.exitCode = await main().catch((error: unknown) => {
  if (!(error instanceof NoHubError)) throw error;
  process.stderr.write(`${error.message}\n`);
  return 1;
});
