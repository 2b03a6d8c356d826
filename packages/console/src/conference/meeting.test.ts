import { expect, it } from '@jest/globals';
import { meetingInput, newItem, type MeetingPaper } from './meeting.js';

const paper: MeetingPaper = {
  heldOn: 'R8.11.25',
  heldTime: '午後1時半',
  place: '201会議室',
  secretariat: '',
  agenda: [
    { ...newItem(['h-1'], 'APPROPRIATENESS'), topic: 'プランについて', planId: 'pl-1' },
    { ...newItem(['h-1'], 'ROLES'), topic: '役割', planId: 'pl-1' },
  ],
  participants: [],
};

it('a meeting begins in Japan’s time, and names a plan only where it is looked at', () => {
  expect(meetingInput(paper)).toEqual({
    heldAt: '2026-11-25T04:30:00.000Z',
    place: '201会議室',
    agenda: [
      { household: 'h-1', kind: 'APPROPRIATENESS', topic: 'プランについて', planId: 'pl-1' },
      { household: 'h-1', kind: 'ROLES', topic: '役割' },
    ],
    participants: [],
  });
});
