import type { ParticipationFactsFragment } from '../generated/operations.js';
import type { Fact } from '../ui/facts.js';
import { day, word } from '../words/words.js';

type Match = NonNullable<ParticipationFactsFragment['matches']>[number];

/** What stands of a match now, in the participation that was changed meanwhile. */
export const newestOf = (newest: ParticipationFactsFragment, id: string): Match | undefined =>
  newest.matches?.find((match) => match.id === id);

export const matchFacts = (match: Match | undefined): readonly Fact[] => [
  ['状態', match?.state && word('ParticipationMatchState', match.state)],
  ['次のフォローアップ', match?.followUpOn && day(match.followUpOn)],
  ['最後のフォローアップ', match?.followUps?.[0]?.words],
];
