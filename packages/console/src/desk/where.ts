import type { OpenItemKind } from '../generated/operations.js';

interface Waiting {
  readonly kind: OpenItemKind;
  readonly id: string;
  readonly caseId: string | null;
}

/** The page on which something that waits is done. What `id` names differs by kind: a referral, a plan, a matching … */
export function whereDone({ kind, id, caseId }: Waiting): string {
  switch (kind) {
    case 'REFERRAL_TO_ANSWER':
    case 'FIRST_CONTACT':
    case 'REFERRAL_SENT_BACK':
      return `/referrals/${id}`;
    case 'SCREENING':
      return `/cases/${id}/screening`;
    case 'PLAN_ITEM':
      return `/plan-items#${id}`;
    case 'MONITORING':
      return `/plans/${id}/monitoring`;
    case 'CONFERENCE':
      // A conference, or a session in which one may be opened: the ids tell them apart.
      return id.startsWith('conf-') ? `/conferences/${id}` : `/sessions/${id}`;
    case 'MINUTES':
      return `/conferences/${id}`;
    case 'CONSENT_EXPIRING':
      return `/consents/${id}`;
    case 'EMERGENCY_REVIEW':
      return '/privacy';
    case 'OUTREACH':
      return caseId === null ? '/cases' : `/cases/${caseId}/outreach`;
    case 'PARTICIPATION':
      return caseId === null ? '/cases' : `/cases/${caseId}/participation`;
  }
}

/** What is done there, in the words of a link. */
export const whatToDo: Readonly<Record<OpenItemKind, string>> = {
  REFERRAL_TO_ANSWER: 'つなぎに回答する',
  FIRST_CONTACT: '初回接触を記録する',
  REFERRAL_SENT_BACK: '差し戻されたつなぎを見る',
  SCREENING: 'スクリーニングする',
  PLAN_ITEM: 'プランの実施を記録する',
  MONITORING: 'モニタリングを記録する',
  CONFERENCE: '会議を開く',
  MINUTES: '会議録を書く',
  CONSENT_EXPIRING: '同意を更新する',
  EMERGENCY_REVIEW: '緊急時の閲覧を点検する',
  OUTREACH: 'アウトリーチを記録する',
  PARTICIPATION: '参加支援のその後を記録する',
};
