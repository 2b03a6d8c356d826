import { useState, type ReactNode } from 'react';
import { useFormContext } from 'react-hook-form';
import { Choices, Select, TextInput } from '../form/inputs.js';
import { Form } from '../form/form.js';
import { filled } from '../form/plain.js';
import { fieldsByCategory } from '../generated/fields.js';
import { ConferenceAddMaterial, type DataCategory } from '../generated/operations.js';
import { NotDone, useChange } from '../hub/change.js';
import { Button } from '../ui/button.js';
import { useSay } from '../ui/said.js';
import { choices, word } from '../words/words.js';
import type { PartOfConference } from './conference-page.js';
import styles from './conference.module.css';
import { digestOf } from './digest.js';
import { useOffices } from './offices.js';
import { recordedConference } from './told.js';

interface MaterialPaper {
  readonly household: string;
  readonly source: string;
  readonly title: string;
  readonly categories: readonly DataCategory[];
  readonly fields: readonly string[];
  readonly words: string;
}

/** 会議資料を加える: what it is, of whom and of which kind; never a copy. */
export default function AddMaterial({ conference, again }: PartOfConference): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const [file, setFile] = useState<File>();
  const add = useChange(ConferenceAddMaterial);
  const { options } = useOffices();
  const { say } = useSay();
  if (!isOpen) return <Button onPress={() => setOpen(true)}>会議資料を加える</Button>;
  const { householdIds } = conference;
  const start: MaterialPaper = {
    household: householdIds[0] ?? '',
    source: '',
    title: '',
    categories: [],
    fields: [],
    words: '',
  };
  return (
    <Form<MaterialPaper>
      draft={`material:${conference.id}`}
      start={start as never}
      action="会議資料を加える"
      onSend={async ({ categories, fields, words, ...material }) => {
        const shown = file ? new Uint8Array(await file.arrayBuffer()) : filled(words);
        if (shown === undefined) throw new NotDone(['見せる資料のファイルを選ぶか、記述を書いてください。']);
        const answer = await add({
          conference: conference.id,
          material: {
            ...material,
            categories: [...categories],
            // What belongs to a category that was taken away again was not shown.
            fields: fields.filter((name) => namesOf(categories).includes(name)),
            digest: await digestOf(shown),
            words: filled(words),
          },
        });
        recordedConference(answer);
        say('会議資料を加えました');
        setOpen(false);
        setFile(undefined);
        again();
      }}
    >
      <h3>会議資料を加える</h3>
      <p>資料の中身は送られません。何を見せたかだけが記録に残ります。</p>
      {householdIds.length > 1 && (
        <Select
          name="household"
          label="世帯"
          options={householdIds.map((id, at) => ({ value: id, label: `世帯 ${at + 1}` }))}
          isRequired
        />
      )}
      <TextInput name="title" label="表題" isRequired max={128} />
      <Select name="source" label="提供者(記録を持っている機関)" options={options} isRequired />
      <Choices
        name="categories"
        label="資料に載っている開示区分"
        options={choices('DataCategory').filter(({ value }) => fieldsByCategory[value])}
        isRequired
      />
      <Fields />
      <div className={styles.known}>
        <label htmlFor="material-file">見せる資料のファイル(任意)</label>
        <p className="quiet">
          ファイルは送られません。この端末で、あとから同じ資料だと確かめるための要約値だけを計算します。
        </p>
        <input id="material-file" type="file" onChange={({ target }) => setFile(target.files?.[0])} />
      </div>
      <TextInput
        name="words"
        label="主宰機関の記述"
        hint="口頭で補うことなど、あなたの機関の言葉で。記録の写しは書きません。期限が過ぎると表示されなくなります。"
        lines={4}
        max={20_000}
      />
    </Form>
  );
}

const namesOf = (categories: readonly string[]): readonly string[] =>
  categories.flatMap((category) => fieldsByCategory[category] ?? []).map(({ name }) => name);

/** The fields of the chosen categories, category by category. */
function Fields(): ReactNode {
  const categories = useFormContext<MaterialPaper>().watch('categories');
  if (categories.length === 0) return <p className="quiet">開示区分を選ぶと、項目を選べます。</p>;
  const options = categories.flatMap((category) =>
    (fieldsByCategory[category] ?? []).map(({ name, record, label }) => ({
      value: name,
      label: `${label}(${record})`,
      hint: categories.length > 1 ? word('DataCategory', category) : undefined,
    })),
  );
  return <Choices name="fields" label="資料に載っている項目" options={options} isRequired />;
}
