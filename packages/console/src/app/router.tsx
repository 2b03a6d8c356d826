import type { ReactNode } from 'react';
import { createBrowserRouter, Navigate } from 'react-router';
import { Hub } from '../hub/hub.js';
import { HiddenWhenIdle } from '../session/idle.js';
import { LookingFor } from '../session/purpose.js';
import { SignedIn, useSession } from '../session/session.js';
import { Said } from '../ui/said.js';
import { Waiting } from '../ui/waiting.js';
import { menuFor, pages } from './areas.js';
import { Broken, Nowhere } from './nowhere.js';
import { Shell } from './shell.js';
import { SignedOut, SigningIn } from './signing-in.js';

/** The first page of the person's own role; conferences, which are in every menu, where there is none. */
function Start(): ReactNode {
  const { viewer } = useSession();
  const own = menuFor(viewer.roles).find(({ roles }) => roles.length > 0);
  return <Navigate to={own?.to ?? '/conferences'} replace />;
}

const Console = (): ReactNode => (
  <SignedIn>
    <LookingFor>
      <Hub>
        <Said>
          <HiddenWhenIdle>
            <Shell />
          </HiddenWhenIdle>
        </Said>
      </Hub>
    </LookingFor>
  </SignedIn>
);

export const router = createBrowserRouter([
  { path: '/sign-in/callback', Component: SigningIn },
  { path: '/signed-out', Component: SignedOut },
  {
    path: '/',
    Component: Console,
    ErrorBoundary: Broken,
    HydrateFallback: () => <Waiting label="読み込んでいます" />,
    children: [{ index: true, Component: Start }, ...pages, { path: '*', Component: Nowhere }],
  },
]);
