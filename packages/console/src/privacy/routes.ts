import type { RouteObject } from 'react-router';

export const privacyRoutes: RouteObject[] = [
  { path: 'privacy', lazy: () => import('./overview-page.js') },
  { path: 'privacy/persons', lazy: () => import('./persons-page.js') },
  { path: 'privacy/rules', lazy: () => import('./rules-page.js') },
  { path: 'conflicts', lazy: () => import('./conflicts-page.js') },
];
