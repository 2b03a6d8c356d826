import type { RouteObject } from 'react-router';

export const emergencyRoutes: RouteObject[] = [
  { path: 'emergency', lazy: () => import('./emergency-page.js') },
];
