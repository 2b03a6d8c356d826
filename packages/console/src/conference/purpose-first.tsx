import type { ReactNode } from 'react';
import { useLooking } from '../session/purpose.js';
import { Button } from '../ui/button.js';
import { Notice } from '../ui/notice.js';

/** Nothing of a person is shown without a purpose: whoever has none yet is asked in place, for the one that fits here. */
export function PurposeFirst({ children }: { readonly children: ReactNode }): ReactNode {
  const { purpose, look } = useLooking();
  if (purpose !== undefined) return children;
  return (
    <Notice kind="info" title="利用目的を選んでください">
      <p>会議の情報は、利用目的を選ぶと表示されます。選んだ利用目的は、見た記録に残ります。</p>
      <Button variant="primary" onPress={() => look({ purpose: 'CONFERENCE' })}>
        「会議」のために見る
      </Button>
    </Notice>
  );
}
