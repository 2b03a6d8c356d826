import type { RouteObject } from 'react-router';

export const householdRoutes: RouteObject[] = [
  { path: 'households', lazy: () => import('./search-page.js') },
  {
    path: 'households/:householdId',
    lazy: () => import('./household-frame.js'),
    children: [
      { index: true, lazy: () => import('./overview-page.js') },
      { path: 'timeline', lazy: () => import('./timeline-page.js') },
      { path: 'roles', lazy: () => import('./roles-page.js') },
      { path: 'genogram', lazy: () => import('./diagrams/genogram-page.js') },
      { path: 'ecomap', lazy: () => import('./diagrams/ecomap-page.js') },
      { path: 'consents', lazy: () => import('./consent-matrix/consents-page.js') },
    ],
  },
];
