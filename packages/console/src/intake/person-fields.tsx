import { readJapaneseDate } from '@kasane/vocabulary';
import type { ReactNode } from 'react';
import { useWatch } from 'react-hook-form';
import { Choice, DateInput, Select, TextInput } from '../form/inputs.js';
import { age, choices } from '../words/words.js';
import styles from './intake.module.css';

/** Languages that staff meet most; the others are written under 配慮. */
const languages = [
  'ja',
  'vi',
  'zh',
  'fil',
  'pt',
  'en',
  'ne',
  'id',
  'my',
  'ko',
  'th',
  'si',
  'es',
  'km',
  'ja-hrkt',
];
const names = new Intl.DisplayNames('ja', { type: 'language' });
const languageOptions = languages.map((value) => ({
  value,
  label: value === 'ja-hrkt' ? 'やさしい日本語(かな)' : (names.of(value) ?? value),
}));

/** Who somebody new is, as far as it was said. */
export function PersonFields({
  of,
  isMember = false,
}: {
  /** Where in the form: `newPerson` or `members.0`. */
  readonly of: string;
  readonly isMember?: boolean;
}): ReactNode {
  const contact = (
    <>
      <TextInput
        name={`${of}.kana`}
        label="フリガナ"
        max={200}
        hint="ひらがなでもカタカナでもかまいません。ない人は空欄のままにします。"
      />
      <TextInput name={`${of}.address`} label="住所" max={256} />
      <TextInput name={`${of}.phone`} label="電話番号" max={64} digits hint="全角の数字でもかまいません。" />
    </>
  );
  return (
    <>
      <TextInput
        name={`${of}.name`}
        label="氏名"
        isRequired
        max={200}
        hint="本人が使う字のまま書きます。分からないときは「不明」と書きます。"
      />
      {isMember && (
        <Select
          name={`${of}.relation`}
          label="本人との続柄"
          isRequired
          hint="本人から見た続柄です。"
          options={choices('Relation').filter(({ value }) => value !== 'SELF')}
        />
      )}
      <DateInput
        name={`${of}.birth`}
        label="生年月日"
        partial
        hint="分かるところまでで結構です。例:昭和20年3月5日、S20.3.5、1945/3/5、昭和20年頃、不詳"
      />
      <Age of={of} />
      <Choice isAcross name={`${of}.sex`} label="性別" options={choices('Sex')} />
      {!isMember && contact}
      <details className={styles.more}>
        <summary>{isMember ? 'フリガナ・住所・電話・ことばを書く' : 'ことば・ローマ字氏名を書く'}</summary>
        <div className="stack">
          {isMember && contact}
          <TextInput
            name={`${of}.romanName`}
            label="ローマ字氏名"
            max={200}
            hint="在留カードなどの表記があるとき"
          />
          <Select name={`${of}.language`} label="よく使う言語" options={languageOptions} />
          <Select name={`${of}.otherLanguage`} label="次に使う言語" options={languageOptions} />
          <TextInput
            name={`${of}.languageNeed`}
            label="ことばや伝え方の配慮"
            max={1_000}
            lines={2}
            hint="例:手話、筆談、やさしい日本語、通訳の希望"
          />
        </div>
      </details>
    </>
  );
}

function Age({ of }: { readonly of: string }): ReactNode {
  const birth = useWatch({ name: `${of}.birth` }) as string | undefined;
  const said = birth?.trim() ? readJapaneseDate(birth) : undefined;
  if (said?.kind !== 'DAY') return null;
  const years = age(said.date);
  return years < 0 ? null : <p className={styles.age}>満{years}歳</p>;
}
