import type { RouteObject } from 'react-router';

export const deskRoutes: RouteObject[] = [{ path: 'desk', lazy: () => import('./desk-page.js') }];
