import type { ConveneSessionInput, DataCategory, SessionBasis } from '../generated/operations.js';
import { isAbuseResponse } from './bases.js';
import { memberInput, type Somebody } from './people.js';
import { typedInstant } from './times.js';

/** What is typed to convene a session. */
export interface SessionPaper {
  readonly basis: SessionBasis | '';
  readonly whyNoConsent: string;
  readonly categories: readonly DataCategory[];
  readonly opensOn: string;
  readonly opensTime: string;
  readonly closesOn: string;
  readonly closesTime: string;
  readonly members: readonly Somebody[];
  readonly suspicions: readonly { readonly person: string; readonly suspect: string }[];
  /** Households besides the one whose page it is. */
  readonly more: readonly string[];
}

/** As the hub takes it. Suspicions that were typed before another basis was chosen are left out. */
export function sessionInput(household: string, paper: SessionPaper): ConveneSessionInput {
  const opensAt = typedInstant(paper.opensOn, paper.opensTime);
  return {
    basis: paper.basis as SessionBasis,
    households: [household, ...paper.more.filter((each) => each !== household)],
    categories: [...paper.categories],
    whyNoConsent: paper.whyNoConsent,
    ...(opensAt !== undefined && { opensAt }),
    closesAt: typedInstant(paper.closesOn, paper.closesTime) ?? '',
    members: paper.members.map(memberInput),
    suspicions: isAbuseResponse(paper.basis) ? paper.suspicions.map((each) => ({ ...each })) : [],
  };
}
