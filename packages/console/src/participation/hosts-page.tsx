import { useState, type ReactNode } from 'react';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { Form } from '../form/form.js';
import { Choice, TextInput } from '../form/inputs.js';
import { filled, plainDigits } from '../form/plain.js';
import {
  ParticipationHostsOf,
  ParticipationListHost,
  type HostKind,
  type ParticipationHostsOfQuery,
} from '../generated/operations.js';
import { Answered, useAsked } from '../hub/asked.js';
import { NotDone, useChange } from '../hub/change.js';
import { useOffices } from '../office/offices.js';
import { useSession } from '../session/session.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { Mark } from '../ui/mark.js';
import { Page } from '../ui/page.js';
import { useSay } from '../ui/said.js';
import { Table } from '../ui/table.js';
import { choices, word } from '../words/words.js';

type Host = ParticipationHostsOfQuery['participationHosts'][number];

/** 受入先: places of the city that take people in, and what they offer. Nothing of any person. */
export function Component(): ReactNode {
  const { viewer } = useSession();
  const { municipality } = useOffices();
  const [isWriting, setWriting] = useState(false);
  const asked = useAsked(
    ParticipationHostsOf,
    { municipality: municipality ?? '' },
    { pause: municipality === undefined },
  );
  const lists = viewer.roles.some((role) => role === 'COORDINATOR' || role === 'OFFICE_MANAGER');
  return (
    <Page
      title="参加支援の受入先"
      tab="参加支援の受入先"
      above={[{ to: '/cases', label: 'ケース' }]}
      actions={
        lists && (
          <Button variant="primary" onPress={() => setWriting(true)}>
            受入先を登録する
          </Button>
        )
      }
    >
      <Answered asked={asked} lines={6}>
        {({ participationHosts }) => (
          <Table<Host>
            caption="受入先の一覧"
            rows={participationHosts}
            keyOf={({ id }) => id}
            empty="登録された受入先はありません。"
            columns={[
              { name: '名称', cell: ({ name }) => name },
              { name: '種類', cell: ({ kind }) => word('HostKind', kind) },
              { name: '所在地', cell: ({ address }) => address },
              {
                name: '受入',
                cell: ({ isOpen }) => (
                  <Mark kind={isOpen ? 'good' : 'plain'}>{isOpen ? '受入中' : '休止中'}</Mark>
                ),
              },
              { name: '支援メニュー', cell: ({ menus }) => <Menus menus={menus} /> },
            ]}
          />
        )}
      </Answered>
      <Dialog title="受入先を登録する" isOpen={isWriting} onClose={() => setWriting(false)}>
        {municipality !== undefined && (
          <ListHost
            municipality={municipality}
            onDone={() => {
              setWriting(false);
              asked.again();
            }}
          />
        )}
      </Dialog>
    </Page>
  );
}

const Menus = ({ menus }: { readonly menus: Host['menus'] }): ReactNode => (
  <ul>
    {menus.map(({ id, title, words, places }) => (
      <li key={id}>
        {title}
        {places !== null && `(${places}人)`} {words && <span className="quiet">{words}</span>}
      </li>
    ))}
  </ul>
);

interface HostValues {
  name: string;
  kind: HostKind;
  address: string;
  menus: { title: string; words: string; places: string }[];
}

function ListHost({
  municipality,
  onDone,
}: {
  readonly municipality: string;
  readonly onDone: () => void;
}): ReactNode {
  const list = useChange(ParticipationListHost);
  const { say } = useSay();
  return (
    <Form<HostValues>
      draft="participation-host"
      start={{ name: '', address: '', menus: [{ title: '', words: '', places: '' }] }}
      action="登録する"
      onSend={async ({ name, kind, address, menus }) => {
        const places = menus.map((menu) => filled(plainDigits(menu.places)));
        if (places.some((number) => number !== undefined && !/^\d{1,4}$/.test(number)))
          throw new NotDone(['受入人数は数で書いてください。']);
        await list({
          input: {
            municipality,
            name: name.trim(),
            kind,
            address: filled(address),
            menus: menus.map(({ title, words }, at) => ({
              title: title.trim(),
              words: filled(words),
              places: places[at] === undefined ? undefined : Number(places[at]),
            })),
          },
        });
        say('受入先を登録しました');
        onDone();
      }}
    >
      <p className="quiet">受入先の一覧は職員みんなが見ます。本人のことは書かないでください。</p>
      <TextInput name="name" label="名称" isRequired max={200} />
      <Choice name="kind" label="種類" isRequired options={choices('HostKind')} />
      <TextInput name="address" label="所在地" max={200} />
      <MenuLines />
    </Form>
  );
}

function MenuLines(): ReactNode {
  const { control } = useFormContext<HostValues>();
  const { fields, append, remove } = useFieldArray({ control, name: 'menus' });
  return (
    <>
      {fields.map(({ id }, at) => (
        <fieldset key={id} className="stack">
          <legend>支援メニュー {at + 1}</legend>
          <TextInput name={`menus.${at}.title`} label="メニューの名称" isRequired max={200} />
          <TextInput name={`menus.${at}.words`} label="メニューの内容" lines={2} />
          <TextInput name={`menus.${at}.places`} label="受入人数" digits max={4} />
          {fields.length > 1 && (
            <div>
              <Button variant="quiet" onPress={() => remove(at)}>
                このメニューを除く({at + 1})
              </Button>
            </div>
          )}
        </fieldset>
      ))}
      <div>
        <Button onPress={() => append({ title: '', words: '', places: '' })}>メニューを加える</Button>
      </div>
    </>
  );
}
