import type { RouteObject } from 'react-router';

export const protectionRoutes: RouteObject[] = [
  { path: 'protection', lazy: () => import('./protection-page.js') },
];
