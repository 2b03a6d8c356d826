import type { RouteObject } from 'react-router';

export const participationRoutes: RouteObject[] = [
  { path: 'cases/:caseId/participation', lazy: () => import('./participation-page.js') },
  { path: 'participation-hosts', lazy: () => import('./hosts-page.js') },
];
