import { useState, type ReactNode } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { Form } from '../form/form.js';
import { Choice, TextInput } from '../form/inputs.js';
import { EmergencyClockTimes, EmergencyDeclare, EmergencyPlaces } from '../generated/operations.js';
import { useAsked } from '../hub/asked.js';
import { useChange } from '../hub/change.js';
import { Notice } from '../ui/notice.js';
import { Page } from '../ui/page.js';
import { PersonName } from '../ui/person-name.js';
import { useQuestion } from '../ui/question.js';
import { useSay } from '../ui/said.js';
import { Table } from '../ui/table.js';
import { moment } from '../words/words.js';
import { FindHousehold } from './find-household.js';
import { lookingInEmergency, useEmergencyLooking } from './in-emergency.js';

interface DeclareValues {
  readonly kind: 'household' | 'person';
  readonly id: string;
  readonly reason: string;
}

/** 緊急時の閲覧: what it opens and what follows is said before anybody declares it. */
export function Component(): ReactNode {
  const [search] = useSearchParams();
  const household = search.get('household') ?? '';
  const person = search.get('person') ?? '';
  return (
    <Page title="緊急時の閲覧" tab="緊急時の閲覧">
      <Notice kind="warning" title="命や体に危険があり、ほかに方法がないときだけ使います">
        <ul>
          <li>宣言すると、3時間だけ、その世帯のふだん見えない情報が、あなたに見えるようになります。</li>
          <li>
            厳重秘匿の情報(虐待対応、児童保護・要対協、権利擁護など)と、住所などを隠す支援措置のある人の情報は、宣言しても見えません。
          </li>
          <li>
            宣言と、見たものは、すべて記録に残ります。次の平日までに、個人情報保護の担当者が正しかったかを点検します。
          </li>
          <li>いつでも自分で終えられます。終えるとすぐに見えなくなります。</li>
          <li>すぐに助けが要るときは、先に110番・119番に連絡してください。</li>
        </ul>
      </Notice>
      <OpenEmergencies />
      <h2>宣言する</h2>
      <Declare key={household || person} household={household} person={person} />
    </Page>
  );
}

function Declare({ household, person }: { readonly household: string; readonly person: string }): ReactNode {
  const navigate = useNavigate();
  const { say } = useSay();
  const { enter } = useEmergencyLooking();
  const declare = useChange(EmergencyDeclare);
  const [ask, question] = useQuestion();
  const [found, setFound] = useState<string>();
  const named = household || person;
  return (
    <>
      {question}
      {named === '' && <FindHousehold chosen={found} onChoose={setFound} />}
      <Form<DeclareValues>
        draft={`emergency:${named}`}
        start={{ kind: person ? 'person' : 'household', id: named, reason: '' }}
        action="緊急時の閲覧を宣言する"
        ask={() =>
          ask({
            title: '緊急時の閲覧を宣言しますか',
            action: '宣言する',
            words: (
              <p>
                3時間、ふだん見えない情報が見えるようになります。宣言と見たものは記録に残り、取り消せません。次の平日までに点検されます。
              </p>
            ),
          })
        }
        onSend={async ({ kind, id, reason }) => {
          const of = found ?? id.normalize('NFKC').trim();
          const target = found !== undefined || kind === 'household' ? { household: of } : { person: of };
          const { emergency } = await declare({ ...target, reason }, lookingInEmergency(reason));
          enter(reason);
          say('緊急時の閲覧を宣言しました');
          await navigate(emergency.household ? `/households/${emergency.household.id}` : '/emergency');
        }}
      >
        {named !== '' ? (
          <p>
            前の画面で開いていた{household ? '世帯' : '人と、その人と一緒に暮らす人'}
            について宣言します(番号 {named})。
          </p>
        ) : found !== undefined ? (
          <p>上で選んだ世帯について宣言します。</p>
        ) : (
          <>
            <p>
              担当していない世帯は、名前では探せません。世帯を担当する機関か、多機関協働の担当に電話で番号を聞いて、ここに貼り付けてください。番号は、世帯の画面のアドレスの最後にあります。
            </p>
            <Choice
              name="kind"
              label="番号の種類"
              isRequired
              options={[
                { value: 'household', label: '世帯の番号' },
                { value: 'person', label: '人の番号', hint: '一緒に暮らす人も見えるようになります。' },
              ]}
            />
            <TextInput name="id" label="番号" isRequired max={64} />
          </>
        )}
        <TextInput
          name="reason"
          label="緊急の理由"
          hint="10文字以上で、何が起きているか、なぜ今見る必要があるかを書きます。点検する人が読みます。氏名は書かないでください。"
          isRequired
          lines={4}
          max={2000}
        />
      </Form>
    </>
  );
}

/** Those that are open, with whom they opened. Their end is on the clock above. */
function OpenEmergencies(): ReactNode {
  const times = useAsked(EmergencyClockTimes, {});
  const { isIn } = useEmergencyLooking();
  const places = useAsked(EmergencyPlaces, {}, { pause: !isIn });
  const open = times.data?.myEmergencies ?? [];
  if (open.length === 0) return null;
  const personsOf = (id: string) => places.data?.myEmergencies.find((each) => each.id === id)?.persons ?? [];
  return (
    <>
      <h2>いま開いている緊急時の閲覧</h2>
      <Table
        caption="いま開いている緊急時の閲覧"
        rows={open}
        keyOf={({ id }) => id}
        columns={[
          { name: '宣言した日時', cell: ({ declaredAt }) => moment(declaredAt) },
          { name: '終わる日時', cell: ({ until }) => moment(until) },
          { name: '理由', cell: ({ reason }) => <span className="words">{reason}</span> },
          {
            name: '対象の人',
            cell: ({ id }) =>
              isIn ? (
                <ul className="plain-list">
                  {personsOf(id).map((person) => (
                    <li key={person.id}>
                      <PersonName identity={person.identity} />
                    </li>
                  ))}
                </ul>
              ) : (
                '利用目的が緊急対応のときだけ表示します。'
              ),
          },
        ]}
      />
    </>
  );
}
