import { Findings, type Check } from '../check.js';
import { hasData, type Answer } from '../endpoint.js';

/** What a hostile request brings, and what every answer carries. */

const limits: Check = {
  id: 'limits',
  title: { ja: '大きすぎる要求を退ける', en: 'refuses what is too large' },
  why: {
    ja: '一度に何万人も尋ねられれば、名簿の突き合わせや停止に使えます。',
    en: 'ten thousand ids at once are a way to match a list of people, or to stop the service',
  },
  severity: 'MUST',
  async run(bench) {
    const found = new Findings();
    const token = await bench.token();
    const [id = ''] = bench.told.persons;
    const many = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ __typename: 'Person', id: at === 0 ? id : `p-${at}` }));
    for (const count of [1_001, 5_000]) {
      const answer = await bench.entities(many(count), '... on Person { id }', token);
      found.expect(
        !hasData(answer) && answer.status < 500,
        `${count}人を一度に尋ねて答えました(HTTP ${answer.status})。`,
        `${count} persons at once were answered (HTTP ${answer.status})`,
      );
    }
    const headers = { 'content-type': 'application/json', 'hub-viewer': token };
    const batch = await bench.endpoint.request({
      method: 'POST',
      headers,
      body: JSON.stringify([{ query: '{ __typename }' }, { query: '{ __typename }' }]),
    });
    found.expect(
      !/"__typename"\s*:\s*"Query"/.test(batch.text),
      '配列にした問い合わせに答えました。',
      'an array of operations was answered',
    );
    const body = JSON.stringify({ query: `{ __typename } # ${'x'.repeat(5 * 1024 * 1024)}` });
    // A server that hangs up in the middle of five megabytes refuses them too.
    const large = await bench.endpoint.request({ method: 'POST', headers, body }).catch(() => undefined);
    found.expect(
      large === undefined || !hasData(large),
      '5 MiBの要求に答えました。',
      'five megabytes were answered',
    );
    const after = await bench.endpoint.ask({ query: '{ __typename }', token: await bench.token() });
    found.expect(hasData(after), 'その後、答えなくなりました。', 'it does not answer any more');
    return found.seen();
  },
};

const csrf: Check = {
  id: 'csrf',
  title: { ja: '他サイトからの要求で動かない', en: 'takes no cross-site request' },
  why: {
    ja: '職員が開いた別のページから、書き込みや閲覧が起こせてはなりません。',
    en: 'a page that a member of staff happens to open must not be able to write or read',
  },
  severity: 'MUST',
  async run(bench) {
    const found = new Findings();
    const token = await bench.token();
    const body = JSON.stringify({ query: '{ __typename }' });
    const post = (type: string): Promise<Answer> =>
      bench.endpoint.request({
        method: 'POST',
        headers: { 'hub-viewer': token, 'content-type': type },
        body,
      });
    const get = (query: string): Promise<Answer> =>
      bench.endpoint.request(
        { method: 'GET', headers: { 'hub-viewer': token } },
        `?query=${encodeURIComponent(query)}`,
      );
    for (const [name, answer] of [
      ['GET mutation', await get('mutation { __typename }')],
      ['GET', await get('{ __typename }')],
      ['text/plain', await post('text/plain')],
      ['application/x-www-form-urlencoded', await post('application/x-www-form-urlencoded')],
      ['multipart/form-data', await post('multipart/form-data; boundary=x')],
    ] as const)
      found.expect(
        !hasData(answer),
        `${name} の要求に答えました(HTTP ${answer.status})。`,
        `${name} was answered (HTTP ${answer.status})`,
      );
    return found.seen();
  },
};

const introspection: Check = {
  id: 'introspection',
  title: { ja: 'スキーマの照会を閉じている', en: 'introspection is off' },
  why: {
    ja: 'スキーマはゲートウェイが見せます。サブグラフから見せる必要はありません。',
    en: 'the gateway shows the schema: a subgraph has no need to',
  },
  severity: 'SHOULD',
  async run(bench) {
    const found = new Findings();
    const query = '{ __schema { types { name } } }';
    const answer = await bench.endpoint.ask({ query, token: await bench.token() });
    found.expect(!hasData(answer), '__schema に答えました。', '__schema was answered');
    return found.seen();
  },
};

const noStore: Check = {
  id: 'no-store',
  title: { ja: '答えを溜めさせない', en: 'answers are never cached' },
  why: {
    ja: '途中の装置に残った答えは、他の人に見えることがあります。',
    en: 'what a machine on the way keeps may be shown to somebody else',
  },
  severity: 'MUST',
  async run(bench) {
    const found = new Findings();
    const answer = await bench.endpoint.ask({ query: '{ __typename }', token: await bench.token() });
    found.expect(
      answer.headers.some((header) => /^cache-control: .*no-store/.test(header)),
      'cache-control: no-store がありません。',
      'cache-control: no-store is missing',
    );
    return found.seen();
  },
};

const health: Check = {
  id: 'health',
  title: {
    ja: '生きていること、備えができていることを答える',
    en: 'tells that it lives and that it is ready',
  },
  why: {
    ja: '記録を残せないサブグラフは、備えができていないと答えなければ、黙って止まります。',
    en: 'a subgraph that cannot record stops without a word unless it says that it is not ready',
  },
  severity: 'MUST',
  async run(bench) {
    const found = new Findings();
    for (const path of ['/livez', '/readyz']) {
      const { status } = await bench.endpoint.request({ method: 'GET' }, path);
      found.expect(status === 200, `${path} がHTTP ${status}です。`, `${path} is HTTP ${status}`);
    }
    return found.seen();
  },
};

export const httpChecks: readonly Check[] = [limits, csrf, introspection, noStore, health];
