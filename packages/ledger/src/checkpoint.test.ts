import { beforeAll, expect, test } from '@jest/globals';
import { exportJWK, generateKeyPair, SignJWT, type JWK } from 'jose';
import { readCheckpoint, signCheckpoint, type Checkpoint } from './index.js';

interface Keys {
  readonly privateKey: JWK;
  readonly publicKey: JWK;
}
async function newKeys(): Promise<Keys> {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  return { privateKey: await exportJWK(privateKey), publicKey: await exportJWK(publicKey) };
}

const checkpoint: Checkpoint = {
  ledger: 'elder-care',
  seq: 42,
  hash: 'a'.repeat(64),
  at: '2026-04-01T00:00:00.000Z',
};
let keys: Keys;
let strangersKeys: Keys;
beforeAll(async () => {
  [keys, strangersKeys] = await Promise.all([newKeys(), newKeys()]);
});

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

test('a checkpoint is read with the public half of the key that signed it', async () => {
  const text = await signCheckpoint(checkpoint, keys.privateKey);
  expect(await readCheckpoint(text, keys.publicKey)).toEqual(checkpoint);
  expect(JSON.parse(Buffer.from(text.split('.')[0] ?? '', 'base64url').toString())).toMatchObject({
    alg: 'EdDSA',
    typ: 'ledger-checkpoint+jwt',
  });
});

test('one that a stranger signed is refused', async () => {
  const text = await signCheckpoint(checkpoint, strangersKeys.privateKey);
  await expect(readCheckpoint(text, keys.publicKey)).rejects.toThrow('signed with another key');
});

test('one that was changed is refused: its entry, its ledger, its signature', async () => {
  const [header = '', , signature = ''] = (await signCheckpoint(checkpoint, keys.privateKey)).split('.');
  for (const change of [{ seq: 41 }, { ledger: 'child-family' }, { hash: 'b'.repeat(64) }])
    await expect(
      readCheckpoint([header, part({ ...checkpoint, ...change }), signature].join('.'), keys.publicKey),
    ).rejects.toThrow('forged, or changed');
  await expect(readCheckpoint([header, part(checkpoint), ''].join('.'), keys.publicKey)).rejects.toThrow(
    'forged, or changed',
  );
});

test('one that says it needs no signature is refused', async () => {
  const [header = ''] = (await signCheckpoint(checkpoint, keys.privateKey)).split('.');
  const named = JSON.parse(Buffer.from(header, 'base64url').toString()) as object;
  const text = `${part({ ...named, alg: 'none' })}.${part(checkpoint)}.`;
  await expect(readCheckpoint(text, keys.publicKey)).rejects.toThrow('forged, or changed');
});

test('another token that the same key signed is no checkpoint', async () => {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
  const grant = await new SignJWT({ ...checkpoint })
    .setProtectedHeader({ alg: 'EdDSA', typ: 'grant+jwt' })
    .sign(privateKey);
  await expect(readCheckpoint(grant, keys.publicKey)).rejects.toThrow('no checkpoint of a ledger');
});

test.each(['', 'x', 'a.b.c', '{"seq": 1}'])('what is no token at all is refused: %j', async (text) => {
  await expect(readCheckpoint(text, keys.publicKey)).rejects.toThrow('no signed checkpoint');
});

test.each([{ seq: -1 }, { seq: 1.5 }, { seq: '42' }, { hash: undefined }, { ledger: undefined }, { at: 1 }])(
  'one that does not say which entry it is, is refused though it was signed: %j',
  async (change) => {
    const text = await signCheckpoint({ ...checkpoint, ...change } as never, keys.privateKey);
    await expect(readCheckpoint(text, keys.publicKey)).rejects.toThrow('does not say which entry');
  },
);
