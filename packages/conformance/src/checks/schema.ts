import {
  COLLABORATION,
  grantField,
  isCategory,
  isLevel,
  Level,
  tierOf,
  type SectorEntry,
} from '@kasane/vocabulary';
import { composeServices } from '@theguild/federation-composition';
import { isNonNullType, Kind, parse, type DocumentNode } from 'graphql';
import { Findings, type Check } from '../check.js';
import { isRecord } from '../endpoint.js';
import {
  fieldDirectives,
  hasDirective,
  keysOf,
  textOf,
  typeDirectives,
  type SubgraphSchema,
} from '../subgraph-schema.js';

/** What can be read from the schema alone: that it joins, and that every field says what it is. */

const sdl: Check = {
  id: 'sdl',
  title: { ja: 'スキーマを答える', en: 'tells its schema' },
  why: {
    ja: '連合できるかどうか、各項目の開示区分は、スキーマから確かめます。',
    en: 'whether it joins, and the category of each field, is read from the schema',
  },
  severity: 'MUST',
  // Without it nothing else can run: see `run.ts`.
  run: async ({ schema }) => ({
    findings: [],
    note: {
      ja: `型${schema.objectTypes().length}件`,
      en: `${schema.objectTypes().length} object types`,
    },
  }),
};

const composes: Check = {
  id: 'composes',
  title: { ja: '他のサブグラフと合成できる', en: 'composes with the other subgraphs' },
  why: {
    ja: '合成できないサブグラフが1つあると、ハブ全体が起動しません。',
    en: 'one subgraph that does not compose keeps the whole hub from starting',
  },
  severity: 'MUST',
  needs: ({ told, isCollaboration }) =>
    !isCollaboration && !told.schemas.has(COLLABORATION)
      ? { ja: '--schemas: 多機関協働のスキーマ', en: "--schemas: collaboration's schema" }
      : undefined,
  async run({ told, schema }) {
    const found = new Findings();
    const others = [...told.schemas].filter(([id]) => id !== told.entry.id);
    const services = [
      ...others.map(([name, text]) => ({
        name,
        url: `http://${name}.invalid/graphql`,
        typeDefs: parse(name === COLLABORATION ? withGrants(text, told.entry, schema) : text),
      })),
      { name: told.entry.id as string, url: told.entry.url, typeDefs: withoutFederation(schema.document) },
    ];
    const { errors } = composeServices(services);
    for (const { message } of errors ?? []) found.expect(false, message, message);
    return found.seen({
      ja: `${others.map(([id]) => id).join(', ')} と合成`,
      en: `composed with ${others.map(([id]) => id).join(', ')}`,
    });
  },
};

/** Collaboration makes a grant field for each sector of its registry: here for one that it does not know yet. */
function withGrants(text: string, entry: SectorEntry, schema: SubgraphSchema): string {
  const grant = grantField(entry);
  if (new RegExp(`\\b${grant}\\b`).test(text)) return text;
  const types = ['Person', 'Household'].filter((type) => schema.field(type, grant) !== undefined);
  return [text, ...types.map((type) => `extend type ${type} { ${grant}: String @inaccessible }`)].join('\n');
}

/** Definitions of federation's own, which composition brings along. */
const FEDERATION_TYPES = /^(_|federation__|link__)/;
const FEDERATION_DIRECTIVES =
  /^(federation__|link$|core$|key$|requires$|provides$|external$|shareable$|override$|tag$|inaccessible$|extends$|interfaceObject$|composeDirective$|authenticated$|requiresScopes$|policy$|context$|fromContext$|cost$|listSize$|cacheTag$)/;

/** A served schema as it was written, without what the server's library added to it. */
const withoutFederation = (document: DocumentNode): DocumentNode => ({
  ...document,
  definitions: document.definitions.filter((node) => {
    const name = 'name' in node ? (node.name?.value ?? '') : '';
    return !(node.kind === Kind.DIRECTIVE_DEFINITION ? FEDERATION_DIRECTIVES : FEDERATION_TYPES).test(name);
  }),
});

const person: Check = {
  id: 'person',
  title: { ja: '本人(Person)への加え方が決まりどおりである', en: 'adds to Person as agreed' },
  why: {
    ja: '開示の許可は、問い合わせの計画を通って届きます。受け口がなければ、何も判断できません。',
    en: 'a grant travels through the query plan: without its field nothing can be decided',
  },
  severity: 'MUST',
  async run(bench) {
    const { told, schema, isCollaboration } = bench;
    const found = new Findings();
    const type = schema.type('Person');
    found.expect(
      type !== undefined &&
        typeDirectives(type).some((key) => key.name.value === 'key' && textOf(key, 'fields') === 'id'),
      'Person に @key(fields: "id") がありません。',
      'Person has no @key(fields: "id")',
    );
    if (!isCollaboration) {
      const name = grantField(told.entry);
      const grant = schema.field('Person', name);
      found.expect(
        grant !== undefined && String(grant.type) === 'String' && hasDirective(grant.astNode, 'external'),
        `Person.${name}: String @external がありません。`,
        `Person.${name}: String @external is missing`,
      );
      const record = schema.field('Person', told.entry.field);
      const requires = record && fieldDirectives(record).find((each) => each.name.value === 'requires');
      found.expect(
        requires !== undefined && textOf(requires, 'fields') === name,
        `Person.${told.entry.field} に @requires(fields: "${name}") がありません。`,
        `Person.${told.entry.field} has no @requires(fields: "${name}")`,
      );
    }
    const [id] = told.persons;
    const answer = await bench.entities(
      [{ __typename: 'Person', id }],
      '... on Person { id }',
      await bench.token(),
    );
    const entities = answer.data?.['_entities'];
    const first: unknown = Array.isArray(entities) ? entities[0] : undefined;
    found.expect(
      isRecord(first) && first['__typename'] === 'Person' && first['id'] === id,
      `_entities が Person を返しません(HTTP ${answer.status})。`,
      `_entities does not give the Person (HTTP ${answer.status})`,
    );
    return found.seen();
  },
};

const classified: Check = {
  id: 'classified',
  title: { ja: 'すべての項目に開示区分がある', en: 'every field is classified' },
  why: {
    ja: '区分のない項目は、同意や根拠と照らし合わせることができません。',
    en: 'a field without a category cannot be held against any consent',
  },
  severity: 'MUST',
  async run({ schema }) {
    const found = new Findings();
    let count = 0;
    for (const type of schema.objectTypes()) {
      const keys = keysOf(type);
      for (const field of Object.values(type.getFields())) {
        if (field.name.startsWith('_') || hasDirective(field.astNode, 'external')) continue;
        count += 1;
        const name = `${type.name}.${field.name}`;
        const own = fieldDirectives(field);
        const of = (directive: string) =>
          [...own, ...typeDirectives(type)].find((each) => each.name.value === directive);
        const disclosed = own.some((each) => each.name.value === 'notPersonal') ? undefined : of('disclosed');
        const because = of('notPersonal');
        if (disclosed) {
          const category = textOf(disclosed, 'category');
          const level = textOf(disclosed, 'level');
          found.expect(
            isCategory(category),
            `${name} の開示区分は語彙にありません。`,
            `${name} names a category that there is not`,
          );
          found.expect(
            !isCategory(category) || textOf(disclosed, 'tier') === tierOf(category),
            `${name} の機微度(tier)が、開示区分のものと違います。`,
            `${name} names another tier than that of its category`,
          );
          // `NONE` would open to everybody.
          found.expect(
            level === undefined || (isLevel(level) && level !== Level.NONE),
            `${name} の開示の程度(level)は語彙にありません。`,
            `${name} names a level that there is not`,
          );
        } else if (because)
          found.expect(
            (textOf(because, 'because') ?? '').trim() !== '',
            `${name} は、個人情報でない理由を述べていません。`,
            `${name} does not say why it is not personal`,
          );
        else
          found.expect(
            keys.includes(field.name),
            `${name} に @disclosed も @notPersonal もありません。`,
            `${name} has neither @disclosed nor @notPersonal`,
          );
      }
    }
    return found.seen({ ja: `項目${count}件`, en: `${count} fields` });
  },
};

const categories: Check = {
  id: 'categories',
  title: { ja: '開示区分が登録の範囲にある', en: 'categories are within the registry entry' },
  why: {
    ja: '登録にない区分は許可されることがなく、その項目は誰にも見えません。',
    en: 'a category outside the entry is never granted: nobody would ever see the field',
  },
  severity: 'MUST',
  async run({ told, schema }) {
    const found = new Findings();
    for (const type of schema.objectTypes())
      for (const field of Object.values(type.getFields())) {
        const disclosed = [...fieldDirectives(field), ...typeDirectives(type)].find(
          (each) => each.name.value === 'disclosed',
        );
        const category = disclosed && textOf(disclosed, 'category');
        found.expect(
          !isCategory(category) || told.entry.categories.includes(category),
          `${type.name}.${field.name} の ${category} は登録にありません。`,
          `${type.name}.${field.name} is of ${category}, which is not registered`,
        );
      }
    return found.seen();
  },
};

const nullable: Check = {
  id: 'nullable',
  title: { ja: '境界を越える項目はnullになれる', en: 'what crosses the border is nullable' },
  why: {
    ja: 'nullになれない項目が1つあると、開示しないときや障害のとき、本人全体が画面から消えます。',
    en: 'one field that cannot be null takes the whole person from the screen when it is withheld or away',
  },
  severity: 'MUST',
  async run({ schema, isCollaboration }) {
    const found = new Findings();
    for (const type of schema.objectTypes()) {
      const keys = keysOf(type);
      const isShared = keys.length > 0 && !isCollaboration;
      for (const field of Object.values(type.getFields())) {
        if (keys.includes(field.name) || hasDirective(field.astNode, 'external')) continue;
        const isPersonal = hasDirective(field.astNode, 'disclosed');
        found.expect(
          !(isShared || isPersonal) || !isNonNullType(field.type),
          `${type.name}.${field.name}: ${String(field.type)} はnullになれません。`,
          `${type.name}.${field.name}: ${String(field.type)} cannot be null`,
        );
      }
    }
    return found.seen();
  },
};

export const schemaChecks: readonly Check[] = [sdl, composes, person, classified, categories, nullable];
