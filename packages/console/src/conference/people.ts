import type { Capacity, ParticipantInput, SessionMemberInput } from '../generated/operations.js';
import { filled } from '../form/plain.js';

/** Somebody as they are typed into a roster. */
export interface Somebody {
  readonly staff: string;
  readonly office: string;
  readonly affiliation: string;
  readonly name: string;
  readonly capacity: Capacity | '';
}
export const nobody: Somebody = { staff: '', office: '', affiliation: '', name: '', capacity: '' };

/** By what two lines are the same seat. */
export const seatOf = ({ staff, office, name }: Somebody): string => `${staff || name} ${office}`;

/** Each once; somebody known by name only is left out when they are known with their account. */
export function distinctPeople(people: readonly Somebody[]): readonly Somebody[] {
  const withAccount = people.filter(({ staff }) => staff !== '');
  const byName = people.filter(
    ({ staff, name, office }) =>
      staff === '' && !withAccount.some((each) => each.name === name && each.office === office),
  );
  return [...new Map([...withAccount, ...byName].map((each) => [seatOf(each), each])).values()];
}

/** A line of the roster of a session, as the hub takes it. The form has seen to it that a capacity was chosen. */
export const memberInput = ({ staff, office, name, capacity }: Somebody): SessionMemberInput => ({
  staff: staff.trim(),
  office,
  name: name.trim(),
  capacity: capacity as Capacity,
});

/** Somebody who is invited to a conference: without an account they take part on paper. */
export function participantInput({ staff, office, affiliation, name, capacity }: Somebody): ParticipantInput {
  const account = filled(staff);
  return {
    ...(account !== undefined && { staff: account, office: filled(office) }),
    affiliation: affiliation.trim(),
    name: name.trim(),
    capacity: capacity as Capacity,
  };
}
