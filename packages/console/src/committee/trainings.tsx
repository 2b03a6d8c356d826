import { useState, type ReactNode } from 'react';
import { Form } from '../form/form.js';
import { DateInput, TextInput } from '../form/inputs.js';
import { isoDate } from '../form/plain.js';
import { CommitteeRecordTraining, type CommitteeIndicatorsQuery } from '../generated/operations.js';
import { NotDone, useChange } from '../hub/change.js';
import { Button } from '../ui/button.js';
import { useSay } from '../ui/said.js';
import { Table } from '../ui/table.js';
import { day } from '../words/words.js';

interface TrainingsProps {
  readonly municipality: string;
  readonly onRecorded: () => void;
}

export function Trainings({
  trainings,
  municipality,
  mayWrite,
  onRecorded,
}: TrainingsProps & {
  readonly trainings: CommitteeIndicatorsQuery['indicators']['trainings'];
  readonly mayWrite: boolean;
}): ReactNode {
  const [isWriting, setWriting] = useState(false);
  return (
    <section aria-labelledby="trainings">
      <h2 id="trainings">研修</h2>
      <Table
        caption="実施した研修"
        rows={trainings}
        keyOf={({ id }) => id}
        empty="記録された研修はありません。"
        columns={[
          { name: '研修名', cell: ({ title }) => title },
          { name: '開催日', cell: ({ heldOn }) => day(heldOn) },
          { name: '対象', cell: ({ audience }) => audience },
          { name: '参加者', isNumber: true, cell: ({ attendees }) => `${attendees.toLocaleString('ja')}人` },
        ]}
      />
      {mayWrite &&
        (isWriting ? (
          <TrainingForm
            municipality={municipality}
            onRecorded={() => {
              setWriting(false);
              onRecorded();
            }}
          />
        ) : (
          <div className="no-print">
            <Button onPress={() => setWriting(true)}>研修を記録する</Button>
          </div>
        ))}
    </section>
  );
}

interface Training {
  readonly heldOn: string;
  readonly title: string;
  readonly audience: string;
  readonly attendees: string;
}

function TrainingForm({ municipality, onRecorded }: TrainingsProps): ReactNode {
  const record = useChange(CommitteeRecordTraining);
  const { say } = useSay();
  return (
    <Form<Training>
      draft={`committee-training:${municipality}`}
      start={{ heldOn: '', title: '', audience: '', attendees: '' }}
      action="記録する"
      onSend={async ({ heldOn, title, audience, attendees }) => {
        const count = /^\d{1,6}$/.exec(attendees.normalize('NFKC').replace(/人$/u, '').trim());
        if (!count) throw new NotDone(['参加者数は、数字で入力してください。']);
        await record({
          input: {
            municipality,
            heldOn: isoDate(heldOn) ?? '',
            title: title.trim(),
            audience: audience.trim(),
            attendees: Number(count[0]),
          },
        });
        say('研修を記録しました');
        onRecorded();
      }}
    >
      <TextInput name="title" label="研修名" isRequired max={256} />
      <DateInput name="heldOn" label="開催日" isRequired />
      <TextInput name="audience" label="対象" hint="例:相談支援機関の職員" isRequired max={256} />
      <TextInput name="attendees" label="参加者数" isRequired digits max={10} />
    </Form>
  );
}
