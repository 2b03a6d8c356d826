import type { ReactNode } from 'react';
import { Checkbox } from 'react-aria-components';
import { useController, useFormContext } from 'react-hook-form';
import form from '../form/form.module.css';
import { Choice, DateInput, TextInput } from '../form/inputs.js';
import type { IssueCode } from '../generated/operations.js';
import { choices, word } from '../words/words.js';
import { emptyIssue } from './consultation.js';
import styles from './intake.module.css';
import { issueGroups } from './issue-groups.js';

/** Shown to the office that wrote them down, and to nobody else. */
const closed: readonly IssueCode[] = ['SUICIDE_RISK', 'DV_ABUSE', 'ECONOMIC_ABUSE'];

/** 課題チェック of the インテーク・アセスメントシート: what is ticked is described below. */
export function IssueFields(): ReactNode {
  const { control, getValues, setValue } = useFormContext();
  const { field } = useController({ name: 'codes', control, defaultValue: [] });
  const ticked = (field.value ?? []) as readonly IssueCode[];
  const tick = (code: IssueCode, isTicked: boolean): void => {
    if (isTicked && getValues(`issues.${code}`) === undefined) setValue(`issues.${code}`, emptyIssue);
    field.onChange(isTicked ? [...ticked, code] : ticked.filter((each) => each !== code));
  };
  return (
    <>
      {issueGroups.map(({ name, codes }) => (
        <fieldset key={name} className={styles.issueGroup}>
          <legend>{name}</legend>
          <div className={styles.codes}>
            {codes.map((code) => (
              <Checkbox
                key={code}
                className={form.checkbox ?? ''}
                isSelected={ticked.includes(code)}
                onChange={(isTicked) => tick(code, isTicked)}
              >
                <span className={form.box} aria-hidden="true" />
                <span>{word('IssueCode', code)}</span>
              </Checkbox>
            ))}
          </div>
        </fieldset>
      ))}
      {ticked.map((code) => (
        <IssueDetail key={code} code={code} />
      ))}
    </>
  );
}

function IssueDetail({ code }: { readonly code: IssueCode }): ReactNode {
  const of = `issues.${code}`;
  return (
    <fieldset className={styles.issue}>
      <legend>課題:{word('IssueCode', code)}</legend>
      <div className="stack">
        {closed.includes(code) && (
          <p className="quiet">
            この課題は、あなたの機関だけが見られます。通報した人の氏名や、通報した人が分かることは書かないでください。
          </p>
        )}
        <Choice
          isAcross
          name={`${of}.certainty`}
          label="確からしさ"
          isRequired
          options={choices('Certainty')}
        />
        <Choice
          isAcross
          name={`${of}.scope`}
          label="だれの課題か"
          isRequired
          options={choices('IssueScope')}
        />
        <DateInput name={`${of}.observedOn`} label="把握した日" hint="書かなければ今日になります。" />
        <TextInput name={`${of}.text`} label="内容" lines={2} isRequired={code === 'OTHER'} />
      </div>
    </fieldset>
  );
}
