import type { RouteObject } from 'react-router';

export const planRoutes: RouteObject[] = [
  { path: 'cases/:caseId/plan', lazy: () => import('./new-plan-page.js') },
  { path: 'plans/:planId', lazy: () => import('./plan-page.js') },
  { path: 'plans/:planId/revise', lazy: () => import('./revise-page.js') },
  { path: 'plans/:planId/monitoring', lazy: () => import('./monitoring-page.js') },
  { path: 'plans/:planId/evaluation', lazy: () => import('./evaluation-page.js') },
  { path: 'plan-items', lazy: () => import('./items-page.js') },
];
