import type { RouteObject } from 'react-router';

export const outreachRoutes: RouteObject[] = [
  { path: 'cases/:caseId/outreach', lazy: () => import('./outreach-page.js') },
];
