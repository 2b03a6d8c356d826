import { useState, type ReactNode } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import { forgetDraft, listDrafts, type FoundDraft } from '../form/drafts.js';
import { useSession } from '../session/session.js';
import { Button, ButtonLink } from '../ui/button.js';
import { Page } from '../ui/page.js';
import { Table } from '../ui/table.js';
import { moment } from '../words/words.js';
import { ConsultationForm } from './consultation-form.js';

const DRAFTS = 'intake:';
const DRAFT_NAME = /^[a-z\d]{1,32}$/;
const newDraft = (): string => crypto.getRandomValues(new Uint32Array(3)).join('').slice(0, 32);

/**
 * 相談を受ける. Each consultation has an address of its own while it is written, so that two windows, two tabs or two
 * callers at once do not write over each other.
 */
export function Component(): ReactNode {
  const [search] = useSearchParams();
  const draft = search.get('draft') ?? '';
  return (
    <Page title="相談を受ける" tab="相談を受ける">
      {DRAFT_NAME.test(draft) ? <ConsultationForm key={draft} draft={DRAFTS + draft} /> : <Begin />}
    </Page>
  );
}

function Begin(): ReactNode {
  const { viewer } = useSession();
  const [fresh] = useState(newDraft);
  const [drafts, setDrafts] = useState(() => listDrafts(viewer.staffId, DRAFTS));
  const [isAnyLeft] = useState(drafts.length > 0);
  if (!isAnyLeft) return <Navigate to={`/intake?draft=${fresh}`} replace />;
  const throwAway = ({ form }: FoundDraft): void => {
    forgetDraft(viewer.staffId, form);
    setDrafts(listDrafts(viewer.staffId, DRAFTS));
  };
  return (
    <>
      <p>書きかけの相談があります。続きを書くか、新しい相談を受け付けてください。</p>
      <Table
        caption="書きかけの相談(新しい順)"
        rows={drafts}
        keyOf={({ form }) => form}
        empty="書きかけの相談はなくなりました。"
        columns={[
          { name: '最後に書いた日時', cell: ({ at }) => moment(at.toISOString()) },
          { name: '本人', cell: ({ values }) => nameIn(values) },
          {
            name: 'すること',
            cell: (draft) => (
              <span className="row">
                <ButtonLink to={`/intake?draft=${draft.form.slice(DRAFTS.length)}`}>続きを書く</ButtonLink>
                <Button variant="danger" onPress={() => throwAway(draft)}>
                  捨てる
                </Button>
              </span>
            ),
          },
        ]}
      />
      <ButtonLink variant="primary" to={`/intake?draft=${fresh}`}>
        新しい相談を受け付ける
      </ButtonLink>
    </>
  );
}

function nameIn(values: unknown): ReactNode {
  const { newPerson } = (values ?? {}) as { readonly newPerson?: { readonly name?: unknown } };
  const name = newPerson?.name;
  return typeof name === 'string' && name.trim() !== '' ? <bdi>{name}</bdi> : '(氏名はまだ)';
}
