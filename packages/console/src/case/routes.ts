import type { RouteObject } from 'react-router';

export const caseRoutes: RouteObject[] = [
  { path: 'cases', lazy: () => import('./cases-page.js') },
  { path: 'cases/:caseId', lazy: () => import('./case-page.js') },
  { path: 'cases/:caseId/note', lazy: () => import('./note-page.js') },
  { path: 'cases/:caseId/issue', lazy: () => import('./issue-page.js') },
  { path: 'cases/:caseId/roster', lazy: () => import('./roster-page.js') },
  { path: 'cases/:caseId/suspend', lazy: () => import('./suspend-page.js') },
  { path: 'cases/:caseId/resume', lazy: () => import('./resume-page.js') },
  { path: 'cases/:caseId/death', lazy: () => import('./death-page.js') },
  { path: 'cases/:caseId/move-out', lazy: () => import('./move-out-page.js') },
  { path: 'cases/:caseId/close', lazy: () => import('./close-page.js') },
  { path: 'cases/:caseId/reopen', lazy: () => import('./reopen-page.js') },
  { path: 'cases/:caseId/told', lazy: () => import('./told-page.js') },
  { path: 'office-moves', lazy: () => import('./office-moves-page.js') },
];
