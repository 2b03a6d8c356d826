import type { RouteObject } from 'react-router';

export const consentRoutes: RouteObject[] = [
  { path: 'consents', lazy: () => import('./consents-page.js') },
  { path: 'consents/:consentId', lazy: () => import('./consent-page.js') },
  { path: 'persons/:personId/consent', lazy: () => import('./record-page.js') },
];
