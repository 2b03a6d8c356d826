import type { RouteObject } from 'react-router';

export const conferenceRoutes: RouteObject[] = [
  { path: 'conferences', lazy: () => import('./conferences-page.js') },
  { path: 'conferences/:conferenceId', lazy: () => import('./conference-page.js') },
  { path: 'conferences/:conferenceId/minutes', lazy: () => import('./minutes-page.js') },
  { path: 'conferences/:conferenceId/move', lazy: () => import('./move-page.js') },
  { path: 'cases/:caseId/conference', lazy: () => import('./multilayer-page.js') },
  { path: 'households/:householdId/session', lazy: () => import('./convene-session-page.js') },
  { path: 'sessions/:sessionId', lazy: () => import('./session-page.js') },
  { path: 'sessions/:sessionId/conference', lazy: () => import('./support-conference-page.js') },
];
