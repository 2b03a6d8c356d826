import { conferencesAhead, minutesToWrite } from '../conference/open-items.js';
import { consentSource } from '../consent/consent-source.js';
import { emergencySource } from '../emergency/emergency-source.js';
import { screeningSource } from '../intake/screening-source.js';
import { outreachItems } from '../outreach/open-items.js';
import { participationItems } from '../participation/open-items.js';
import { planOpenItems } from '../plan/open-items.js';
import { referralSource } from '../referral/referral-source.js';
import { sessionSource } from '../session/session-source.js';
import { OpenItemKind, type OpenItemSource } from './open-item.js';

/** Where one or several kinds of open items come from: one statement each. */
export interface DeskSource {
  readonly kinds: readonly OpenItemKind[];
  readonly read: OpenItemSource;
}

const { REFERRAL_TO_ANSWER, FIRST_CONTACT, REFERRAL_SENT_BACK, SCREENING } = OpenItemKind;
const { CONFERENCE, CONSENT_EXPIRING, EMERGENCY_REVIEW } = OpenItemKind;
const { MINUTES, MONITORING, OUTREACH, PARTICIPATION, PLAN_ITEM } = OpenItemKind;

/** Every source of the desk. Who adds a kind of thing that waits for somebody adds it here. */
export const sources: readonly DeskSource[] = [
  { kinds: [REFERRAL_TO_ANSWER, FIRST_CONTACT, REFERRAL_SENT_BACK], read: referralSource },
  { kinds: [SCREENING], read: screeningSource },
  { kinds: [CONFERENCE], read: sessionSource },
  { kinds: [CONFERENCE], read: conferencesAhead },
  { kinds: [MINUTES], read: minutesToWrite },
  { kinds: [PLAN_ITEM, MONITORING], read: planOpenItems },
  { kinds: [OUTREACH], read: outreachItems },
  { kinds: [PARTICIPATION], read: participationItems },
  { kinds: [CONSENT_EXPIRING], read: consentSource },
  { kinds: [EMERGENCY_REVIEW], read: emergencySource },
];
