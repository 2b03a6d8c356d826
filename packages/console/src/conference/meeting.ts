import type { AgendaKind, MeetingInput } from '../generated/operations.js';
import { filled } from '../form/plain.js';
import { participantInput, type Somebody } from './people.js';
import { typedInstant } from './times.js';

/** What is typed of an item of an agenda. */
export interface TypedItem {
  readonly household: string;
  readonly kind: AgendaKind | '';
  readonly topic: string;
  readonly planId: string;
}

/** What is typed to hold a meeting. */
export interface MeetingPaper {
  readonly heldOn: string;
  readonly heldTime: string;
  readonly place: string;
  readonly secretariat: string;
  readonly agenda: readonly TypedItem[];
  readonly participants: readonly Somebody[];
}

export const newItem = (households: readonly string[], kind: AgendaKind | ''): TypedItem => ({
  household: households[0] ?? '',
  kind,
  topic: '',
  planId: '',
});

/** As the hub takes it. A plan is named only where it is looked at. */
export function meetingInput(paper: MeetingPaper): MeetingInput {
  const secretariat = filled(paper.secretariat);
  return {
    heldAt: typedInstant(paper.heldOn, paper.heldTime) ?? '',
    place: paper.place,
    ...(secretariat !== undefined && { secretariat }),
    agenda: paper.agenda.map(({ household, kind, topic, planId }) => ({
      household,
      ...(kind !== '' && { kind }),
      topic,
      ...(usesPlan(kind) && filled(planId) !== undefined && { planId: filled(planId) }),
    })),
    participants: paper.participants.map(participantInput),
  };
}

/** Which items look at a plan. */
export const usesPlan = (kind: string): boolean => kind === 'APPROPRIATENESS' || kind === 'FINAL_EVALUATION';
