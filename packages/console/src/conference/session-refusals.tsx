import { useState, type ReactNode } from 'react';
import { Select, TextInput } from '../form/inputs.js';
import { Form } from '../form/form.js';
import { SessionJustify } from '../generated/operations.js';
import { useChange } from '../hub/change.js';
import { Button } from '../ui/button.js';
import { PersonName } from '../ui/person-name.js';
import { useSay } from '../ui/said.js';
import { Table } from '../ui/table.js';
import { moment } from '../words/words.js';
import { nameIn } from '../ui/persons.js';
import type { PartOfSession } from './session-page.js';
import { recordedSession } from './told.js';

/** Why this very session goes on although somebody refused: until it is said, what they refused stays closed. */
export function Refusals({ session, isOver, again }: PartOfSession): ReactNode {
  const [isWriting, setWriting] = useState(false);
  const justify = useChange(SessionJustify);
  const { say } = useSay();
  const persons = session.persons ?? [];
  return (
    <>
      <h2>不同意の人を扱う理由</h2>
      <p>
        本人が提供に同意しないと言った情報は、理由を記録するまで、この場でも開きません。理由は人ごとに、この場についてだけ記録します。
      </p>
      <Table
        caption="記録した理由"
        rows={session.justifications}
        keyOf={({ person, at }) => `${person?.id ?? ''} ${at ?? ''}`}
        empty="記録した理由はありません。"
        columns={[
          { name: '本人', cell: ({ person }) => <PersonName identity={person?.identity} /> },
          { name: '理由', cell: ({ reason }) => reason },
          { name: '記録', cell: ({ at }) => at && moment(at) },
        ]}
      />
      {!isOver && !isWriting && persons.length > 0 && (
        <Button onPress={() => setWriting(true)}>理由を記録する</Button>
      )}
      {!isOver && isWriting && (
        <Form
          draft={`justify:${session.id}`}
          start={{ person: '', reason: '' }}
          action="理由を記録する"
          onSend={async ({ person, reason }: { person: string; reason: string }) => {
            recordedSession(await justify({ session: session.id, person, reason }));
            say('理由を記録しました');
            setWriting(false);
            again();
          }}
        >
          <Select
            name="person"
            label="本人"
            options={persons.map(({ id }) => ({ value: id, label: nameIn(persons, id) }))}
            isRequired
          />
          <TextInput
            name="reason"
            label="同意がなくても話し合う理由"
            hint="10文字以上。書き直すことはできません。"
            isRequired
            lines={3}
          />
        </Form>
      )}
    </>
  );
}
