import { expect, test } from '@jest/globals';
import { Category, householdId } from '@kasane/vocabulary';
import { exportJWK, generateKeyPair } from 'jose';
import { readFileSync } from 'node:fs';
import {
  barredOf,
  createGrantSigner,
  createGrantVerifier,
  decide,
  explain,
  noFacts,
  permitsOf,
  POLICY_VERSION,
} from './index.js';
import { aConsent, aViewer, ELDER_CARE, MOTHER, NOW, someFacts, SON } from './world.fixtures.js';

const pair = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
const [privateKey, publicKey] = await Promise.all([exportJWK(pair.privateKey), exportJWK(pair.publicKey)]);
const { registry, consents, assignments } = someFacts({ consents: [aConsent()] });
const viewer = { ...aViewer(), tokenDigest: 'digest-of-the-viewer-token' };
const now = NOW;
const [mother, son, household, sector] = [MOTHER, SON, householdId('h-1'), ELDER_CARE];

// The example of the README, word for word.
// begin
// collaboration: decide everybody at once, sign the part of one sector
const decision = decide({ ...noFacts, now, viewer, registry, consents, assignments }, [mother, son]);
const signer = await createGrantSigner({ privateKey });
const grant = await signer.sign({
  sector,
  viewer: viewer.tokenDigest,
  policyVersion: POLICY_VERSION,
  persons: new Map([...decision].map(([person, cells]) => [person, permitsOf(cells, sector)])),
  barred: new Map([...decision].map(([person, cells]) => [person, barredOf(cells, sector)])),
  households: new Map([[household, [mother, son]]]),
});

// the sector: believe the grant only for this viewer, then look up what it permits
const verifier = await createGrantVerifier({ publicKey, sector });
const { persons } = await verifier.verify(grant, viewer.tokenDigest);
const permit = persons.get(mother)?.get(Category.CARE_CERT); // { level: 'DETAIL', rule: 'CONSENT', evidence: 'c-1' }

// collaboration again: tell the coordinator why
const cell = decision.get(mother)?.get(sector)?.get(Category.CARE_PLAN);
const why = cell && explain(cell, now); // 本人の同意等の根拠がありません; ASK_CONSENT, CONVENE_SUPPORT_CONFERENCE
// end

test('the example of the README does what it says', () => {
  expect(permit).toEqual({ level: 'DETAIL', rule: 'CONSENT', evidence: 'c-1' });
  expect(persons.get(son)?.size).toBe(0);
  expect(why).toEqual({
    why: { ja: '本人の同意等の根拠がありません', en: 'no consent or statutory basis' },
    nextSteps: ['ASK_CONSENT', 'CONVENE_SUPPORT_CONFERENCE'],
  });
});

test('the README shows this example and no other', () => {
  const [source, readme] = ['example.test.ts', '../README.md'].map((path) =>
    readFileSync(new URL(path, import.meta.url), 'utf8'),
  );
  const example = source!.split('// begin\n')[1]!.split('// end\n')[0]!;
  expect(readme).toContain(`\`\`\`ts\n${example}\`\`\`\n`);
});
