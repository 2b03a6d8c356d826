import type { RouteObject } from 'react-router';

export const intakeRoutes: RouteObject[] = [
  { path: 'intake', lazy: () => import('./intake-page.js') },
  { path: 'intake/received/:caseId', lazy: () => import('./received-page.js') },
  { path: 'cases/:caseId/screening', lazy: () => import('./screening-page.js') },
];
