import { afterAll, beforeAll, test as step } from '@jest/globals';
import { openConsole, type ConsoleUnderTest } from '../console.js';
import { caseSteps } from './case.js';
import { conferenceSteps } from './conference.js';
import { consentSteps } from './consent.js';
import { createDesks } from './desks.js';
import { intakeSteps } from './intake.js';
import { planSteps } from './plan.js';
import { sessionSteps } from './session.js';
import { supportSteps } from './support.js';

/** To begin, and to end. */
const BEGIN_MS = 240_000;
/** For one stage: a dozen pages of as many people. */
const STEP_MS = 420_000;

/**
 * The steps that staff take with a household from the first word to the end, each on its page of the console and at the
 * browser of who takes it. `test` is a stage of the journey: after the first that fails, the others are not tried.
 */
export function journey(coordinator: string) {
  let served: ConsoleUnderTest | undefined;
  const desks = createDesks(() => {
    if (!served) throw new Error('The hub has not begun.');
    return served;
  });
  beforeAll(async () => {
    served = await openConsole();
  }, BEGIN_MS);
  afterAll(async () => {
    try {
      await desks.leave();
    } finally {
      await served?.stop();
    }
  }, BEGIN_MS);

  let isBroken = false;
  const test = (name: string, take: () => Promise<void>): void =>
    step(
      name,
      async () => {
        if (isBroken) throw new Error('An earlier step failed.');
        isBroken = true;
        await take().catch(async (error: unknown) => {
          throw new Error(await desks.lastSeen(), { cause: error });
        });
        isBroken = false;
      },
      STEP_MS,
    );

  return {
    test,
    ...desks,
    ...intakeSteps(desks, coordinator),
    ...caseSteps(desks, coordinator),
    ...consentSteps(desks, coordinator),
    ...sessionSteps(desks, coordinator),
    ...conferenceSteps(desks, coordinator),
    ...planSteps(desks, coordinator),
    ...supportSteps(desks, coordinator),
  };
}
