import { tierOf, Tier } from '@kasane/vocabulary';
import type { ReactNode } from 'react';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { Choice, Choices, type Option } from '../form/inputs.js';
import type { ConsentChoicesQuery, DataCategory } from '../generated/operations.js';
import { Button } from '../ui/button.js';
import { word } from '../words/words.js';
import styles from './consent.module.css';
import { emptyBundle, rulesOf, type RecordValues } from './record-values.js';

/** Bundles that a form may have: each becomes a rule for each of its sectors, and the hub takes twenty. */
const MAX_BUNDLES = 4;

const roles = ['COORDINATOR', 'SECTOR_WORKER', 'OFFICE_MANAGER'] as const;

/** What may go from where to whom, in as many parts as there are different answers. */
export function BundleFields({
  sectors,
  caseOffices,
  otherOffices,
}: {
  readonly sectors: ConsentChoicesQuery['sectors'];
  /** Offices that already work on the case, and the own. */
  readonly caseOffices: readonly Option[];
  readonly otherOffices: readonly Option[];
}): ReactNode {
  const { control, formState } = useFormContext<RecordValues>();
  const { fields, append, remove } = useFieldArray<RecordValues, 'bundles'>({
    control,
    name: 'bundles',
    rules: {
      validate: (bundles) =>
        rulesOf(bundles).length > 0 || '共有する(または、しない)情報を一つ以上選んでください。',
    },
  });
  const problem = formState.errors.bundles?.root?.message;
  return (
    <>
      <p className="quiet">
        {word('DataCategory', 'ABUSE')}、{word('DataCategory', 'CHILD_PROTECTION')}
        などの厳重秘匿の情報は、同意では共有できないため、ここにはありません。
      </p>
      {fields.map(({ id }, at) => (
        <fieldset key={id}>
          <legend>情報と提供先 {fields.length > 1 && `(${at + 1}組目)`}</legend>
          <div className="stack">
            <Choice
              name={`bundles.${at}.effect`}
              label="この組の情報を"
              isRequired
              options={[
                { value: 'PERMIT', label: '提供してよい' },
                {
                  value: 'DENY',
                  label: '提供しないでほしい',
                  hint: 'ほかの同意があっても、ここに書いた提供先には見せません。',
                },
              ]}
            />
            <h3>どの情報を、どこから</h3>
            <div className={styles.sectors}>
              {sectors.map(({ id: sector, name, categories }) => (
                <Choices
                  key={sector}
                  name={`bundles.${at}.items.${sector}`}
                  label={name}
                  options={categories.filter((each) => tierOf(each) !== Tier.T4).map(optionOf)}
                />
              ))}
            </div>
            <h3>どこへ</h3>
            <Choices
              name={`bundles.${at}.caseOffices`}
              label="このケースに関わっている機関"
              options={caseOffices}
            />
            <details>
              <summary>ほかの機関から選ぶ</summary>
              <Choices
                name={`bundles.${at}.otherOffices`}
                label="ほかの機関"
                hint="同じ法人や同じ建物でも、選んでいない機関には見せません。"
                options={otherOffices}
              />
            </details>
            <Choices
              name={`bundles.${at}.roles`}
              label="その機関の誰に"
              hint="選ばないと、その機関の職員全員になります。"
              options={roles.map((value) => ({ value, label: word('StaffRole', value) }))}
            />
            {fields.length > 1 && (
              <div>
                <Button onPress={() => remove(at)}>{at + 1}組目を除く</Button>
              </div>
            )}
          </div>
        </fieldset>
      ))}
      {problem !== undefined && <p className={styles.problem}>{problem}</p>}
      {fields.length < MAX_BUNDLES && (
        <div>
          <Button onPress={() => append(emptyBundle)}>提供先によって情報を変える(もう一組足す)</Button>
        </div>
      )}
    </>
  );
}

const optionOf = (category: DataCategory): Option => ({
  value: category,
  label: word('DataCategory', category),
  ...(tierOf(category) === Tier.T3 && { hint: '特に配慮が必要な情報' }),
});
