import type { ReactNode } from 'react';
import { useWatch } from 'react-hook-form';
import { Choice, DateInput, Select, TextInput } from '../form/inputs.js';
import { word } from '../words/words.js';
import { isOral, type Expressed } from './expressed.js';
import { languages } from './languages.js';

const expressions = ['WRITTEN', 'WRITTEN_PROXY', 'ORAL_IN_PERSON', 'ORAL_PHONE'] as const;

/** How it was said, and who heard it or wrote it for the person. */
export function ExpressionFields({
  label = 'どのように伝えましたか',
}: {
  readonly label?: string;
}): ReactNode {
  const expression = useWatch<Expressed, 'expression'>({ name: 'expression' });
  return (
    <>
      <Choice
        name="expression"
        label={label}
        isRequired
        options={expressions.map((value) => ({ value, label: word('ConsentExpression', value) }))}
      />
      {expression === 'WRITTEN_PROXY' && (
        <TextInput
          name="writtenBy"
          label="代筆した人の氏名"
          hint="意思を伝えた人とは別の人です。"
          isRequired
          max={200}
        />
      )}
      {isOral(expression) && (
        <>
          <p>口頭のときは、その場で聞いた人(電話は、通話を聞いた人)2名の氏名が要ります。</p>
          <TextInput name="listener1" label="聴取者(1人目)" max={200} />
          <TextInput name="listener2" label="聴取者(2人目)" max={200} />
        </>
      )}
    </>
  );
}

/** Who explained it, when, in which language and through whom. */
export function ExplanationFields(): ReactNode {
  return (
    <>
      <TextInput name="explainedBy" label="説明した人" max={200} />
      <DateInput name="explainedOn" label="説明した日" />
      <Select name="language" label="説明に使った言葉" options={languages} />
      <TextInput name="interpreter" label="通訳した人" max={200} />
    </>
  );
}
