import type { EntityManager } from 'typeorm';
import { appropriatenessOf } from '../conference/appropriateness.js';
import { AgendaOutcome } from '../conference/conference-kind.js';
import type { PlanInHand } from './plan-in-hand.js';

/** How the hub numbers its own conferences; whatever looks otherwise is the name of one whose minutes are on paper. */
const OF_THE_HUB = 'conf-';

/** Whether what stands as the conference of a decision is no conference of the hub, which nothing here can look up. */
export const isOnPaper = (conference: string): boolean => !conference.trim().startsWith(OF_THE_HUB);

const found: readonly AgendaOutcome[] = [AgendaOutcome.AGREED, AgendaOutcome.AGREED_WITH_CHANGES];

/**
 * Why a plan cannot be decided by this conference. One of the hub must be of the same case, have said the last word
 * about this plan, and have found it appropriate. The same words for one that is not there and for that of another
 * case: else they would tell that it is held.
 */
export async function conferenceProblems(
  manager: EntityManager,
  { row, sheet }: Pick<PlanInHand, 'row' | 'sheet'>,
  conference: string,
): Promise<readonly string[]> {
  if (isOnPaper(conference)) return [];
  const said = await appropriatenessOf(manager, row);
  if (!said || said.conferenceId !== conference.trim() || !found.includes(said.outcome))
    return [
      'この会議には、このプランを適切とした検討結果がありません。会議の番号と、記録した結果を確認してください。',
    ];
  // What was agreed to is what the conference had before it; changes that it asked for may follow.
  return said.outcome === AgendaOutcome.AGREED && sheet.at > said.at
    ? ['会議の後にプランが書き直されています。もう一度会議で適切性を検討してください。']
    : [];
}
