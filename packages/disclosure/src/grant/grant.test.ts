import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  Category,
  COLLABORATION,
  defaultRegistry,
  errorCodes,
  householdId,
  personId,
  sectorId,
  type HubError,
  type SectorId,
} from '@kasane/vocabulary';
import {
  CompactSign,
  decodeJwt,
  decodeProtectedHeader,
  exportJWK,
  generateKeyPair,
  importJWK,
  SignJWT,
  UnsecuredJWT,
  type JWK,
} from 'jose';
import {
  aConflict,
  aConsent,
  aMeasure,
  anAssignment,
  aSession,
  ELDER_CARE,
  inConference,
  LIVELIHOOD,
  MOTHER,
  NOW,
  someFacts,
  SON,
} from '../world.fixtures.js';
import { decide } from '../decide.js';
import type { Facts } from '../facts.js';
import { barredOf, permitsOf, type GrantContent, type Permit } from './content.js';
import { createGrantSigner, GRANT_ISSUER, GRANT_SECONDS, GRANT_TYPE } from './sign.js';
import { createGrantVerifier } from './verify.js';

interface Keys {
  readonly privateKey: JWK;
  readonly publicKey: JWK;
}
async function newKeys(): Promise<Keys> {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  return { privateKey: await exportJWK(privateKey), publicKey: await exportJWK(publicKey) };
}

let keys: Keys;
let strangersKeys: Keys;
beforeAll(async () => {
  [keys, strangersKeys] = await Promise.all([newKeys(), newKeys()]);
});

const VIEWER = 'digest-of-the-viewer-token';
const byConsent: Permit = { level: 'DETAIL', rule: 'CONSENT', evidence: 'c-1' };
const content = (given: Partial<GrantContent> = {}): GrantContent => ({
  sector: ELDER_CARE,
  viewer: VIEWER,
  policyVersion: '2026-11-22.1',
  persons: new Map([
    [MOTHER, new Map([[Category.CARE_CERT, byConsent]])],
    [SON, new Map()],
  ]),
  barred: new Map(),
  households: new Map([[householdId('h-1'), [MOTHER, SON]]]),
  ...given,
});

const after = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1000);

async function sign(
  given: Partial<GrantContent> = {},
  options: { notAfter?: Date; at?: Date; keys?: Keys } = {},
): Promise<string> {
  const { privateKey } = options.keys ?? keys;
  const signer = await createGrantSigner({ privateKey, clock: () => options.at ?? NOW });
  return signer.sign(content(given), options.notAfter);
}

async function verify(
  grant: string,
  { viewer = VIEWER, sector = ELDER_CARE, at = NOW }: { viewer?: string; sector?: SectorId; at?: Date } = {},
): Promise<GrantContent> {
  const verifier = await createGrantVerifier({ publicKey: keys.publicKey, sector, clock: () => at });
  return verifier.verify(grant, viewer);
}

/** Every refusal is the same to the caller; what failed is for the operator. */
async function refusal(attempt: Promise<unknown>): Promise<string> {
  const error: unknown = await attempt.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toMatchObject({ code: 'GRANT_INVALID', message: errorCodes.GRANT_INVALID.message });
  return String((error as HubError).cause);
}

/** Signed with collaboration's own key, so that only the changed part can be the reason of a refusal. */
async function signedWith(
  claims: Record<string, unknown>,
  header: Record<string, unknown> = {},
): Promise<string> {
  const iat = NOW.getTime() / 1000;
  const genuine = decodeJwt(await sign());
  return new SignJWT({ ...genuine, iat, exp: iat + GRANT_SECONDS, ...claims })
    .setProtectedHeader({ alg: 'EdDSA', typ: GRANT_TYPE, ...header })
    .sign(await importJWK(keys.privateKey, 'EdDSA'));
}

describe('a grant', () => {
  test('brings to the sector what was decided, unchanged', async () => {
    await expect(verify(await sign())).resolves.toEqual(content());
  });

  test('says what it is and who signed it, so that no other token passes for one', async () => {
    const grant = await sign();
    expect(decodeProtectedHeader(grant)).toEqual({ alg: 'EdDSA', typ: 'grant+jwt' });
    expect(decodeJwt(grant)).toMatchObject({ iss: 'kasane-collaboration', aud: ELDER_CARE, vwr: VIEWER });
  });

  test('is made from the part of a decision that concerns the sector', async () => {
    const facts = someFacts({ consents: [aConsent()], assignments: [anAssignment()] });
    const decision = decide(facts, [MOTHER]).get(MOTHER)!;
    expect(permitsOf(decision, ELDER_CARE)).toEqual(new Map([[Category.CARE_CERT, byConsent]]));
    expect(permitsOf(decision, LIVELIHOOD)).toEqual(new Map());
    expect(permitsOf(decision, sectorId('unregistered'))).toEqual(new Map());
  });

  test('can be signed for nobody and nothing', async () => {
    const empty = { persons: new Map(), barred: new Map(), households: new Map() };
    await expect(verify(await sign(empty))).resolves.toEqual(content(empty));
  });

  test('tells permits that share a rule apart by their evidence', async () => {
    const persons = new Map([
      [
        MOTHER,
        new Map([
          [Category.CARE_CERT, byConsent],
          [Category.CARE_PLAN, { ...byConsent, evidence: 'c 1' }],
          [Category.NOTES, { ...byConsent, level: 'SUMMARY' as const }],
        ]),
      ],
    ]);
    await expect(verify(await sign({ persons }))).resolves.toEqual(content({ persons }));
  });

  test('names what even the own duty of the sector does not open, of whom', async () => {
    const barred = new Map([
      [MOTHER, [Category.NOTES, Category.CARE_CERT]],
      [personId('__proto__'), [Category.NOTES]],
    ]);
    await expect(verify(await sign({ barred }))).resolves.toEqual(content({ barred }));
  });

  test('leaves out whoever has nothing barred: it would tell nothing', async () => {
    await expect(verify(await sign({ barred: new Map([[MOTHER, []]]) }))).resolves.toEqual(content());
  });

  test('bars what a measure masks and what a conflict closes, of this sector only', async () => {
    const of = (facts: Partial<Facts>) => decide(someFacts(facts), [MOTHER]).get(MOTHER)!;
    const masked = of({ consents: [aConsent()], measures: [aMeasure()] });
    expect(barredOf(masked, COLLABORATION)).toEqual([Category.CONTACT, Category.HOUSEHOLD]);
    expect(barredOf(masked, LIVELIHOOD)).toEqual([Category.HOUSING]);
    expect(barredOf(masked, ELDER_CARE)).toEqual([]);
    expect(barredOf(masked, sectorId('unregistered'))).toEqual([]);
    const held = defaultRegistry.find(({ id }) => id === ELDER_CARE)!.categories;
    expect(barredOf(of({ conflicts: [aConflict()] }), ELDER_CARE)).toEqual(held);
  });

  test('carries what was released: to which session, and of the closed tier what was approved', async () => {
    const released = { ...byConsent, released: { session: 's-1' } };
    const permits: readonly Permit[] = [
      byConsent,
      released,
      { ...released, released: { session: 's-2' } },
      { ...released, released: { session: 's-1', approved: [] } },
      { ...released, level: 'NONE', released: { session: 's-1', approved: ['r-1', 'r-2'] } },
    ];
    const held = defaultRegistry.find(({ id }) => id === ELDER_CARE)!.categories;
    const persons = new Map([[MOTHER, new Map(permits.map((permit, at) => [held[at]!, permit]))]]);
    await expect(verify(await sign({ persons }))).resolves.toStrictEqual(content({ persons }));
  });

  test('is made from a session with what it released', () => {
    const sessions = [aSession({ categories: [Category.RIGHTS_ADVOCACY], approved: ['r-1'] })];
    const decision = decide(someFacts({ viewer: inConference(), sessions }), [MOTHER]).get(MOTHER)!;
    expect(permitsOf(decision, ELDER_CARE).get(Category.RIGHTS_ADVOCACY)).toStrictEqual({
      level: 'NONE',
      rule: 'SUPPORT_CONFERENCE',
      evidence: 's-1',
      released: { session: 's-1', approved: ['r-1'] },
    });
    expect(permitsOf(decision, ELDER_CARE).get(Category.INVOLVEMENT)).toStrictEqual({
      level: 'SUMMARY',
      rule: 'SUPPORT_CONFERENCE',
      evidence: 's-1',
      released: { session: 's-1' },
    });
  });

  test('says each category and each permit once, however many persons share it', async () => {
    const same = new Map([[Category.CARE_CERT, byConsent]]);
    const both = new Map([...same, [Category.NOTES, { ...byConsent }]]);
    const persons = new Map([
      [MOTHER, both],
      [SON, same],
    ]);
    const barred = new Map([[SON, [Category.NOTES]]]);
    expect(decodeJwt(await sign({ persons, barred }))).toMatchObject({
      categories: [Category.CARE_CERT, Category.NOTES],
      permits: [['DETAIL', 'CONSENT', 'c-1']],
      persons: { [MOTHER]: [[0, 0, 1]], [SON]: [[0, 0]] },
      barred: { [SON]: [1] },
    });
  });

  test('carries a person or household called __proto__ like any other', async () => {
    const odd = {
      persons: new Map([
        [personId('__proto__'), new Map([[Category.CARE_CERT, byConsent]])],
        [personId('constructor'), new Map()],
      ]),
      households: new Map([[householdId('__proto__'), [personId('__proto__')]]]),
    };
    await expect(verify(await sign(odd))).resolves.toEqual(content(odd));
    expect({}).not.toHaveProperty(Category.CARE_CERT);
  });
});

describe('a grant ends', () => {
  test('after a minute, to the second', async () => {
    const grant = await sign();
    await expect(verify(grant, { at: after(GRANT_SECONDS - 0.001) })).resolves.toEqual(content());
    await refusal(verify(grant, { at: after(GRANT_SECONDS) }));
  });

  test('with the consent it rests on, at 24:00 in Japan, although clocks may differ', async () => {
    const midnight = new Date('2026-11-22T15:00:00Z');
    const grant = await sign({}, { at: new Date(midnight.getTime() - 10_000), notAfter: midnight });
    await expect(verify(grant, { at: new Date(midnight.getTime() - 1) })).resolves.toEqual(content());
    expect(await refusal(verify(grant, { at: midnight }))).toContain('ended');
  });

  test('no later than its consent when that ends within a second', async () => {
    const notAfter = after(10.5);
    await refusal(verify(await sign({}, { notAfter }), { at: notAfter }));
  });

  test('before it began, when its consent had ended already', async () => {
    await refusal(verify(await sign({}, { notAfter: after(-1) })));
    await refusal(verify(await sign({}, { notAfter: NOW })));
  });

  test('after a minute, whatever later end a consent has', async () => {
    const grant = await sign({}, { notAfter: after(3600) });
    await refusal(verify(grant, { at: after(GRANT_SECONDS) }));
  });

  test('after a minute, even if it were signed for a year', async () => {
    await refusal(verify(await signedWith({ exp: after(31_536_000).getTime() / 1000 }), { at: after(70) }));
  });
});

describe('a grant is refused', () => {
  test('when somebody else signed it', async () => {
    await refusal(verify(await sign({}, { keys: strangersKeys })));
  });

  test('when one character of any part was changed', async () => {
    const parts = (await sign()).split('.');
    for (const at of [0, 1, 2]) {
      const changed = parts.with(at, flipped(parts[at]!)).join('.');
      await refusal(verify(changed));
    }
  });

  test('when another viewer token shows it', async () => {
    expect(await refusal(verify(await sign(), { viewer: 'digest-of-another-token' }))).toContain('viewer');
  });

  test('when another sector is shown it', async () => {
    await refusal(verify(await sign(), { sector: LIVELIHOOD }));
  });

  test('when it comes from the future by more than clocks differ', async () => {
    await expect(verify(await sign(), { at: after(-5) })).resolves.toEqual(content());
    await refusal(verify(await sign(), { at: after(-6) }));
  });

  test('when it is another kind of token that the same key signed', async () => {
    for (const typ of ['viewer+jwt', 'JWT', 'at+jwt']) await refusal(verify(await signedWith({}, { typ })));
    const { typ: _typ, ...untyped } = { typ: GRANT_TYPE, alg: 'EdDSA' };
    const payload = new TextEncoder().encode(JSON.stringify(decodeJwt(await sign())));
    const key = await importJWK(keys.privateKey, 'EdDSA');
    await refusal(verify(await new CompactSign(payload).setProtectedHeader(untyped).sign(key)));
  });

  test('when it claims to need no signature', async () => {
    const unsecured = new UnsecuredJWT(decodeJwt(await sign())).encode();
    await refusal(verify(unsecured));
    const header = Buffer.from(JSON.stringify({ alg: 'none', typ: GRANT_TYPE })).toString('base64url');
    const [, payload] = (await sign()).split('.');
    await refusal(verify(`${header}.${payload}.`));
  });

  test('when its header names another algorithm, even one that fits the key', async () => {
    await refusal(verify(await signedWith({}, { alg: 'Ed25519' })));
  });

  test('when it is signed with the public key as if that were a shared secret', async () => {
    const secret = new TextEncoder().encode(JSON.stringify(keys.publicKey));
    const forged = await new SignJWT(decodeJwt(await sign()))
      .setProtectedHeader({ alg: 'HS256', typ: GRANT_TYPE })
      .sign(secret);
    await refusal(verify(forged));
  });

  test.each(['', '.', '..', 'grant', 'a.b.c', '{}'])('when it is no token at all: %j', async (text) => {
    await refusal(verify(text));
  });

  test.each(['exp', 'iat', 'vwr', 'pol', 'iss', 'aud'])(
    'when its key signed it without %s',
    async (claim) => {
      await refusal(verify(await signedWith({ [claim]: undefined })));
    },
  );

  test('when its issuer is another', async () => {
    await refusal(verify(await signedWith({ iss: `${GRANT_ISSUER}-2` })));
  });

  test.each<[string, Record<string, unknown>]>([
    ['an unknown category', { categories: ['CARE_CERTIFICATE'] }],
    ['__proto__ as a category', { categories: ['__proto__'] }],
    ['constructor as a category', { categories: ['constructor'] }],
    ['a category that it does not have', { persons: { mother: [[0, 7]] } }],
    ['a permit that it does not have', { persons: { mother: [[7, 0]] } }],
    ['a permit without a place', { persons: { mother: [[]] } }],
    ['no categories', { categories: undefined }],
    ['an unknown level', { permits: [['EVERYTHING', 'CONSENT', 'c-1']] }],
    ['a session that is no text', { permits: [['DETAIL', 'CONSENT', 'c-1', 7]] }],
    ['an approval list that is a text', { permits: [['NONE', 'CONSENT', 'c-1', 's-1', 'r-1']] }],
    ['an approval that is no text', { permits: [['NONE', 'CONSENT', 'c-1', 's-1', [7]]] }],
    ['a barred category that it does not have', { barred: { mother: [7] } }],
    ['no list of what is barred', { barred: undefined }],
    ['no permits', { permits: undefined }],
    ['no persons', { persons: undefined }],
    ['no households', { households: undefined }],
  ])('when it holds %s', async (_, claims) => {
    await refusal(verify(await signedWith(claims)));
  });
});

test('the operator is told what was wrong with what a grant held', async () => {
  expect(await refusal(verify(await signedWith({ categories: ['SCHOOOL'] })))).toBe('TypeError: not a grant');
});

const flipped = (part: string): string => (part.startsWith('A') ? 'B' : 'A') + part.slice(1);
