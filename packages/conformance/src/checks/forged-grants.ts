import { sectorId, type PersonId } from '@kasane/vocabulary';
import { unknownLike } from '../bench.js';
import { Findings, type Check } from '../check.js';
import { observable } from '../endpoint.js';
import { retouched, signaturePart } from '../tokens.js';
import { expectNothing } from './expect-nothing.js';

/** A grant counts only as collaboration signed it, and for a minute. */

const grantForged: Check = {
  id: 'grant-forged',
  title: { ja: '偽の許可を退ける', en: 'forged grants open nothing' },
  why: { ja: '署名だけが、判断した機関を示します。', en: 'only the signature says who decided' },
  severity: 'MUST',
  sectorsOnly: true,
  async run(bench) {
    const found = new Findings();
    const { persons, keys } = bench.told;
    const token = await bench.token();
    const good = await bench.grant(token, persons);
    const empty = await bench.grant(token, persons, { categories: [] });
    const {
      permits,
      categories,
      persons: cells,
    } = JSON.parse(Buffer.from(good.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;
    const secret = Buffer.from(keys.grant.x ?? '', 'base64url');
    const forged: readonly (readonly [string, string, string])[] = [
      [
        '別の鍵で署名した許可',
        'signed with a key of nobody',
        await bench.grant(token, persons, { key: bench.strangersKey }),
      ],
      [
        '閲覧者の鍵で署名した許可',
        "signed with the viewers' key",
        await bench.grant(token, persons, { key: keys.viewer }),
      ],
      ['alg: none の許可', 'with alg none', retouched(good, { header: { alg: 'none' } }, { signature: '' })],
      [
        '公開鍵を合言葉にした許可',
        'of HMAC with the public key',
        retouched(good, { header: { alg: 'HS256' } }, { secret }),
      ],
      [
        '書き換えた許可',
        'with other claims under the old signature',
        retouched(
          empty,
          { claims: { permits, categories, persons: cells } },
          { signature: signaturePart(empty) },
        ),
      ],
      ['署名のない許可', 'without a signature', retouched(good, {}, { signature: '' })],
      [
        '別の種類の許可',
        'of another type',
        retouched(good, { header: { typ: 'viewer+jwt' } }, { key: keys.grant }),
      ],
      [
        '別の発行者の許可',
        'of another issuer',
        retouched(good, { claims: { iss: 'somebody' } }, { key: keys.grant }),
      ],
      ['閲覧者の証明', 'that is the viewer token', token],
      ['文字列', 'that is a word', 'ALLOW'],
    ];
    for (const [ja, en, grant] of forged)
      await expectNothing(bench, found, [ja, `a grant ${en}`], { token, grant });
    return found.seen({ ja: `${forged.length}通りを試行`, en: `${forged.length} were tried` });
  },
};

const grantExpired: Check = {
  id: 'grant-expired',
  title: { ja: '期限の切れた許可を退ける', en: 'expired grants open nothing' },
  why: {
    ja: '同意の撤回は、次の閲覧から効かなければなりません。',
    en: 'a withdrawal bites on the next request: an old grant must not outlive it',
  },
  severity: 'MUST',
  sectorsOnly: true,
  async run(bench) {
    const found = new Findings();
    const { persons, keys } = bench.told;
    const token = await bench.token();
    const good = await bench.grant(token, persons);
    const now = Math.floor(Date.now() / 1000);
    const claims = { iat: now - 3600, exp: now + 86_400 };
    const signed = (change: Readonly<Record<string, unknown>>): string =>
      retouched(good, { claims: change }, { key: keys.grant });
    for (const [ja, en, grant] of [
      ['期限が切れた許可', 'an expired grant', await bench.grant(token, persons, { secondsAgo: 70 })],
      ['期限のない許可', 'a grant without an end', signed({ exp: undefined })],
      ['1日有効の古い許可', 'an old grant that is signed for a day', signed(claims)],
      ['いま終わった許可', 'a grant that ended this second', signed({ exp: now - 1 })],
    ] as const)
      await expectNothing(bench, found, [ja, en], { token, grant });
    return found.seen();
  },
};

const grantRefusals: Check = {
  id: 'grant-refusals',
  title: { ja: '許可の断り方が同じである', en: 'every refusal of a grant is the same' },
  why: {
    ja: '断り方の違いは、何が正しかったかを教えます。',
    en: 'a refusal that differs tells a forger which part was right, and whether there is a record',
  },
  severity: 'MUST',
  sectorsOnly: true,
  async run(bench) {
    const found = new Findings();
    const { persons } = bench.told;
    const [token, other] = await Promise.all([bench.token(), bench.token()]);
    const [known = unknownLike('p-1')] = persons;
    const unknown = unknownLike(known);
    const refused = async (id: PersonId): Promise<readonly string[]> => {
      const grants = [
        await bench.grant(token, [id], { key: bench.strangersKey }),
        await bench.grant(token, [id], { secondsAgo: 70 }),
        await bench.grant(token, [id], { boundTo: other }),
        await bench.grant(token, [id], { sector: sectorId('collaboration') }),
      ];
      const answers = await Promise.all(grants.map((grant) => bench.ask([{ id, grant }], token)));
      return answers.map((answer) => observable(answer, id));
    };
    const words = new Set([...(await refused(known)), ...(await refused(unknown))]);
    found.expect(
      words.size === 1,
      `${words.size}通りの断り方があります。`,
      `there are ${words.size} kinds of refusal`,
    );
    return found.seen();
  },
};

export const forgedGrantChecks: readonly Check[] = [grantForged, grantExpired, grantRefusals];
