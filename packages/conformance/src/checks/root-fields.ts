import {
  getNamedType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  type GraphQLArgument,
} from 'graphql';
import { unknownLike, type Bench } from '../bench.js';
import { Findings, type Check } from '../check.js';
import { observable } from '../endpoint.js';
import { anOfficer } from '../viewers.js';

/** Lists and searches pass no grant: they decide by themselves. */

/** A value that a required argument takes; none for what only the sector knows how to fill. */
function valueFor({ type }: GraphQLArgument, id: string): unknown {
  const named = getNamedType(type);
  const value = isEnumType(named)
    ? named.getValues()[0]?.name
    : ({ ID: id, String: id, Int: 10, Float: 10, Boolean: true } as Readonly<Record<string, unknown>>)[
        named.name
      ];
  return isListType(isNonNullType(type) ? type.ofType : type) ? [value] : value;
}

/** Every root field that can be asked, as a query with its variables. */
function rootQuestions(bench: Bench, id: string) {
  const query = bench.schema.schema.getQueryType();
  return Object.values(query?.getFields() ?? {})
    .filter(({ name }) => !name.startsWith('_'))
    .flatMap((field) => {
      const required = field.args.filter((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined);
      const values = required.map((arg) => [arg.name, valueFor(arg, id)] as const);
      const { text } = bench.schema.select(query?.name ?? 'Query', field.name);
      if (text === '' && required.length === 0) return [];
      const named = getNamedType(field.type);
      const below = isLeafType(named) ? '' : `{ ${belowOf(bench, named.name) || '__typename'} }`;
      if (values.some(([, value]) => value === undefined)) return [];
      const declared = required.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
      const given = required.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
      return [
        {
          field: field.name,
          query: `query ${declared && `(${declared})`} { ${field.name}${given && `(${given})`} ${below} }`,
          variables: Object.fromEntries(values),
        },
      ];
    });
}

/** What an attacker would ask of each thing that a root field gives: all that needs no arguments. */
function belowOf({ schema }: Bench, type: string): string {
  const fields = Object.keys(schema.type(type)?.getFields() ?? {});
  return fields
    .map((field) => schema.select(type, field).text)
    .join(' ')
    .trim();
}

const rootFields: Check = {
  id: 'root-fields',
  title: {
    ja: '入口の項目は、担当でない職員に何も教えない',
    en: 'root fields tell nothing to who is not responsible',
  },
  why: {
    ja: '一覧や検索は許可を通りません。自ら断らなければ、全員が見えます。',
    en: 'a list or a search passes no grant: unless it refuses by itself, it shows everybody',
  },
  severity: 'MUST',
  async run(bench) {
    const found = new Findings();
    const { told } = bench;
    const secrets = await bench.allSecrets();
    const [id = ''] = told.persons;
    const unknown = unknownLike(id);
    const questions = rootQuestions(bench, id);
    const unknowns = rootQuestions(bench, unknown);
    for (const viewer of [
      {},
      anOfficer,
      { sector: told.entry.id, roles: ['SECTOR_WORKER', 'OFFICE_MANAGER'] },
    ] as const) {
      const token = await bench.token(viewer);
      for (const [at, { field, ...question }] of questions.entries()) {
        const answer = await bench.endpoint.ask({ ...question, token });
        const leaked = [...secrets, ...told.persons.filter((each) => each !== id)];
        found.expect(
          !leaked.some((text) => answer.text.includes(text)),
          `Query.${field} が、担当でない職員に記録を見せました。`,
          `Query.${field} shows records to who is not responsible`,
        );
        const other = unknowns[at];
        // An officer is told who looked, and so of whom there is something to look at.
        if (!other || viewer === anOfficer) continue;
        const ofNobody = await bench.endpoint.ask({ query: other.query, variables: other.variables, token });
        found.expect(
          observable(ofNobody, unknown) === observable(answer, id),
          `Query.${field} の答えで、${id} がいることが分かります。`,
          `Query.${field} tells that there is ${id}`,
        );
      }
    }
    return found.seen({
      ja: questions.map(({ field }) => field).join(', ') || 'なし',
      en: questions.map(({ field }) => field).join(', ') || 'none',
    });
  },
};

export const rootFieldChecks: readonly Check[] = [rootFields];
