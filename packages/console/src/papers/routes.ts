import type { RouteObject } from 'react-router';

export const paperRoutes: RouteObject[] = [
  { path: 'papers/:kind/:id', lazy: () => import('./paper-page.js') },
];
