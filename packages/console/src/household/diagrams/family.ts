import type { Relation } from '@kasane/vocabulary';
import { age } from '../../words/words.js';
import type { HouseholdInFrame } from '../household-frame.js';

type Identity = NonNullable<
  NonNullable<NonNullable<HouseholdInFrame['members']>[number]['person']>['identity']
>;

/** Somebody of the household, as the drawing and its table tell of them. */
export interface Member {
  readonly id: string;
  readonly relation: Relation | null;
  readonly identity: Identity | null;
  readonly sex: 'MALE' | 'FEMALE' | 'UNKNOWN' | null;
  readonly birthDate: string | null;
  readonly deceasedOn: string | null;
  readonly from: string | null;
}

/** The members whom the viewer may know of, in the order in which the household lists them. */
export const membersOf = ({ members }: Pick<HouseholdInFrame, 'members'>): readonly Member[] =>
  (members ?? []).flatMap(({ person, relation, from }) => {
    if (!person) return [];
    const { id, identity } = person;
    return [
      {
        id,
        relation,
        identity,
        sex: sexOf(identity?.sex),
        birthDate: identity?.birthDate ?? null,
        deceasedOn: identity?.deceasedOn ?? null,
        from,
      },
    ];
  });

const sexOf = (sex: string | null | undefined): Member['sex'] =>
  sex === 'MALE' || sex === 'FEMALE' || sex === 'UNKNOWN' ? sex : null;

/** 満年齢 today; of somebody who died, on that day. */
export const ageOf = (
  { birthDate, deceasedOn }: Pick<Member, 'birthDate' | 'deceasedOn'>,
  today: string,
): number | undefined => (birthDate === null ? undefined : age(birthDate, deceasedOn ?? today));
