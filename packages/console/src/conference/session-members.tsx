import { useState, type ReactNode } from 'react';
import { Form } from '../form/form.js';
import { SessionAddMember } from '../generated/operations.js';
import { useChange } from '../hub/change.js';
import { Button } from '../ui/button.js';
import { Mark } from '../ui/mark.js';
import { useSay } from '../ui/said.js';
import { Table } from '../ui/table.js';
import { moment, word } from '../words/words.js';
import { useOffices } from './offices.js';
import { SomebodyFields } from './people-inputs.js';
import { memberInput, nobody, type Somebody } from './people.js';
import type { PartOfSession } from './session-page.js';
import { recordedSession } from './told.js';

/** 構成員名簿, with the pledge of each. */
export function Members({ session, isLed, isOver, again }: PartOfSession): ReactNode {
  const { nameOf, options } = useOffices();
  const [isAdding, setAdding] = useState(false);
  const add = useChange(SessionAddMember);
  const { say } = useSay();
  return (
    <>
      <Table
        caption="構成員名簿"
        rows={session.members}
        keyOf={({ staff, office }) => `${staff} ${office}`}
        columns={[
          { name: '氏名', cell: ({ name }) => <bdi>{name}</bdi> },
          { name: '機関', cell: ({ office }) => nameOf(office) },
          { name: '立場', cell: ({ capacity }) => word('Capacity', capacity) },
          {
            name: '守秘の確認',
            cell: ({ pledgedAt }) =>
              pledgedAt ? (
                <>
                  <Mark kind="good">済</Mark> {moment(pledgedAt)}
                </>
              ) : (
                <Mark>まだ</Mark>
              ),
          },
        ]}
      />
      {isLed && !isOver && !isAdding && <Button onPress={() => setAdding(true)}>構成員を加える</Button>}
      {isLed && !isOver && isAdding && (
        <Form<{ readonly who: Somebody }>
          draft={`session-member:${session.id}`}
          start={{ who: { ...nobody } } as never}
          action="名簿に加える"
          onSend={async ({ who }) => {
            recordedSession(await add({ session: session.id, member: memberInput(who) }));
            say('構成員を加えました');
            setAdding(false);
            again();
          }}
        >
          <SomebodyFields row="who" offices={options} by="account" />
        </Form>
      )}
    </>
  );
}
