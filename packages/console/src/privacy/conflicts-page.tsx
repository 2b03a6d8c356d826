import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { Form } from '../form/form.js';
import { Choice, TextInput } from '../form/inputs.js';
import { filled } from '../form/plain.js';
import {
  ConflictDeclare,
  ConflictEnd,
  ConflictsMine,
  ConflictsOfOffice,
  type ConflictKind,
  type ConflictRowFragment,
} from '../generated/operations.js';
import { Answered, useAsked } from '../hub/asked.js';
import { NotDone, useChange } from '../hub/change.js';
import { StaffInput, StaffName } from '../office/staff.js';
import { useSession } from '../session/session.js';
import { Button } from '../ui/button.js';
import { Page } from '../ui/page.js';
import { PersonName } from '../ui/person-name.js';
import { useQuestion } from '../ui/question.js';
import { useSay } from '../ui/said.js';
import { Table, type Column } from '../ui/table.js';
import { choices, moment, word } from '../words/words.js';

/** 利害関係: from whom somebody keeps away, by their own word or by that of their manager. */
export function Component(): ReactNode {
  const { viewer } = useSession();
  const isManager = viewer.roles.includes('OFFICE_MANAGER');
  const mine = useAsked(ConflictsMine, {});
  const ofOffice = useAsked(ConflictsOfOffice, {}, { pause: !isManager });
  const readAgain = (): void => {
    mine.again();
    if (isManager) ofOffice.again();
  };
  return (
    <Page title="利害関係の届出" tab="利害関係">
      <p>
        親族や知人など、公平に対応できないおそれのある人を届け出ます。届け出ると、次に画面を開くときから、その人の情報は見えなくなります。
      </p>
      <section aria-labelledby="mine">
        <h2 id="mine">自分の届出</h2>
        <Answered asked={mine}>
          {({ myConflicts }) => (
            <Table
              caption="自分が離れる人"
              rows={myConflicts}
              keyOf={({ id }) => id}
              empty="届け出ているものはありません。"
              columns={columns}
            />
          )}
        </Answered>
      </section>
      {isManager && (
        <section aria-labelledby="office">
          <h2 id="office">自機関の届出</h2>
          <Answered asked={ofOffice}>
            {({ conflictsOfMyOffice }) => (
              <OfOffice conflicts={conflictsOfMyOffice} own={viewer.staffId} onEnded={readAgain} />
            )}
          </Answered>
        </section>
      )}
      <section aria-labelledby="declare" className="no-print">
        <h2 id="declare">届け出る</h2>
        <DeclareForm isManager={isManager} onDeclared={readAgain} />
      </section>
    </Page>
  );
}

const columns: readonly Column<ConflictRowFragment>[] = [
  {
    name: '人',
    cell: ({ person }) =>
      person.identity?.name ? <PersonName identity={person.identity} /> : `番号 ${person.id}`,
  },
  { name: '種類', cell: ({ kind }) => word('ConflictKind', kind) },
  { name: '届け出た人', cell: ({ declaredBy }) => <StaffName id={declaredBy} /> },
  { name: '届け出た日時', cell: ({ declaredAt }) => moment(declaredAt) },
];

function OfOffice({
  conflicts,
  own,
  onEnded,
}: {
  readonly conflicts: readonly ConflictRowFragment[];
  readonly own: string;
  readonly onEnded: () => void;
}): ReactNode {
  const end = useChange(ConflictEnd);
  const { say } = useSay();
  const [ask, question] = useQuestion();
  const endOne = async (id: string, staff: string): Promise<void> => {
    const isSure = await ask({
      title: '利害関係を終了しますか',
      action: '終了する',
      words: (
        <p>
          <StaffName id={staff} withId />
          は、担当していればその人の情報をまた見られるようになります。
        </p>
      ),
    });
    if (!isSure) return;
    try {
      await end({ id });
      say('利害関係を終了しました');
    } catch (error) {
      if (!(error instanceof NotDone)) throw error;
      say(error.message);
    }
    onEnded();
  };
  return (
    <>
      {question}
      <Table
        caption="自機関の職員の利害関係"
        rows={conflicts}
        keyOf={({ id }) => id}
        empty="届け出られているものはありません。"
        columns={[
          { name: '職員', cell: ({ staff }) => <StaffName id={staff} withId /> },
          ...columns,
          {
            name: '手続',
            // Nobody ends their own: another manager does.
            cell: ({ id, staff }) =>
              staff !== own && (
                <Button variant="quiet" onPress={() => void endOne(id, staff)}>
                  終了する
                </Button>
              ),
          },
        ]}
      />
    </>
  );
}

interface Declaration {
  readonly person: string;
  readonly kind: ConflictKind | '';
  readonly staff: string;
}

function DeclareForm({
  isManager,
  onDeclared,
}: {
  readonly isManager: boolean;
  readonly onDeclared: () => void;
}): ReactNode {
  const declare = useChange(ConflictDeclare);
  const { say } = useSay();
  const [search] = useSearchParams();
  const person = search.get('person') ?? '';
  return (
    <Form<Declaration>
      draft="conflict-declare"
      start={{ person, kind: '', staff: '' }}
      action="届け出る"
      onSend={async (said) => {
        if (said.kind === '') return;
        await declare({ person: said.person.trim(), kind: said.kind, staff: filled(said.staff) });
        say('利害関係を届け出ました');
        onDeclared();
      }}
    >
      <TextInput
        name="person"
        label="本人の番号"
        hint="氏名ではなく、画面や帳票にある本人の番号を貼り付けます"
        isRequired
        max={64}
      />
      <Choice name="kind" label="どのような関係ですか" isRequired options={choices('ConflictKind')} />
      {isManager && (
        <StaffInput name="staff" label="離れる職員の職員番号" hint="自分のときは空けておきます" max={64} />
      )}
    </Form>
  );
}
