import { roleLabels, type Role } from '@kasane/vocabulary';
import type { ReactNode } from 'react';
import { useSession } from '../session/session.js';
import { ButtonLink } from '../ui/button.js';
import { Notice } from '../ui/notice.js';
import { Page } from '../ui/page.js';

/**
 * A page for some roles. Whoever came here with another is told whose it is, the same whatever stands behind it: nothing
 * is asked. The hub decides again.
 */
export function ForRoles({
  roles,
  title,
  children,
}: {
  readonly roles: readonly Role[];
  readonly title: string;
  readonly children: ReactNode;
}): ReactNode {
  const { viewer } = useSession();
  if (viewer.roles.some((role) => roles.includes(role))) return children;
  return (
    <Page title={title} tab={title}>
      <Notice kind="info" title="この画面は、いまの役割では使いません">
        <p>{roles.map((role) => roleLabels[role].ja).join('・')}が使う画面です。</p>
        <ButtonLink to="/">はじめの画面へ</ButtonLink>
      </Notice>
    </Page>
  );
}
