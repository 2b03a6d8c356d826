import { describe, expect, test } from '@jest/globals';
import {
  Category,
  COLLABORATION,
  ConsentState,
  NextStep,
  nextSteps,
  WithheldReason,
  withheldReasons,
} from '@kasane/vocabulary';
import type { Cell } from './cell.js';
import { explain, type Explanation } from './explain.js';
import { rules } from './rules.js';
import {
  aConsent,
  aMeasure,
  anEmergency,
  aSession,
  aViewer,
  cellOf,
  inConference,
  inEmergency,
  inState,
  MOTHER,
  NOW,
  someFacts,
} from './world.fixtures.js';

const told = (cell: Cell): Explanation => explain(cell, NOW);
const withheld = (reason: WithheldReason): Cell => ({ permitted: false, rule: 'DEFAULT_DENY', reason });

describe('an explanation', () => {
  test('of what is shown tells the rule in its own words, the basis and its citation, and no next step', () => {
    const words = told(cellOf(someFacts({ consents: [aConsent()] })));
    const { ja, en } = rules.find(({ id }) => id === 'CONSENT')!;
    expect(words).toEqual({
      rule: { ja, en },
      why: { ja: '本人の同意(個人情報の保護に関する法律 第69条第2項第1号)', en: 'consent' },
      nextSteps: [],
    });
  });

  test('of a session names its statute; where the person refused, that too', () => {
    const refusal = aConsent({ events: [{ at: NOW, state: ConsentState.REFUSED }] });
    const sessions = [aSession({ justified: [MOTHER] })];
    const facts = someFacts({ viewer: inConference(), sessions });
    expect(told(cellOf(facts)).why).toEqual({
      ja: '支援会議(社会福祉法 第106条の6)',
      en: 'support conference',
    });
    expect(told(cellOf({ ...facts, consents: [refusal] })).why).toEqual({
      ja: '支援会議(社会福祉法 第106条の6)。本人は同意していない',
      en: 'support conference; the person refused',
    });
  });

  test('cites no law that nobody has checked', () => {
    const facts = someFacts({ viewer: inEmergency(), emergencies: [anEmergency()] });
    expect(told(cellOf(facts)).why).toEqual({
      ja: '生命・身体の危険がある緊急時',
      en: 'danger to life or body',
    });
  });

  test('of a basis that was not in force names it by its code', () => {
    const cell = cellOf(someFacts({ consents: [aConsent()] }));
    expect(explain(cell, new Date('2021-03-31T00:00:00+09:00')).why).toEqual({
      ja: 'CONSENT',
      en: 'CONSENT',
    });
  });

  test('of what a protective measure masks is that of what has no basis', () => {
    const masked = cellOf(someFacts({ consents: [aConsent()], measures: [aMeasure()] }), {
      sector: COLLABORATION,
      category: Category.CONTACT,
    });
    expect(masked).toMatchObject({ silent: 'PROTECTED' });
    expect(told(masked)).toEqual(told(withheld(WithheldReason.NO_BASIS)));
  });

  test('of a refusal tells the rule, and that only a 支援会議 could open it: nobody asks again', () => {
    const refused = aConsent({ events: [{ at: NOW, state: ConsentState.REFUSED }] });
    expect(told(cellOf(someFacts({ consents: [refused] })))).toEqual({
      rule: expect.objectContaining({ ja: expect.stringContaining('拒んだ') }),
      why: withheldReasons.REFUSED,
      nextSteps: [NextStep.CONVENE_SUPPORT_CONFERENCE],
    });
  });

  test('of a default denial names no rule', () => {
    expect(told(cellOf(someFacts()))).not.toHaveProperty('rule');
  });

  test('of an ended consent proposes to ask again', () => {
    const ended = aConsent({ events: inState(ConsentState.WITHDRAWN) });
    expect(told(cellOf(someFacts({ consents: [ended] }))).nextSteps).toContain(NextStep.RENEW_CONSENT);
  });

  test('of a missing purpose proposes to state one, and nothing else', () => {
    const facts = someFacts({ viewer: aViewer({ purpose: undefined }), consents: [aConsent()] });
    expect(told(cellOf(facts)).nextSteps).toEqual([NextStep.STATE_PURPOSE]);
  });

  test.each<[WithheldReason, readonly NextStep[]]>([
    ['NO_BASIS', ['ASK_CONSENT', 'CONVENE_SUPPORT_CONFERENCE']],
    ['PURPOSE_MISSING', ['STATE_PURPOSE']],
    ['PURPOSE_NOT_COVERED', ['ASK_CONSENT']],
    ['REFUSED', ['CONVENE_SUPPORT_CONFERENCE']],
    ['CONSENT_ENDED', ['RENEW_CONSENT', 'CONVENE_SUPPORT_CONFERENCE']],
    // Nobody is asked to consent to what consent cannot open.
    ['CLOSED_TIER', ['ASK_OWNER_OFFICE']],
    ['PLEDGE_MISSING', ['ACCEPT_SECRECY']],
    ['CONFERENCE_NOT_ENTERED', ['ENTER_CONFERENCE']],
    ['CONFLICT_OF_INTEREST', ['HAND_OVER']],
    ['OWN_SECTOR_DECIDES', ['ASK_OWNER_OFFICE']],
  ])('of %s proposes %p', (reason, steps) => {
    expect(told(withheld(reason)).nextSteps).toEqual(steps);
  });

  test.each(Object.values(WithheldReason))('of %s says why and offers a step that has a name', (reason) => {
    const words = told(withheld(reason));
    expect(words.why).toEqual(withheldReasons[reason]);
    expect(words.nextSteps.length).toBeGreaterThan(0);
    for (const step of words.nextSteps) expect(nextSteps[step]).toBeDefined();
  });
});
