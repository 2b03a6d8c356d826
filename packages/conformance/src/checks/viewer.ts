import { generateKeyPairSync } from 'node:crypto';
import type { Bench } from '../bench.js';
import { Findings, type Check } from '../check.js';
import { hasData, observable, type Answer } from '../endpoint.js';
import { readToken, retouched, signaturePart } from '../tokens.js';

/** Who asks is said by the hub's own key and by nothing else. */

/** Asks for everything of a person with a grant that is bound to whatever the token is. */
async function askAs(bench: Bench, token: string): Promise<Answer> {
  const [id = ''] = bench.told.persons;
  if (bench.isCollaboration)
    return bench.entities([{ __typename: 'Person', id }], '... on Person { id }', token);
  const grant = await bench.grant(token, bench.told.persons);
  return bench.ask([{ id, grant }], token);
}

const viewerNeeded: Check = {
  id: 'viewer-needed',
  title: { ja: '閲覧者の証明なしには答えない', en: 'answers nobody without a viewer token' },
  why: {
    ja: '誰が見るのか分からないまま見せると、記録にも残りません。',
    en: 'what is shown to nobody in particular is recorded of nobody',
  },
  severity: 'MUST',
  async run(bench) {
    const found = new Findings();
    const [id = ''] = bench.told.persons;
    const person = { __typename: 'Person', id };
    const answers: readonly (readonly [string, Answer])[] = [
      ['_entities', await bench.entities([person], '... on Person { id }', undefined)],
      ['{ __typename }', await bench.endpoint.ask({ query: '{ __typename }' })],
      ['hub-viewer: ""', await bench.entities([person], '... on Person { id }', '')],
    ];
    for (const [question, answer] of answers)
      found.expect(
        !hasData(answer),
        `${question} に答えました(HTTP ${answer.status})。`,
        `${question} was answered (HTTP ${answer.status})`,
      );
    return found.seen();
  },
};

/** Every token that must be refused, each different from a good one in one thing. */
async function forgeries(
  bench: Bench,
): Promise<readonly (readonly [ja: string, en: string, token: string])[]> {
  const { viewer: key, grant: grantKey } = bench.told.keys;
  const good = await bench.token();
  const { claims } = readToken(good);
  const now = Math.floor(Date.now() / 1000);
  const signed = (change: Parameters<typeof retouched>[1]): string => retouched(good, change, { key });
  const old = signaturePart(good);
  const secret = Buffer.from(key.x ?? '', 'base64url');
  const own = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  return [
    ['別の鍵で署名', 'signed with a key of nobody', retouched(good, {}, { key: bench.strangersKey })],
    [
      '署名の鍵を自ら名乗る',
      'that brings its own key',
      retouched(good, { header: { jwk: own } }, { key: own }),
    ],
    ['許可の鍵で署名', "signed with the grants' key", retouched(good, {}, { key: grantKey })],
    ['alg: none', 'with alg none', retouched(good, { header: { alg: 'none' } }, { signature: '' })],
    [
      'alg: none で署名つき',
      'with alg none and a signature',
      retouched(good, { header: { alg: 'none' } }, { signature: old }),
    ],
    [
      '公開鍵を合言葉にした署名',
      'of HMAC with the public key',
      retouched(good, { header: { alg: 'HS256' } }, { secret }),
    ],
    [
      '内容の書き換え',
      'with other claims under the old signature',
      retouched(good, { claims: { roles: ['PRIVACY_OFFICER'] } }, { signature: old }),
    ],
    ['署名なし', 'without a signature', retouched(good, {}, { signature: '' })],
    ['期限切れ', 'that has expired', await bench.token({}, 3600)],
    ['期限なし', 'without an end', signed({ claims: { exp: undefined } })],
    ['まだ有効でない', 'that is not yet valid', signed({ claims: { nbf: now + 3600 } })],
    ['別の宛先', 'for another audience', signed({ claims: { aud: 'another-application' } })],
    ['別の発行者', 'of another issuer', signed({ claims: { iss: 'https://issuer.example' } })],
    ['別の種類', 'of another type', signed({ header: { typ: 'grant+jwt' } })],
    ['許可証そのもの', 'that is a grant', await bench.grant(good, bench.told.persons)],
    ['職員番号なし', 'without a staff id', signed({ claims: { sub: undefined } })],
    ['語彙にない役割', 'with a role that there is not', signed({ claims: { roles: ['SUPERUSER'] } })],
    [
      '文字列',
      'that is no token',
      `${'a'.repeat(40)}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.x`,
    ],
  ];
}

const viewerForged: Check = {
  id: 'viewer-forged',
  title: { ja: '偽の閲覧者証明を退ける', en: 'refuses forged viewer tokens' },
  why: {
    ja: '1つでも通れば、誰にでもなれます。',
    en: 'if one passes, anybody can be anybody',
  },
  severity: 'MUST',
  async run(bench) {
    const found = new Findings();
    const forged = await forgeries(bench);
    const answers = await Promise.all(forged.map(([, , token]) => askAs(bench, token)));
    for (const [at, answer] of answers.entries()) {
      const [ja = '', en = ''] = forged[at] ?? [];
      found.expect(
        !hasData(answer) && answer.status >= 400,
        `「${ja}」が通りました(HTTP ${answer.status})。`,
        `a token ${en} was let in (HTTP ${answer.status})`,
      );
    }
    const words = new Set(answers.map((answer) => observable(answer)));
    found.expect(
      words.size === 1,
      '断り方が、何が誤りかによって違います。',
      'the refusals differ by what was wrong, and tell a forger what was right',
    );
    return found.seen({ ja: `${answers.length}通りを試行`, en: `${answers.length} were tried` });
  },
};

const purpose: Check = {
  id: 'purpose',
  title: { ja: '利用目的なしには見せない', en: 'shows nothing without a purpose' },
  why: {
    ja: '目的のない閲覧は、目的外利用かどうかを後から確かめられません。',
    en: 'of a look without a purpose nobody can tell later whether it was a misuse',
  },
  severity: 'MUST',
  async run(bench) {
    const found = new Findings();
    const answer = await askAs(bench, await bench.tokenWithoutPurpose());
    found.expect(
      !hasData(answer),
      '目的のない閲覧者に答えました。',
      'a viewer without a purpose was answered',
    );
    return found.seen();
  },
};

export const viewerChecks: readonly Check[] = [viewerNeeded, viewerForged, purpose];
