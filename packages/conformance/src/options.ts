import { readKeyFile } from '@kasane/identity';
import {
  COLLABORATION,
  defaultRegistry,
  officeCode,
  parseRegistry,
  personId,
  sectorId,
  staffId,
  type SectorEntry,
} from '@kasane/vocabulary';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { keyFile } from './make-keys.js';
import type { Language } from './report/text.js';
import { checks } from './run.js';
import type { Told } from './told.js';

export const usage = `npm run conformance -- --make-keys <folder>
npm run conformance -- <url of the subgraph> --keys <folder>
    (--registry-entry <entry.json> | [--registry <registry.json>] --sector <id>)
    --persons <id>,<id>… [--worker <staff id>@<office>] [--sealed <record id or words>,… | --sealed none]
    [--twin <url> --differs <person id>] [--schemas <folder>] [--max-ms <n>] [--seed <n>]
    [--only <check>,<check>…] [--allow-partial] [--lang ja|en] [--junit <file>] [--json <file>]`;

/** What the command was asked to do. */
export type Command =
  | { readonly do: 'make-keys'; readonly folder: string }
  | {
      readonly do: 'run';
      readonly told: Told;
      readonly only: readonly string[] | undefined;
      readonly language: Language;
      readonly allowPartial: boolean;
      readonly junit: string | undefined;
      readonly json: string | undefined;
    };

/** The command cannot be carried out as it was given. */
export class UsageError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`${usage}\n\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
    this.name = 'UsageError';
  }
}

const text = { type: 'string' } as const;
const options = {
  'make-keys': text,
  keys: text,
  'registry-entry': text,
  registry: text,
  sector: text,
  persons: text,
  worker: text,
  sealed: text,
  twin: text,
  differs: text,
  schemas: text,
  'max-ms': text,
  seed: text,
  only: text,
  'allow-partial': { type: 'boolean', default: false },
  lang: { ...text, default: 'ja' },
  junit: text,
  json: text,
} as const;

/** The schemas of the hub's own subgraphs, as they are committed. */
const ownSchemas = fileURLToPath(new URL('../../../subgraphs/', import.meta.url));

/** @throws {UsageError} listing every problem at once */
export function parseCommand(args: readonly string[]): Command {
  const { values, positionals } = parsed(args);
  if (values['make-keys'] !== undefined) return { do: 'make-keys', folder: values['make-keys'] };
  const problems: string[] = [];
  const attempt = <T>(option: string, read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      problems.push(`${option}: ${(error as Error).message}`);
      return undefined;
    }
  };
  const [url = '', ...more] = positionals;
  if (!isUrl(url)) problems.push('サブグラフのURLを指定してください。 the URL of the subgraph');
  if (more.length > 0) problems.push(`余分な指定です。 what is this: ${more.join(' ')}`);
  const persons = list(values.persons).map(personId);
  if (persons.length === 0) problems.push('--persons: 記録のある人の番号 ids of persons who have records');
  const keys = attempt('--keys', () => {
    if (values.keys === undefined)
      throw new Error('--make-keys で作ったフォルダー the folder of --make-keys');
    return {
      viewer: readKeyFile(keyFile(values.keys, 'viewer', 'private')),
      grant: readKeyFile(keyFile(values.keys, 'grant', 'private')),
    };
  });
  const entry = attempt('--registry-entry', () => entryOf(values));
  const worker = attempt('--worker', () => workerOf(values.worker));
  const schemas = attempt('--schemas', () => readSchemas(values.schemas ?? ownSchemas));
  if ((values.twin === undefined) !== (values.differs === undefined))
    problems.push('--twin, --differs: 2つとも指定してください。 both or neither');
  if (values.twin !== undefined && !isUrl(values.twin)) problems.push('--twin: URL');
  for (const option of ['max-ms', 'seed'] as const)
    if (values[option] !== undefined && !/^\d+$/.test(values[option]))
      problems.push(`--${option}: 数 a number`);
  const strange = list(values.only).filter((id) => !checks.some((check) => check.id === id));
  if (strange.length > 0)
    problems.push(`--only: ${strange.join(', ')} は検査の名前ではありません。 no check`);
  const { lang } = values;
  if (lang !== 'ja' && lang !== 'en') problems.push('--lang: ja, en');
  if (problems.length > 0 || !keys || !entry || !schemas || (lang !== 'ja' && lang !== 'en'))
    throw new UsageError(problems);
  const { twin, differs } = values;
  return {
    do: 'run',
    told: {
      url,
      entry,
      keys,
      persons,
      schemas,
      worker,
      twin:
        twin === undefined || differs === undefined ? undefined : { url: twin, differs: personId(differs) },
      sealed: values.sealed === 'none' ? [] : values.sealed === undefined ? undefined : list(values.sealed),
      maxMs: values['max-ms'] === undefined ? undefined : Number(values['max-ms']),
      seed: Number(values.seed ?? 1),
    },
    only: values.only === undefined ? undefined : list(values.only),
    language: lang,
    allowPartial: values['allow-partial'],
    junit: values.junit,
    json: values.json,
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError([(error as Error).message]);
  }
}

const list = (value: string | undefined): readonly string[] =>
  (value ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');

const isUrl = (value: string): boolean => URL.canParse(value) && /^https?:/.test(value);

interface EntryOptions {
  readonly 'registry-entry'?: string | undefined;
  readonly registry?: string | undefined;
  readonly sector?: string | undefined;
}

/** The sector's row: alone in a file, or in a registry by its id. */
function entryOf({ 'registry-entry': file, registry, sector }: EntryOptions): SectorEntry {
  const rows = file
    ? readEntry(file)
    : registry
      ? parseRegistry(readFileSync(registry, 'utf8'))
      : defaultRegistry;
  const id = file ? rows.at(-1)?.id : sector;
  if (id === undefined) throw new Error('または --sector の指定が要ります。 or --sector is needed');
  const entry = rows.find((row) => row.id === sectorId(id));
  if (!entry) throw new Error(`${id} は登録にありません。 is not in the registry`);
  return entry;
}

/** Checked as a row of a registry is, which cannot be without collaboration. */
function readEntry(file: string): readonly SectorEntry[] {
  const row = JSON.parse(readFileSync(file, 'utf8')) as { readonly id?: unknown };
  const collaboration =
    row.id === COLLABORATION ? [] : defaultRegistry.filter(({ id }) => id === COLLABORATION);
  return parseRegistry(JSON.stringify([...collaboration, row]));
}

function workerOf(value: string | undefined): Told['worker'] {
  if (value === undefined) return undefined;
  const [staff, office, ...more] = value.split('@');
  if (!staff || !office || more.length > 0) throw new Error('職員番号@機関 staff id@office');
  return { staffId: staffId(staff), office: officeCode(office) };
}

/** `<folder>/<sector>/schema.graphql`, as the repository keeps them. */
export function readSchemas(folder: string): ReadonlyMap<string, string> {
  return new Map(
    readdirSync(folder)
      .sort()
      .map((name) => [name, join(folder, name, 'schema.graphql')] as const)
      .filter(([, file]) => existsSync(file))
      .map(([name, file]) => [name, readFileSync(file, 'utf8')] as const),
  );
}
