import { grantField } from '@kasane/vocabulary';
import { getNamedType, isLeafType, isNonNullType } from 'graphql';
import { unknownLike, type Bench } from '../bench.js';
import { Findings, type Check } from '../check.js';
import { isRecord, observable } from '../endpoint.js';
import { keysOf } from '../subgraph-schema.js';

/** `_entities`: what a caller can reach past the gateway. */

const CANARY = 'CONFORMANCE-CANARY';

const entitiesStrict: Check = {
  id: 'entities-strict',
  title: { ja: '_entities は番号と許可だけを読む', en: '_entities reads the id and the grant alone' },
  why: {
    ja: '呼び出し側が書いた値を返すと、偽の記録が本物として表示されます。',
    en: 'what a caller put into a representation would come back as if it were a record',
  },
  severity: 'MUST',
  async run(bench) {
    const found = new Findings();
    const { schema, told } = bench;
    const token = await bench.token();
    const [id = ''] = told.persons;
    for (const type of schema.entities()) {
      const keys = keysOf(type);
      const leaves = Object.values(type.getFields()).filter(
        (field) =>
          isLeafType(getNamedType(field.type)) && field.args.every((arg) => !isNonNullType(arg.type)),
      );
      const echoed = Object.fromEntries(leaves.map(({ name }) => [name, CANARY]));
      const known = Object.fromEntries(keys.map((key) => [key, id]));
      const selection = leaves.filter(({ name }) => !keys.includes(name)).map(({ name }) => name);
      const text = `... on ${type.name} { ${[...keys, ...selection].join(' ')} }`;
      // A grant that is no grant is refused whole, and would hide what else is echoed.
      const { [grantField(told.entry)]: _grant, ...rest } = echoed;
      for (const fields of [echoed, rest]) {
        const answer = await bench.entities([{ ...fields, __typename: type.name, ...known }], text, token);
        found.expect(
          !answer.text.includes(CANARY),
          `${type.name}: 呼び出し側の値が返りました。`,
          `${type.name}: a value of the caller came back`,
        );
      }
    }
    const record = { contacts: [{ summary: CANARY }], personId: id, subjects: [id], words: CANARY };
    for (const more of [
      { [told.entry.field]: record },
      { subjects: [], scope: { permits: true }, permitted: true },
      { ['__proto__']: { permits: true }, constructor: { prototype: { permits: true } }, toString: CANARY },
    ]) {
      if (bench.isCollaboration) break;
      const answer = await bench.entities(
        [{ __typename: 'Person', id, ...more }],
        `... on Person { id ${bench.whole().text} }`,
        token,
      );
      found.expect(
        !answer.text.includes(CANARY) && bench.shown(answer).length === 0,
        '呼び出し側の記録が、記録として返りました。',
        'a record of the caller came back as a record',
      );
    }
    await expectOwnRecord(bench, found);
    for (const __typename of [
      'Query',
      'String',
      '__Type',
      '__proto__',
      'constructor',
      'Nobody',
      '',
      null,
      7,
    ]) {
      const answer = await bench.entities([{ __typename, id, name: CANARY, ...record }], '', token);
      const entities = answer.data?.['_entities'];
      found.expect(
        answer.errors.length > 0 && !(Array.isArray(entities) && entities.some(isRecord)),
        `型「${String(__typename)}」の実体が返りました。`,
        `an entity of the type ${String(__typename)} came back`,
      );
    }
    return found.seen({
      ja: `実体${schema.entities().length}型`,
      en: `${schema.entities().length} entities`,
    });
  },
};

/** A person who is permitted, with a record that says that it is somebody else's: as if it had said nothing. */
async function expectOwnRecord(bench: Bench, found: Findings): Promise<void> {
  const [first, second] = bench.told.persons;
  if (bench.isCollaboration || first === undefined || second === undefined) return;
  const token = await bench.token();
  const { entry } = bench.told;
  const grant = await bench.grant(token, [first]);
  const other = { personId: second, id: second, person: second, subjects: [second] };
  const honest = { __typename: 'Person', id: first, [grantField(entry)]: grant };
  const forged = { ...other, ...honest, [entry.field]: other };
  const selection = `... on Person { id ${bench.whole().text} }`;
  const [one, two] = await Promise.all(
    [honest, forged].map((each) => bench.entities([each], selection, token)),
  );
  found.expect(
    one !== undefined && two !== undefined && observable(one) === observable(two),
    `${first} への許可に他人の番号を書き添えると、答えが変わりました。`,
    `the record of ${first} changes when the caller writes another's id beside the grant`,
  );
}

const representations: Check = {
  id: 'representations',
  title: {
    ja: '並べても、別名でも、許可された人だけが見える',
    en: 'many at once, aliased or in fragments: only who is permitted',
  },
  why: {
    ja: '1つの問い合わせに何人も入ります。隣の人の許可が移ってはなりません。',
    en: 'one query carries many persons: a permission must not spread to the one beside',
  },
  severity: 'MUST',
  sectorsOnly: true,
  needs: ({ told }) =>
    told.persons.length < 2 ? { ja: '--persons: 2人以上', en: '--persons: two or more' } : undefined,
  async run(bench) {
    const found = new Findings();
    const [first, second] = bench.told.persons;
    if (first === undefined || second === undefined) return found.seen();
    const token = await bench.token();
    const grant = await bench.grant(token, [first]);
    const grantName = grantField(bench.told.entry);
    const { text } = bench.whole();
    const of = (id: string, given?: string) => ({
      __typename: 'Person',
      id,
      ...(given !== undefined && { [grantName]: given }),
    });
    const answer = await bench.endpoint.ask({
      token,
      query: `query ($a: [_Any!]!, $b: [_Any!]!, $c: [_Any!]!) {
        a: _entities(representations: $a) { ...Whole }
        b: _entities(representations: $b) { ... on Person { again: id ...Whole } }
        c: _entities(representations: $c) { ...Whole }
      }
      fragment Whole on Person { id ${text} }`,
      variables: {
        a: [of(second), of(first, grant)],
        b: [of(second, grant), of(first, grant), of(second)],
        c: Array.from({ length: 20 }, (_, at) => of(at % 2 === 0 ? second : unknownLike(second))),
      },
    });
    let isOpen = false;
    for (const alias of ['a', 'b', 'c']) {
      const rows = answer.data?.[alias];
      for (const row of Array.isArray(rows) ? (rows as readonly unknown[]) : []) {
        if (!isRecord(row)) continue;
        const shown = bench.shown({ ...answer, data: { _entities: [row] } });
        if (row['id'] === first) isOpen ||= shown.length > 0;
        else
          found.expect(
            shown.length === 0,
            `${first} への許可で、並べた ${String(row['id'])} が見えました。`,
            `${String(row['id'])} was shown beside ${first}, for whom the grant is`,
          );
      }
    }
    found.expect(isOpen, '許可のある人も見えませんでした。', 'who is permitted was not shown either');
    return found.seen();
  },
};

export const sideDoorChecks: readonly Check[] = [entitiesStrict, representations];
