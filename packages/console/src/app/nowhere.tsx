import { useEffect, type ReactNode } from 'react';
import { useRouteError } from 'react-router';
import { Button, ButtonLink } from '../ui/button.js';
import { Notice } from '../ui/notice.js';
import { Page } from '../ui/page.js';

export const Nowhere = (): ReactNode => (
  <Page title="ページが見つかりません" tab="ページが見つかりません">
    <p>アドレスを確かめるか、はじめの画面に戻ってください。</p>
    <ButtonLink to="/">はじめの画面へ</ButtonLink>
  </Page>
);

/** What somebody sees of a fault of ours: nothing of the data that was on the page. */
export function Broken(): ReactNode {
  const error = useRouteError();
  useEffect(() => {
    // For whoever looks into it, at this machine only.
    reportError(error);
  }, [error]);
  return (
    <main className="alone">
      <Notice kind="error" title="画面を表示できませんでした">
        <p>書きかけの内容は下書きとして残っています。読み込み直してください。</p>
        <Button variant="primary" onPress={() => location.reload()}>
          読み込み直す
        </Button>
      </Notice>
    </main>
  );
}
