import { describe, expect, it } from '@jest/globals';
import { leads, ownSeat } from './leading.js';

const convened = { convenedBy: 'a', secretariat: 's', conveningOffice: { code: 'here' } };
const who = (staffId: string, office = 'here', roles: readonly 'COORDINATOR'[] = []) => ({
  staffId,
  office,
  roles,
});

describe('a conference is led', () => {
  it.each([
    ['who convened it', who('a'), true],
    ['its secretariat', who('s'), true],
    ['a coordinator of the same office', who('c', 'here', ['COORDINATOR']), true],
    ['a coordinator of another office', who('c', 'there', ['COORDINATOR']), false],
    ['who convened it and now sits elsewhere', who('a', 'there'), false],
    ['a colleague', who('b'), false],
  ])('by %s: %j %s', (_, viewer, is) => expect(leads(convened, viewer)).toBe(is));

  it('and a session has no secretariat', () =>
    expect(leads({ convenedBy: 'a', conveningOffice: { code: 'here' } }, who('s'))).toBe(false));
});

it('a seat is held for one office', () => {
  const seats = [{ staff: 'a', office: 'here' }];
  expect(ownSeat(seats, who('a'))).toBe(seats[0]);
  expect(ownSeat(seats, who('a', 'there'))).toBeUndefined();
});
