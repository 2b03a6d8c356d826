import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { Form } from '../form/form.js';
import { TextInput } from '../form/inputs.js';
import { Picker } from '../form/picker.js';
import {
  CaseBrief,
  CaseClose,
  type CaseBriefQuery,
  type CaseCloseMutation,
} from '../generated/operations.js';
import { useAsked } from '../hub/asked.js';
import { NotDone, useChange } from '../hub/change.js';
import { officeGroups, useOffices } from '../office/offices.js';
import { ButtonLink } from '../ui/button.js';
import { Facts } from '../ui/facts.js';
import { Mark } from '../ui/mark.js';
import { Notice } from '../ui/notice.js';
import { Page } from '../ui/page.js';
import { Table } from '../ui/table.js';
import { useQuestion } from '../ui/question.js';
import { useSay } from '../ui/said.js';
import { day, daysUntil, todayInJapan, word } from '../words/words.js';
import { CaseFrame, useCaseId } from './case-frame.js';
import { obstacleLink } from './obstacle-link.js';

type Found = NonNullable<CaseBriefQuery['supportCase']>;
type Obstacle = Extract<
  CaseCloseMutation['closeCase'],
  { readonly __typename: 'CaseHasOpenItems' }
>['items'][number];

interface CloseValues {
  lead: string;
  reason: string;
}

interface Closed {
  readonly number: string | null;
  readonly leadName: string | undefined;
  readonly reason: string;
}

/** 終結: with who is responsible from then on; refused while anybody still holds something of the case. */
export function Component(): ReactNode {
  const asked = useAsked(CaseBrief, { id: useCaseId() });
  const [closed, setClosed] = useState<Closed>();
  // From then on the hub answers nothing of it: what is shown is what was sent.
  if (closed) return <HowItWasClosed closed={closed} />;
  return (
    <CaseFrame title="ケースを終結する" asked={asked}>
      {(found) => <CloseForm found={found} asked={asked} onClosed={setClosed} />}
    </CaseFrame>
  );
}

function CloseForm({
  found,
  asked,
  onClosed,
}: {
  readonly found: Found;
  readonly asked: { again(): void };
  readonly onClosed: (closed: Closed) => void;
}): ReactNode {
  const caseId = useCaseId();
  const close = useChange(CaseClose);
  const [ask, question] = useQuestion();
  const { own, name } = useOffices();
  const { say } = useSay();
  const [obstacles, setObstacles] = useState<readonly Obstacle[]>([]);
  return (
    <>
      <p>終結すると、プランと支援体制の席が終わり、このケースは誰にも開かなくなります。記録は残ります。</p>
      {obstacles.length > 0 && <Obstacles items={obstacles} />}
      <Form<CloseValues>
        draft={`close:${caseId}`}
        start={{ lead: '', reason: '' }}
        action="終結する"
        ask={() =>
          ask({
            title: 'ケースを終結しますか',
            action: '終結する',
            words: (
              <p>
                このあとは、主担当に決めた機関が自分の仕事として関わります。主担当になっても、重ねの記録が見えるようにはなりません。
              </p>
            ),
          })
        }
        onSend={async ({ lead, reason }) => {
          setObstacles([]);
          try {
            const answer = await close({
              case: caseId,
              version: found.version ?? 0,
              lead,
              reason: reason.trim(),
            });
            if (answer.__typename === 'CaseHasOpenItems') {
              setObstacles(answer.items);
              throw new NotDone(['まだ終わっていないものがあります。上の一覧を先に終えてください。']);
            }
            say('ケースを終結しました');
            onClosed({ number: answer.case.number, leadName: name(lead), reason });
          } catch (error) {
            // Where somebody else moved the case, the page shows where it stands before it is tried again.
            asked.again();
            throw error;
          }
        }}
      >
        {question}
        <Picker
          name="lead"
          label="終結後の主担当"
          hint="終結したあとに、何かあれば受け止める機関。名前の一部を入力するか、一覧から選んでください。"
          isRequired
          groups={officeGroups(own.filter(({ status }) => status === 'OPEN'))}
        />
        <TextInput name="reason" label="終結の理由" hint="10文字以上" isRequired lines={4} />
      </Form>
    </>
  );
}

/** What must end first, with where that is done. */
function Obstacles({ items }: { readonly items: readonly Obstacle[] }): ReactNode {
  const today = todayInJapan();
  return (
    <Notice kind="warning" title={`終わっていないものが${items.length}件あるため、終結できません`}>
      <Table<Obstacle>
        caption="終わっていないもの"
        rows={items}
        keyOf={({ what, id }) => `${what} ${id}`}
        columns={[
          { name: '内容', cell: (item) => <Link to={obstacleLink(item)}>{item.what}</Link> },
          { name: '持っている機関', cell: ({ office }) => office.name ?? office.code },
          {
            name: '期日',
            cell: ({ due }) =>
              due && (
                <>
                  {day(due)} <Mark kind={due < today ? 'late' : 'soon'}>{daysUntil(due)}</Mark>
                </>
              ),
          },
        ]}
      />
    </Notice>
  );
}

function HowItWasClosed({ closed }: { readonly closed: Closed }): ReactNode {
  const caseId = useCaseId();
  return (
    <Page title="ケースを終結しました" tab="ケースを終結しました" above={[{ to: '/cases', label: 'ケース' }]}>
      <Facts
        facts={[
          ['ケース番号', closed.number],
          ['状態', word('CaseStatus', 'CLOSED')],
          ['終結日', day(todayInJapan())],
          ['終結後の主担当', closed.leadName],
          ['終結の理由', <bdi key="reason">{closed.reason}</bdi>],
        ]}
      />
      <div className="row no-print">
        <ButtonLink to="/cases" variant="primary">
          担当ケースの一覧へ
        </ButtonLink>
        <ButtonLink to={`/cases/${caseId}/reopen`} variant="quiet">
          このケースを再開する
        </ButtonLink>
      </div>
    </Page>
  );
}
