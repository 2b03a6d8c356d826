import { useState, type ReactNode } from 'react';
import { useParams } from 'react-router';
import { ConferenceCases, ConferencePage } from '../generated/operations.js';
import { Answered, useAsked } from '../hub/asked.js';
import { Button } from '../ui/button.js';
import { Notice } from '../ui/notice.js';
import { Page } from '../ui/page.js';
import { word } from '../words/words.js';
import { MultilayerForm } from './multilayer-form.js';
import { PurposeFirst } from './purpose-first.js';

/** 支援会議から重層的支援会議へ移る: which case goes on, and who of it consented. */
export function Component(): ReactNode {
  const { conferenceId = '' } = useParams();
  return (
    <Page
      title="支援会議から重層的支援会議へ移る"
      tab="重層的支援会議へ移る"
      above={[
        { to: '/conferences', label: '会議' },
        { to: `/conferences/${conferenceId}`, label: '支援会議' },
      ]}
    >
      <PurposeFirst>
        <Notice kind="info" title="移ると、支援会議の場は終わります">
          <p>
            議題と名簿は引き継がれます。以後は法令ではなく、同意によって情報を使います。同意していない人について書いた議題の文章は引き継がれません。
          </p>
        </Notice>
        <Move key={conferenceId} conference={conferenceId} />
      </PurposeFirst>
    </Page>
  );
}

function Move({ conference }: { readonly conference: string }): ReactNode {
  const asked = useAsked(ConferencePage, { id: conference });
  const [caseId, setCase] = useState<string>();
  if (caseId !== undefined)
    return (
      <>
        <Button variant="quiet" onPress={() => setCase(undefined)}>
          ほかのケースを選ぶ
        </Button>
        <MultilayerForm caseId={caseId} from={conference} />
      </>
    );
  return (
    <Answered asked={asked}>
      {({ conference: found }) => (
        <>
          <h2>どのケースの会議として続けますか</h2>
          {(found?.householdIds ?? []).map((household) => (
            <Cases key={household} household={household} choose={setCase} />
          ))}
        </>
      )}
    </Answered>
  );
}

function Cases({
  household,
  choose,
}: {
  readonly household: string;
  readonly choose: (id: string) => void;
}): ReactNode {
  const asked = useAsked(ConferenceCases, { household });
  return (
    <Answered asked={asked}>
      {({ household: found }) => (
        <ul className="plain-list stack">
          {(found?.cases ?? []).map(
            ({ id, number, status }) =>
              id !== null && (
                <li key={id}>
                  <Button onPress={() => choose(id)}>
                    {number ?? id} {status && word('CaseStatus', status)}
                  </Button>
                </li>
              ),
          )}
        </ul>
      )}
    </Answered>
  );
}
