import type { ParticipationMatchState } from '../generated/operations.js';

/** Which state may follow which: a trial is no duty, so a match can settle or end without one. */
export const matchFollowers: Readonly<Record<ParticipationMatchState, readonly ParticipationMatchState[]>> = {
  PROPOSED: ['TRIAL', 'SETTLED', 'DECLINED'],
  TRIAL: ['SETTLED', 'DECLINED', 'ENDED'],
  SETTLED: ['ENDED'],
  DECLINED: [],
  ENDED: [],
};

/** Whether what was proposed goes on: then somebody asks again how it goes. */
export const goesOn = (state: ParticipationMatchState | ''): boolean =>
  state === 'TRIAL' || state === 'SETTLED';
