import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { comeBack, goToSignIn } from '../session/sign-in.js';
import { Button } from '../ui/button.js';
import { Notice } from '../ui/notice.js';
import { Waiting } from '../ui/waiting.js';

/** Where the city's sign-in page comes back to. */
export function SigningIn(): ReactNode {
  const navigate = useNavigate();
  const [failed, setFailed] = useState(false);
  const began = useRef(false);
  useEffect(() => {
    // The code in the address is good once, also where React runs effects twice.
    if (began.current) return;
    began.current = true;
    comeBack().then(
      (to) => navigate(to, { replace: true }),
      () => setFailed(true),
    );
  }, [navigate]);
  if (!failed) return <Waiting label="サインインしています" />;
  return (
    <main className="alone">
      <Notice kind="error" title="サインインできませんでした">
        <p>もう一度お試しください。続くときは、情報システムの担当に連絡してください。</p>
        <Button variant="primary" onPress={() => void goToSignIn('/')}>
          もう一度サインインする
        </Button>
      </Notice>
    </main>
  );
}

export const SignedOut = (): ReactNode => (
  <main className="alone">
    <h1>サインアウトしました</h1>
    <p>この画面を閉じてかまいません。</p>
    <Button variant="primary" onPress={() => void goToSignIn('/')}>
      サインインする
    </Button>
  </main>
);
