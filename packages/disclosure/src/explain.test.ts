import { describe, expect, test } from '@jest/globals';
import { ConsentState, NextStep, nextSteps, WithheldReason, withheldReasons } from '@kasane/vocabulary';
import type { Cell } from './cell.js';
import { explain } from './explain.js';
import { rules } from './rules.js';
import { aConsent, aViewer, cellOf, inState, NOW, someFacts } from './world.fixtures.js';

const withheld = (reason: WithheldReason): Cell => ({ permitted: false, rule: 'DEFAULT_DENY', reason });

describe('an explanation', () => {
  test('of what is shown tells the rule in its own words, the basis and its citation, and no next step', () => {
    const told = explain(cellOf(someFacts({ consents: [aConsent()] })));
    const { ja, en } = rules.find(({ id }) => id === 'CONSENT')!;
    expect(told).toEqual({
      rule: { ja, en },
      why: { ja: '本人の同意(個人情報の保護に関する法律 第69条第2項第1号)', en: 'consent' },
      nextSteps: [],
    });
  });

  test('of a refusal tells the rule, and that only a 支援会議 could open it: nobody asks again', () => {
    const refused = aConsent({ events: [{ at: NOW, state: ConsentState.REFUSED }] });
    expect(explain(cellOf(someFacts({ consents: [refused] })))).toEqual({
      rule: expect.objectContaining({ ja: expect.stringContaining('拒んだ') }),
      why: withheldReasons.REFUSED,
      nextSteps: [NextStep.CONVENE_SUPPORT_CONFERENCE],
    });
  });

  test('of a default denial names no rule', () => {
    expect(explain(cellOf(someFacts()))).not.toHaveProperty('rule');
  });

  test('of an ended consent proposes to ask again', () => {
    const ended = aConsent({ events: inState(ConsentState.WITHDRAWN) });
    expect(explain(cellOf(someFacts({ consents: [ended] }))).nextSteps).toContain(NextStep.RENEW_CONSENT);
  });

  test('of a missing purpose proposes to state one, and nothing else', () => {
    const facts = someFacts({ viewer: aViewer({ purpose: undefined }), consents: [aConsent()] });
    expect(explain(cellOf(facts)).nextSteps).toEqual([NextStep.STATE_PURPOSE]);
  });

  test('never proposes to ask consent for the closed tier', () => {
    expect(explain(withheld(WithheldReason.CLOSED_TIER)).nextSteps).toEqual([NextStep.ASK_OWNER_OFFICE]);
  });

  test.each(Object.values(WithheldReason))('of %s says why and offers a step that has a name', (reason) => {
    const told = explain(withheld(reason));
    expect(told.why).toEqual(withheldReasons[reason]);
    expect(told.nextSteps.length).toBeGreaterThan(0);
    for (const step of told.nextSteps) expect(nextSteps[step]).toBeDefined();
  });
});
