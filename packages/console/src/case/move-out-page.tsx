import { wareki } from '@kasane/vocabulary';
import { useEffect, useState, type ReactNode } from 'react';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { Choice, Choices, DateInput, Select, TextInput } from '../form/inputs.js';
import { filled, isoDate, plainDigits } from '../form/plain.js';
import {
  CaseBrief,
  CaseMoveOut,
  type CaseHeadFragment,
  type CaseMoveOutMutation,
  type DataCategory,
  type HandOverBasis,
} from '../generated/operations.js';
import { useAsked } from '../hub/asked.js';
import { useChange } from '../hub/change.js';
import { Button, ButtonLink } from '../ui/button.js';
import { Facts } from '../ui/facts.js';
import { Notice } from '../ui/notice.js';
import { Page } from '../ui/page.js';
import { Table } from '../ui/table.js';
import { choices, day, moment, todayInJapan, word } from '../words/words.js';
import { Names, personOptions } from '../ui/persons.js';
import { CaseFrame, useCaseId } from './case-frame.js';
import { StepForm } from './step-form.js';
import styles from './case.module.css';

type Taken = Extract<CaseMoveOutMutation['moveOutCase'], { readonly __typename: 'CaseStepTaken' }>['case'];
type HandedOver = NonNullable<NonNullable<Taken['transfer']>['handedOver']>[number];

interface HandOverValues {
  person: string;
  categories: DataCategory[];
  basis: HandOverBasis;
  by: string;
  on: string;
}

interface TransferValues {
  municipality: string;
  municipalityCode: string;
  office: string;
  contact: string;
  movedOn: string;
  message: string;
  handedOver: HandOverValues[];
}

/** 転出引継: ends the case, and shows the notice that goes to the other municipality. */
export function Component(): ReactNode {
  const asked = useAsked(CaseBrief, { id: useCaseId() });
  const [taken, setTaken] = useState<Taken>();
  // From then on the hub answers nothing of it: what is shown is the answer to the change.
  if (taken) return <TransferNotice taken={taken} />;
  return (
    <CaseFrame title="転出を引き継ぐ" asked={asked}>
      {(found) => <MoveOut found={found} onTaken={setTaken} />}
    </CaseFrame>
  );
}

function MoveOut({
  found,
  onTaken,
}: {
  readonly found: CaseHeadFragment;
  readonly onTaken: (taken: Taken) => void;
}): ReactNode {
  const moveOut = useChange(CaseMoveOut);
  return (
    <StepForm<TransferValues, Taken>
      kind="move-out"
      found={found}
      start={{
        municipality: '',
        municipalityCode: '',
        office: '',
        contact: '',
        movedOn: '',
        message: '',
        handedOver: [],
      }}
      action="転出引継として終える"
      confirm={{
        title: '転出引継としてケースを終えますか',
        action: '終える',
        words: (
          <p>
            終えると、支援体制の全員がこのケースを見られなくなります。次の画面に出るケース移管通知書を、その場で印刷してください。重ねから転出先に送られるものはありません。
          </p>
        ),
      }}
      said="転出引継としてケースを終えました"
      mine={({ municipality, office, movedOn }) => [
        ['転出先の自治体', municipality],
        ['引継先の部署', office],
        ['転出日', movedOn],
      ]}
      onSend={(of, values) =>
        moveOut({
          ...of,
          input: {
            municipality: values.municipality.trim(),
            municipalityCode: filled(plainDigits(values.municipalityCode)),
            office: values.office.trim(),
            contact: values.contact.trim(),
            movedOn: isoDate(values.movedOn) ?? '',
            message: values.message.trim(),
            handedOver: values.handedOver.map(({ on, by, ...line }) => ({
              ...line,
              by: by.trim(),
              on: isoDate(on) ?? '',
            })),
          },
        })
      }
      onTaken={onTaken}
    >
      <TextInput name="municipality" label="転出先の自治体" isRequired max={100} />
      <TextInput
        name="municipalityCode"
        label="全国地方公共団体コード"
        hint="6桁。分かるときだけ"
        digits
        max={12}
      />
      <TextInput name="office" label="引継先の部署" isRequired max={200} />
      <TextInput
        name="contact"
        label="引継先の担当者と連絡先"
        hint="例:福祉課 相談係 03-1234-5678"
        isRequired
        max={200}
      />
      <DateInput name="movedOn" label="転出日" isRequired />
      <TextInput name="message" label="申し送り" isRequired lines={8} max={10_000} />
      <HandedOverLines persons={found.persons} />
    </StepForm>
  );
}

/** 引き継いだ情報, line by line: of whom, what, and on what basis. */
function HandedOverLines({ persons }: { readonly persons: CaseHeadFragment['persons'] }): ReactNode {
  const { control } = useFormContext<TransferValues>();
  const { fields, append, remove } = useFieldArray({ control, name: 'handedOver' });
  return (
    <section aria-labelledby="handed-over" className="stack">
      <h2 id="handed-over">引き継いだ情報</h2>
      <p className="quiet">引き継いだものがなければ、書かなくてかまいません。</p>
      {fields.map(({ id }, at) => (
        <fieldset key={id} className="stack">
          <legend>引き継いだ情報 {at + 1}</legend>
          <Choice name={`handedOver.${at}.person`} label="誰の" isRequired options={personOptions(persons)} />
          <div className={styles.dense}>
            <Choices
              name={`handedOver.${at}.categories`}
              label="項目"
              isRequired
              options={choices('DataCategory')}
            />
          </div>
          <Select
            name={`handedOver.${at}.basis`}
            label="根拠"
            isRequired
            options={choices('HandOverBasis')}
          />
          <TextInput name={`handedOver.${at}.by`} label="同意した人、または根拠法令" isRequired max={200} />
          <DateInput name={`handedOver.${at}.on`} label="同意した日、または引き継いだ日" isRequired />
          <div>
            <Button variant="quiet" onPress={() => remove(at)}>
              この引き継ぎを除く({at + 1})
            </Button>
          </div>
        </fieldset>
      ))}
      <div>
        <Button
          onPress={() =>
            append({ person: '', categories: [], basis: 'CONSENT', by: '', on: wareki(todayInJapan()) })
          }
        >
          引き継いだ情報を書く
        </Button>
      </div>
    </section>
  );
}

/** ケース移管通知書: from the answer, for afterwards nobody has a seat. */
function TransferNotice({ taken }: { readonly taken: Taken }): ReactNode {
  const { transfer } = taken;
  // At once: a screen that is left alone is hidden, and this one does not come back.
  useEffect(() => print(), []);
  return (
    <Page title="ケース移管通知書" tab="ケース移管通知書" above={[{ to: '/cases', label: 'ケース' }]}>
      <div className="no-print">
        <Notice kind="warning" title="この通知書は、この画面を離れると出せません。いま印刷してください。">
          <div className="row">
            <Button variant="primary" onPress={() => print()}>
              印刷する
            </Button>
            <ButtonLink to="/cases">担当ケースの一覧へ</ButtonLink>
          </div>
        </Notice>
      </div>
      {transfer && (
        <>
          <Facts
            facts={[
              ['ケース番号', taken.number],
              ['転出先の自治体', transfer.municipality],
              ['引継先の部署', transfer.office],
              ['担当者と連絡先', transfer.contact],
              ['転出日', transfer.movedOn && day(transfer.movedOn)],
              ['申し送り', transfer.message && <bdi>{transfer.message}</bdi>],
              ['記録日時', transfer.at && moment(transfer.at)],
            ]}
          />
          <h2>引き継いだ情報</h2>
          <Table<HandedOver>
            caption="引き継いだ情報"
            rows={transfer.handedOver ?? []}
            keyOf={({ person, by, on }) => `${person?.id} ${by} ${on}`}
            empty="引き継いだ情報はありません。"
            columns={[
              { name: '本人', cell: ({ person }) => person && <Names of={[person]} /> },
              {
                name: '項目',
                cell: ({ categories }) =>
                  (categories ?? []).map((each) => word('DataCategory', each)).join('、'),
              },
              { name: '根拠', cell: ({ basis, by }) => basis && `${word('HandOverBasis', basis)}(${by})` },
              { name: '日付', cell: ({ on }) => on && day(on) },
            ]}
          />
        </>
      )}
    </Page>
  );
}
