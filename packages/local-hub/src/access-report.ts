import { basisAt, rules } from '@kasane/disclosure';
import { subjectAccessReport, type AccessLine, type DocumentLanguage } from '@kasane/documents';
import { municipalities, offices, people, staff } from '@kasane/sample-municipality';
import {
  COLLABORATION,
  defaultRegistry,
  isCategory,
  isPurpose,
  japanDate,
  Purpose,
  Role,
} from '@kasane/vocabulary';
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { hubClient, NoHubError, type HubClient } from './household-question.js';

const usage =
  'npm run access-report -- <person id> [--language ja|ja-simple] [--days 365] [--out report.html]';

interface Line {
  readonly at: string;
  readonly kind: string;
  readonly outcome: 'PERMITTED' | 'DENIED';
  readonly staffId: string;
  readonly office: string;
  readonly purpose: string | null;
  readonly category: string | null;
  readonly rule: string | null;
  readonly visibility: string;
}
interface Page {
  readonly lines: readonly Line[];
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
    lines: parties.flatMap(({ name, lines }) => lines.map((line) => accessLine(name, line))),
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
): Promise<readonly Line[] | undefined> {
  const query = `query Report($person: ID!, $after: String) { disclosureLog(person: $person) {
    page: ${field}(first: 500, after: $after) { hasNextPage endCursor
      lines { at kind outcome staffId office purpose category rule visibility } } } }`;
  const lines: Line[] = [];
  for (let after: string | null = null; ;) {
    const { data } = await hub.ask(query, { person, ...(after !== null && { after }) });
    const page = (data?.['disclosureLog'] as { readonly page: Page | null } | null | undefined)?.page;
    if (!page) return undefined;
    const recent = page.lines.filter(({ at }) => new Date(at) >= from);
    // What is decided is told where it is shown; a grant alone showed nobody anything.
    lines.push(...recent.filter(({ kind, visibility }) => kind !== 'GRANT' && visibility === 'IMMEDIATE'));
    if (!page.hasNextPage || recent.length < page.lines.length) return lines;
    after = page.endCursor;
  }
}

function accessLine(party: string, line: Line): AccessLine {
  const rule = rules.find(({ id }) => id === line.rule);
  const basis =
    rule?.effect === 'PERMIT' && line.outcome === 'PERMITTED'
      ? basisAt(rule.basis, new Date(line.at))
      : undefined;
  return {
    date: japanDate(new Date(line.at)),
    party,
    office: { name: offices.find(({ code }) => code === line.office)?.name ?? line.office },
    staff: { name: staff.find(({ staffId }) => staffId === line.staffId)?.name ?? line.staffId },
    ...(line.purpose !== null && isPurpose(line.purpose) && { purpose: line.purpose }),
    categories: line.category !== null && isCategory(line.category) ? [line.category] : [],
    ...(basis && { basis: { name: basis.ja } }),
    kind: line.kind as AccessLine['kind'],
    outcome: line.outcome,
  };
}

process.stdout.on('error', () => process.exit(0));
process.exitCode = await main().catch((error: unknown) => {
  if (!(error instanceof NoHubError)) throw error;
  process.stderr.write(`${error.message}\n`);
  return 1;
});
