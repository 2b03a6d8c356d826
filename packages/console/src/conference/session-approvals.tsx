import type { ReactNode } from 'react';
import { TextInput } from '../form/inputs.js';
import { Form } from '../form/form.js';
import { SessionApproveRelease } from '../generated/operations.js';
import { useChange } from '../hub/change.js';
import { useSay } from '../ui/said.js';
import { Table } from '../ui/table.js';
import { moment } from '../words/words.js';
import type { PartOfSession } from './session-page.js';
import { recordedSession } from './told.js';

/** Records of the closed tier that an owner released: two must agree, the owner and who leads the session. */
export function Approvals({ session, isOver, again }: PartOfSession): ReactNode {
  const approve = useChange(SessionApproveRelease);
  const { say } = useSay();
  const nameOf = (staff: string): string =>
    session.members.find((member) => member.staff === staff)?.name ?? staff;
  return (
    <>
      <h2>厳重秘匿の記録の承認</h2>
      <p>
        厳重秘匿の記録は、持っている機関が出し、招集した側が承認したときだけ、この場で見られます。番号は、出した機関から聞きます。
      </p>
      <Table
        caption="承認した提供"
        rows={session.approvals ?? []}
        keyOf={({ release }) => release}
        empty="承認した提供はありません。"
        columns={[
          { name: '提供の番号', cell: ({ release }) => <code>{release}</code> },
          { name: '承認した人', cell: ({ by }) => nameOf(by) },
          { name: '日時', cell: ({ at }) => moment(at) },
        ]}
      />
      {!isOver && (
        <Form
          draft={`approve-release:${session.id}`}
          start={{ release: '' }}
          action="承認する"
          onSend={async ({ release }: { release: string }) => {
            recordedSession(await approve({ session: session.id, release: release.trim() }));
            say('提供を承認しました');
            again();
          }}
        >
          <TextInput
            name="release"
            label="提供の番号"
            hint="rel- で始まる番号です。取り消すことはできません。"
            isRequired
            max={64}
          />
        </Form>
      )}
    </>
  );
}
