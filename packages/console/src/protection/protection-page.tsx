import { useState, type ReactNode } from 'react';
import { ForRoles } from '../app/for-roles.js';
import {
  ProtectionEnd,
  ProtectionMeasures,
  ProtectionRenew,
  type MeasureRowFragment,
} from '../generated/operations.js';
import { Answered, useAsked } from '../hub/asked.js';
import { NotDone, useChange } from '../hub/change.js';
import { Button } from '../ui/button.js';
import { Mark } from '../ui/mark.js';
import { Notice } from '../ui/notice.js';
import { Page } from '../ui/page.js';
import { PersonName } from '../ui/person-name.js';
import { useQuestion } from '../ui/question.js';
import { useSay } from '../ui/said.js';
import { Table } from '../ui/table.js';
import { day, daysUntil, todayInJapan } from '../words/words.js';
import { RegisterForm } from './register-form.js';

const title = '支援措置';

/** 支援措置担当: the measures that the office handles. Nobody else may learn that there is one. */
export const Component = (): ReactNode => (
  <ForRoles roles={['PROTECTION_OFFICER']} title={title}>
    <Protection />
  </ForRoles>
);

function Protection(): ReactNode {
  const asked = useAsked(ProtectionMeasures, {});
  const [isRegistering, setRegistering] = useState(false);
  const { say } = useSay();
  return (
    <Page title={title} tab={title}>
      <p>
        支援措置のある人の住所・連絡先、世帯、住まい、学校は、取り扱う機関のほかには見えません。措置があることも知らされません。ほかの職員のいるところで、この画面を開いたままにしないでください。
      </p>
      <section aria-labelledby="measures">
        <h2 id="measures">自機関が取り扱う支援措置</h2>
        <Answered asked={asked}>
          {({ protectiveMeasures }) => <Measures measures={protectiveMeasures} onChanged={asked.again} />}
        </Answered>
      </section>
      <section aria-labelledby="register" className="no-print">
        <h2 id="register">登録する</h2>
        {isRegistering ? (
          <RegisterForm
            onRegistered={() => {
              setRegistering(false);
              say('支援措置を登録しました。いまから、取り扱う機関のほかには見えません');
              asked.again();
            }}
          />
        ) : (
          <Button onPress={() => setRegistering(true)}>新しい支援措置を登録する</Button>
        )}
      </section>
    </Page>
  );
}

function Measures({
  measures,
  onChanged,
}: {
  readonly measures: readonly MeasureRowFragment[];
  readonly onChanged: () => void;
}): ReactNode {
  const renew = useChange(ProtectionRenew);
  const end = useChange(ProtectionEnd);
  const [ask, question] = useQuestion();
  const [problem, setProblem] = useState<NotDone>();
  const { say } = useSay();
  const today = todayInJapan();

  const change = async (how: () => Promise<unknown>, done: string): Promise<void> => {
    setProblem(undefined);
    try {
      await how();
      say(done);
    } catch (error) {
      if (!(error instanceof NotDone)) throw error;
      setProblem(error);
    }
    onChanged();
  };
  const renewOne = async ({ id, to }: MeasureRowFragment): Promise<void> => {
    const words = <p>{day(to)}で終わる措置を、もう1年続けます。</p>;
    if (await ask({ title: '更新しますか', action: '更新する', words }))
      await change(() => renew({ id }), '支援措置を更新しました');
  };
  const endOne = async ({ id }: MeasureRowFragment): Promise<void> => {
    const words = (
      <p>
        終了すると、すぐに、取り扱う機関のほかにも住所などが見えるようになります。本人の安全を確かめましたか。元に戻すには、あらためて登録します。
      </p>
    );
    if (await ask({ title: '支援措置を終了しますか', action: '終了する', words }))
      await change(() => end({ id }), '支援措置を終了しました');
  };

  return (
    <>
      {question}
      {problem && <Notice kind="error" title={problem.message} />}
      <Table
        caption="自機関が取り扱う支援措置"
        rows={measures}
        keyOf={({ id }) => id}
        empty="取り扱う支援措置はありません。"
        columns={[
          {
            name: '本人',
            cell: ({ person }) =>
              person.identity?.name ? <PersonName identity={person.identity} /> : `番号 ${person.id}`,
          },
          { name: '始まりの日', cell: ({ from }) => day(from) },
          {
            name: '終わりの日',
            cell: ({ to, renewableFrom }) => (
              <>
                {day(to)} {renewableFrom <= today && <Mark kind="late">{daysUntil(to)}</Mark>}
              </>
            ),
          },
          { name: '更新できる日', cell: ({ renewableFrom }) => `${day(renewableFrom)}から` },
          {
            name: '取り扱う機関',
            cell: ({ handlingOffices }) => handlingOffices.map(({ code, name }) => name ?? code).join('、'),
          },
          {
            name: '相手方の職員',
            cell: ({ restrictedStaff }) =>
              restrictedStaff.length === 0 ? 'なし' : restrictedStaff.join('、'),
          },
          {
            name: '手続',
            cell: (measure) => (
              <span className="row">
                {measure.renewableFrom <= today && (
                  <Button onPress={() => void renewOne(measure)}>更新する</Button>
                )}
                <Button variant="quiet" onPress={() => void endOne(measure)}>
                  終了する
                </Button>
              </span>
            ),
          },
        ]}
      />
    </>
  );
}
