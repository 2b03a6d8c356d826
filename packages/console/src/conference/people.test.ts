import { describe, expect, it } from '@jest/globals';
import { distinctPeople, nobody, participantInput } from './people.js';

const somebody = {
  ...nobody,
  name: '桂 聡',
  office: 'hospital',
  affiliation: '市民病院',
  capacity: 'GUEST' as const,
};

describe('a roster', () => {
  it('offers somebody once, with the account where one is known', () => {
    const withAccount = { ...somebody, staff: 'katsura' };
    expect(distinctPeople([somebody, withAccount, withAccount])).toEqual([withAccount]);
    expect(distinctPeople([{ ...somebody, office: 'elsewhere' }, withAccount])).toHaveLength(2);
  });

  it('takes who has no account on paper, without an office', () =>
    expect(participantInput({ ...somebody, staff: ' ' })).toEqual({
      affiliation: '市民病院',
      name: '桂 聡',
      capacity: 'GUEST',
    }));
});
