import { wareki } from '@kasane/vocabulary';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { Form } from '../form/form.js';
import { DateInput, TextInput } from '../form/inputs.js';
import { isoDate } from '../form/plain.js';
import { PlanMonitor } from '../generated/operations.js';
import { NotDone, useChange } from '../hub/change.js';
import { useSay } from '../ui/said.js';
import { todayInJapan } from '../words/words.js';
import { PlanFrame, type Plan } from './plan-frame.js';

interface MonitoringValues {
  heldOn: string;
  findings: string;
  /** In the order of the plan's items. */
  items: { finding: string }[];
  nextOn: string;
}

/** モニタリング: what was found of the plan on one day, item by item. */
export const Component = (): ReactNode => (
  <PlanFrame title="モニタリングを記録する">{(plan) => <Monitoring plan={plan} />}</PlanFrame>
);

function Monitoring({ plan }: { readonly plan: Plan }): ReactNode {
  const navigate = useNavigate();
  const { say } = useSay();
  const record = useChange(PlanMonitor);
  const items = plan.items ?? [];
  return (
    <Form<MonitoringValues>
      draft={`plan-monitoring:${plan.id}`}
      start={{
        heldOn: wareki(todayInJapan()),
        findings: '',
        items: items.map(() => ({ finding: '' })),
        nextOn: '',
      }}
      action="モニタリングを記録する"
      onSend={async (values) => {
        const answer = await record({
          plan: plan.id ?? '',
          version: plan.version ?? 0,
          input: {
            heldOn: isoDate(values.heldOn) ?? '',
            findings: values.findings.trim(),
            items: values.items.flatMap(({ finding }, at) => {
              const item = items[at]?.id;
              return item && finding.trim() ? [{ item, finding: finding.trim() }] : [];
            }),
            nextOn: isoDate(values.nextOn),
          },
        });
        if (answer.__typename === 'PlanChanged')
          throw new NotDone([
            'ほかの人が先にこのプランを変えました。プランを確かめてから、もう一度送ってください。書いた内容は残っています。',
          ]);
        say('モニタリングを記録しました');
        await navigate(`/plans/${plan.id}`);
      }}
    >
      <DateInput name="heldOn" label="実施日" isRequired />
      <TextInput name="findings" label="所見" isRequired lines={6} />
      {items.map(({ id, content, office }, at) => (
        <TextInput
          key={id}
          name={`items.${at}.finding`}
          label={`確認:${content ?? ''}`}
          hint={office?.name ?? office?.code}
          lines={2}
        />
      ))}
      <DateInput name="nextOn" label="次回の予定日" hint="空けておくと、評価に進みます。" />
    </Form>
  );
}
