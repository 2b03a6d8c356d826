import type { RouteObject } from 'react-router';

export const referralRoutes: RouteObject[] = [
  { path: 'referrals', lazy: () => import('./referrals-page.js') },
  { path: 'referrals/:referralId', lazy: () => import('./referral-page.js') },
  { path: 'cases/:caseId/refer', lazy: () => import('./refer-page.js') },
];
