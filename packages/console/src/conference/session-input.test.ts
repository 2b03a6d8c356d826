import { describe, expect, it } from '@jest/globals';
import { sessionInput, type SessionPaper } from './session-input.js';

const paper: SessionPaper = {
  basis: 'SWA_106_6',
  whyNoConsent: '祖母の同意がまだ得られていないため。',
  categories: ['CARE_CERT'],
  opensOn: '',
  opensTime: '',
  closesOn: '令和8年11月25日',
  closesTime: '午後5時15分',
  members: [],
  suspicions: [{ person: 'p-1', suspect: 'p-2' }],
  more: ['h-1', 'h-2'],
};

describe('a session', () => {
  it('opens at once when nothing is said, and ends in Japan’s time', () => {
    const input = sessionInput('h-1', paper);
    expect(input).not.toHaveProperty('opensAt');
    expect(input.closesAt).toBe('2026-11-25T08:15:00.000Z');
  });

  it('is about each household once', () =>
    expect(sessionInput('h-1', paper).households).toEqual(['h-1', 'h-2']));

  it('suspects nobody unless it responds to abuse', () => {
    expect(sessionInput('h-1', paper).suspicions).toEqual([]);
    expect(sessionInput('h-1', { ...paper, basis: 'EAPA_7' }).suspicions).toEqual(paper.suspicions);
  });
});
