import type { ReactNode } from 'react';
import { Form } from '../form/form.js';
import { Choice } from '../form/inputs.js';
import {
  ParticipationHostsOf,
  ParticipationPropose,
  type ParticipationFactsFragment,
} from '../generated/operations.js';
import { Answered, useAsked } from '../hub/asked.js';
import { useChange } from '../hub/change.js';
import { useOffices } from '../office/offices.js';
import { useSay } from '../ui/said.js';

/** Proposes something to do at one of the city's hosts. */
export function ProposeMatch({
  participation,
  onDone,
}: {
  readonly participation: ParticipationFactsFragment;
  readonly onDone: () => void;
}): ReactNode {
  const { municipality } = useOffices();
  const asked = useAsked(
    ParticipationHostsOf,
    { municipality: municipality ?? '' },
    { pause: municipality === undefined },
  );
  const propose = useChange(ParticipationPropose);
  const { say } = useSay();
  return (
    <Answered asked={asked}>
      {({ participationHosts }) => {
        const menus = participationHosts
          .filter(({ isOpen }) => isOpen)
          .flatMap(({ name, menus: offered }) => offered.map((menu) => ({ ...menu, host: name })));
        if (menus.length === 0)
          return <p>受入中の支援メニューがありません。先に受入先を登録してください。</p>;
        return (
          <Form<{ menu: string }>
            draft={`propose:${participation.id}`}
            start={{ menu: '' }}
            action="提案を記録する"
            onSend={async ({ menu }) => {
              await propose({ participation: participation.id, menu });
              say('提案を記録しました');
              onDone();
            }}
          >
            <Choice
              name="menu"
              label="支援メニュー"
              isRequired
              options={menus.map(({ id, host, title, words, places }) => ({
                value: id,
                label: `${title}(${host})`,
                hint: [words, places && `受入 ${places}人`].filter(Boolean).join(' '),
              }))}
            />
          </Form>
        );
      }}
    </Answered>
  );
}
