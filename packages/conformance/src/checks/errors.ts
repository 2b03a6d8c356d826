import type { Bench } from '../bench.js';
import { Findings, type Check } from '../check.js';
import { hasData, type Answer } from '../endpoint.js';

/** An error tells what the caller did wrong, and nothing of the inside. */

/** Words that only the inside of a server knows. */
const INNARDS =
  /\bat [\w.<>]+ \(|node_modules|stacktrace|\.[jt]sx?:\d|\.(java|py|rb|go|php|cs):?\d|Traceback|SELECT .+ FROM |INSERT INTO|UPDATE .+ SET |QueryFailed|syntax error at|relation "|column "|ORA-\d|SQLSTATE|postgres|mysql|mariadb|https?:\/\/|127\.0\.0\.1|localhost|\/(home|usr|var|opt|srv|app)\/|[A-Z]:\\|Did you mean/i;

const INPUT = 'CONFORMANCE-INPUT';

/** Requests that no client of the hub sends. */
async function malformed(bench: Bench): Promise<readonly (readonly [string, Answer])[]> {
  const token = await bench.token();
  const [id = ''] = bench.told.persons;
  const field = bench.told.entry.field;
  const ask = (query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Answer> =>
    bench.endpoint.ask({ query, variables, token });
  const entity = (given: unknown): Promise<Answer> => bench.entities([given], '... on Person { id }', token);
  const raw = (body: string, type = 'application/json'): Promise<Answer> =>
    bench.endpoint.request({ method: 'POST', headers: { 'content-type': type, 'hub-viewer': token }, body });
  const ids: readonly unknown[] = [
    undefined,
    null,
    7,
    true,
    [id],
    { $ne: null },
    '',
    'p'.repeat(5000),
    `${id}\u0000`,
    `${id}\n`,
    '人',
    `' OR '1'='1`,
    `${id}'--`,
    `"; DROP TABLE person; --`,
    '../../etc/passwd',
    '${7*7}',
    '{{7*7}}',
  ];
  return [
    ...(await Promise.all(
      [
        '',
        '{',
        '{ nobody }',
        'query',
        `{ _entities }`,
        `{ _entities(representations: "${INPUT}") { __typename } }`,
        '{ _service { sdll } }',
        `{ _entities(representations: []) { ... on Person { ${field}x } } }`,
        'subscription { x }',
        'mutation { drop }',
        'query A { __typename } query B { __typename }',
        'query ($n: Int!) { __typename @include(if: $n) }',
        'fragment F on Person { ...F } { ...F }',
        '{ __typename @skip }',
        `{ __type(name: "Person") { name } }`,
        `{ a(b: "${INPUT}") }`,
      ].map(async (query) => [query, await ask(query)] as const),
    )),
    ...(await Promise.all(
      ids.map(
        async (each) =>
          [
            `id ${JSON.stringify(each)?.slice(0, 30)}`,
            await entity({ __typename: 'Person', id: each }),
          ] as const,
      ),
    )),
    ...(await Promise.all(
      [null, 'Person', 7, [null], [[]], [{}], { __typename: 'Person' }].map(
        async (list) =>
          [`representations ${JSON.stringify(list)}`, await bench.entities(list, '', token)] as const,
      ),
    )),
    ['{"query":', await raw('{"query":')],
    ['null', await raw('null')],
    ['"text"', await raw('"text"')],
    ['{"query":7}', await raw('{"query":7}')],
    ['variables', await raw('{"query":"{__typename}","variables":"x"}')],
    ['operationName', await raw('{"query":"{__typename}","operationName":"nobody"}')],
    ['XML', await raw('<x/>', 'text/xml')],
    ['deep', await ask(`${'{ a '.repeat(2000)}${'}'.repeat(2000)}`)],
    ['brackets', await ask(`{ a(b: ${'['.repeat(5000)}${']'.repeat(5000)}) }`)],
    ['directives', await ask(`{ __typename ${'@a '.repeat(5000)} }`)],
  ];
}

const errors: Check = {
  id: 'errors',
  title: { ja: '誤りの答えが、内側のことを漏らさない', en: 'errors tell nothing of the inside' },
  why: {
    ja: 'エラー文は、利用者・画面・記録に残ります。SQLや値が混じれば、それが漏えいです。',
    en: 'an error reaches clients, screens and logs: with SQL or a value in it, it is the leak',
  },
  severity: 'MUST',
  async run(bench) {
    const found = new Findings();
    const secrets = await bench.allSecrets();
    const answers = await malformed(bench);
    for (const [question, { text, status }] of answers) {
      const innards = INNARDS.exec(text)?.[0].slice(0, 20);
      found.expect(
        innards === undefined,
        `「${question.slice(0, 60)}」への答えに「${innards}」があります。`,
        `the answer to ${question.slice(0, 60)} holds ${innards}`,
      );
      found.expect(
        !secrets.some((secret) => text.includes(secret)),
        `「${question.slice(0, 60)}」への答えに記録の値があります。`,
        `the answer to ${question.slice(0, 60)} holds a value of a record`,
      );
      found.expect(
        status < 500,
        `「${question.slice(0, 60)}」でHTTP ${status}になりました。`,
        `${question.slice(0, 60)} ends in HTTP ${status}`,
      );
    }
    const after = await bench.endpoint.ask({ query: '{ __typename }', token: await bench.token() });
    found.expect(hasData(after), 'その後、答えなくなりました。', 'it does not answer any more');
    return found.seen({ ja: `${answers.length}通りを試行`, en: `${answers.length} were tried` });
  },
};

export const errorChecks: readonly Check[] = [errors];
