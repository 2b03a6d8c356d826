import type { RouteObject } from 'react-router';

export const committeeRoutes: RouteObject[] = [
  { path: 'committee', lazy: () => import('./committee-page.js') },
];
