import type { ReactNode } from 'react';
import { personOptions } from '../ui/persons.js';
import { useCaseId } from '../case/case-frame.js';
import { Form } from '../form/form.js';
import { Choice, TextInput } from '../form/inputs.js';
import { filled } from '../form/plain.js';
import { ParticipationBegin, type CaseHeadFragment } from '../generated/operations.js';
import { useChange } from '../hub/change.js';
import { useSay } from '../ui/said.js';

interface BeginValues {
  person: string;
  wishes: string;
  strengths: string;
  conditions: string;
}

/** Begins to look for something that somebody would like to do. */
export function BeginParticipation({
  persons,
  onDone,
}: {
  readonly persons: CaseHeadFragment['persons'];
  readonly onDone: () => void;
}): ReactNode {
  const caseId = useCaseId();
  const begin = useChange(ParticipationBegin);
  const { say } = useSay();
  return (
    <Form<BeginValues>
      draft={`participation:${caseId}`}
      start={{ person: '', wishes: '', strengths: '', conditions: '' }}
      action="参加支援を始める"
      onSend={async ({ person, wishes, strengths, conditions }) => {
        await begin({
          input: {
            case: caseId,
            person,
            wishes: wishes.trim(),
            strengths: filled(strengths),
            conditions: filled(conditions),
          },
        });
        say('参加支援を始めました');
        onDone();
      }}
    >
      <Choice name="person" label="本人" isRequired options={personOptions(persons)} />
      <TextInput name="wishes" label="希望" hint="本人がしてみたいこと" isRequired lines={3} />
      <TextInput name="strengths" label="強み" lines={3} />
      <TextInput name="conditions" label="配慮してほしいこと" lines={3} />
    </Form>
  );
}
