import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { Button } from '../ui/button.js';
import { Notice } from '../ui/notice.js';
import { Waiting } from '../ui/waiting.js';
import { consoleConfig } from './console-config.js';
import { currentUser, goToSignIn, leaveTab, signOut } from './sign-in.js';
import { onEndedElsewhere, untouchedFor } from './tab.js';
import { readViewer, type Viewer } from './viewer.js';

export interface Session {
  readonly viewer: Viewer;
  readonly token: string;
  readonly idleMinutes: number;
  /** The hub no longer takes the token: the screen asks to sign in again, what was typed is kept as a draft. */
  end(): void;
  signOut(): void;
}

const SessionContext = createContext<Session | undefined>(undefined);

/** @throws {Error} outside of a signed-in page */
export function useSession(): Session {
  const session = use(SessionContext);
  if (!session) throw new Error('Nobody is signed in here.');
  return session;
}

type State =
  | { readonly is: 'looking' }
  | { readonly is: 'away' }
  | { readonly is: 'leaving' }
  | {
      readonly is: 'in';
      readonly viewer: Viewer;
      readonly token: string;
      readonly idleMinutes: number;
      readonly expiresAt: number | undefined;
    };

/** Everything within is shown to somebody who signed in. Whoever has not is sent to the city's sign-in page. */
export function SignedIn({ children }: { readonly children: ReactNode }): ReactNode {
  const [state, setState] = useState<State>({ is: 'looking' });
  const [isOver, setOver] = useState(false);
  const { pathname, search } = useLocation();
  const here = pathname + search;

  useEffect(() => {
    let left = false;
    const look = async (): Promise<void> => {
      const [user, { idleMinutes }] = await Promise.all([currentUser(), consoleConfig()]);
      if (!user) return goToSignIn(here);
      // A tab that was opened again long after somebody closed it.
      if (untouchedFor() > 2 * idleMinutes * 60_000) return signOut();
      const viewer = await readViewer(user.access_token);
      if (!left)
        setState({ is: 'in', viewer, token: user.access_token, idleMinutes, expiresAt: user.expires_at });
    };
    look().catch((error: unknown) => {
      if (left) return;
      if (error instanceof Error && error.message === 'UNAUTHENTICATED') void goToSignIn(here);
      else setState({ is: 'away' });
    });
    return () => {
      left = true;
    };
    // Once: a change of page is no new session.
  }, []);

  useEffect(() => {
    const stop = onEndedElsewhere(() => {
      setState({ is: 'leaving' });
      void leaveTab();
    });
    // The browser may keep a page that was left and show it again as it was.
    const cameBack = ({ persisted }: PageTransitionEvent): void => {
      if (persisted) location.reload();
    };
    addEventListener('pageshow', cameBack);
    return () => {
      stop();
      removeEventListener('pageshow', cameBack);
    };
  }, []);

  const expiresAt = state.is === 'in' ? state.expiresAt : undefined;
  useEffect(() => {
    if (expiresAt === undefined) return;
    const timer = setTimeout(() => setOver(true), Math.min(expiresAt * 1000 - Date.now(), 2 ** 31 - 1));
    return () => clearTimeout(timer);
  }, [expiresAt]);

  const session = useMemo<Session | undefined>(
    () =>
      state.is === 'in'
        ? {
            viewer: state.viewer,
            token: state.token,
            idleMinutes: state.idleMinutes,
            end: () => setOver(true),
            signOut() {
              // Off the screen before anything is waited for.
              setState({ is: 'leaving' });
              void signOut();
            },
          }
        : undefined,
    [state],
  );
  if (state.is === 'away')
    return (
      <main className="alone">
        <Notice kind="error" title="重ねにつながりません">
          <p>ネットワークを確かめて、しばらくしてから、もう一度お試しください。</p>
          <Button onPress={() => location.reload()}>もう一度つなぐ</Button>
        </Notice>
      </main>
    );
  if (state.is === 'leaving') return <Waiting label="サインアウトしています" />;
  if (!session) return <Waiting label="サインインを確かめています" />;
  if (isOver)
    return (
      <main className="alone">
        <Notice kind="warning" title="セッションが終わりました">
          <p>
            書きかけの内容は、この端末に下書きとして残っています。もう一度サインインすると続きから書けます。
          </p>
          <Button variant="primary" onPress={() => void goToSignIn(here)} autoFocus>
            もう一度サインインする
          </Button>
        </Notice>
      </main>
    );
  return <SessionContext value={session}>{children}</SessionContext>;
}
