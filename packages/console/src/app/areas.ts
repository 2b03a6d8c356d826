import type { Role } from '@kasane/vocabulary';
import type { RouteObject } from 'react-router';
import { caseRoutes } from '../case/routes.js';
import { committeeRoutes } from '../committee/routes.js';
import { conferenceRoutes } from '../conference/routes.js';
import { consentRoutes } from '../consent/routes.js';
import { deskRoutes } from '../desk/routes.js';
import { emergencyRoutes } from '../emergency/routes.js';
import { householdRoutes } from '../household/routes.js';
import { intakeRoutes } from '../intake/routes.js';
import { outreachRoutes } from '../outreach/routes.js';
import { participationRoutes } from '../participation/routes.js';
import { paperRoutes } from '../papers/routes.js';
import { planRoutes } from '../plan/routes.js';
import { privacyRoutes } from '../privacy/routes.js';
import { protectionRoutes } from '../protection/routes.js';
import { referralRoutes } from '../referral/routes.js';

/** Every page of the console; each is loaded when somebody first goes there. */
export const pages: RouteObject[] = [
  ...deskRoutes,
  ...householdRoutes,
  ...intakeRoutes,
  ...caseRoutes,
  ...outreachRoutes,
  ...participationRoutes,
  ...referralRoutes,
  ...conferenceRoutes,
  ...planRoutes,
  ...consentRoutes,
  ...emergencyRoutes,
  ...privacyRoutes,
  ...protectionRoutes,
  ...committeeRoutes,
  ...paperRoutes,
];

interface MenuItem {
  readonly to: string;
  readonly label: string;
  readonly roles: readonly Role[];
}

const casework: readonly Role[] = ['COORDINATOR', 'SECTOR_WORKER', 'OFFICE_MANAGER'];

/**
 * The menu, in its order. Roles only tidy it: what somebody may see and do is decided by the hub, whatever page they
 * open.
 */
const menu: readonly MenuItem[] = [
  { to: '/desk', label: '対応待ち', roles: [...casework, 'PRIVACY_OFFICER'] },
  { to: '/households', label: '世帯', roles: casework },
  { to: '/intake', label: '相談を受ける', roles: casework },
  { to: '/cases', label: 'ケース', roles: casework },
  { to: '/referrals', label: 'つなぎ', roles: casework },
  { to: '/conferences', label: '会議', roles: [] },
  { to: '/plan-items', label: 'プランの実施', roles: casework },
  { to: '/consents', label: '同意', roles: casework },
  { to: '/emergency', label: '緊急時の閲覧', roles: casework },
  { to: '/conflicts', label: '利害関係', roles: casework },
  { to: '/privacy', label: '個人情報保護', roles: ['PRIVACY_OFFICER'] },
  { to: '/protection', label: '支援措置', roles: ['PROTECTION_OFFICER'] },
  { to: '/committee', label: '推進会議', roles: ['COMMITTEE', 'COORDINATOR', 'OFFICE_MANAGER'] },
];

/** What is in the menu of somebody with these roles. No role at all is a guest of conferences. */
export const menuFor = (roles: readonly Role[]): readonly MenuItem[] =>
  menu.filter((item) => item.roles.length === 0 || item.roles.some((role) => roles.includes(role)));
