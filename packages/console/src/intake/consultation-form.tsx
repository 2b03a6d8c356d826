import { useCallback, useState, type ReactNode } from 'react';
import { useWatch, type UseFormReturn } from 'react-hook-form';
import { useNavigate } from 'react-router';
import { Form } from '../form/form.js';
import { Check, Choice, Select, TextInput } from '../form/inputs.js';
import { Rows } from '../form/rows.js';
import { IntakeReceive, type IntakePersonFragment } from '../generated/operations.js';
import { NotDone, useChange } from '../hub/change.js';
import { useSession } from '../session/session.js';
import { useSay } from '../ui/said.js';
import { choices, moment, word } from '../words/words.js';
import {
  consultationInput,
  emptyConsultation,
  emptyPerson,
  whoIsMeant,
  type ConsultationValues,
  type MemberValues,
} from './consultation.js';
import styles from './intake.module.css';
import { IssueFields } from './issue-fields.js';
import { KnownPerson } from './known-person.js';
import { PersonFields } from './person-fields.js';
import { PossiblyKnown } from './possibly-known.js';

const newMember: MemberValues = { ...emptyPerson, relation: '' };

/** 相談受付・申込票, with the issues of the インテーク・アセスメントシート. */
export function ConsultationForm({ draft }: { readonly draft: string }): ReactNode {
  const { viewer } = useSession();
  const receive = useChange(IntakeReceive);
  const navigate = useNavigate();
  const { say } = useSay();
  const [like, setLike] = useState<readonly IntakePersonFragment[]>([]);
  const [isToConfirm, setToConfirm] = useState(false);

  const send = async (values: ConsultationValues): Promise<void> => {
    setToConfirm(false);
    const answer = await receive({ input: consultationInput(values) });
    if (answer.__typename === 'ConsultationPossiblyKnown') {
      setLike(answer.persons);
      setToConfirm(true);
      throw new NotDone(['同じ人かもしれない人がいます。下で確かめて、選んでください。']);
    }
    say('相談を受け付けました');
    const next = values.consent === 'NEXT' ? '?consent=next' : '';
    await navigate(`/intake/received/${answer.case.id ?? ''}${next}`);
  };

  return (
    <Form<ConsultationValues>
      draft={draft}
      start={emptyConsultation(viewer.name ?? '')}
      action="受け付ける"
      onSend={send}
    >
      {(form) => (
        <>
          {isToConfirm && (
            <PossiblyKnown
              persons={like}
              onSame={({ id }) => {
                form.setValue('whose', 'KNOWN');
                form.setValue('person', id);
                setToConfirm(false);
                form.setFocus('whose');
              }}
              onNone={() => {
                form.setValue('somebodyElse', whoIsMeant(form.getValues('newPerson')));
                setToConfirm(false);
                form.setFocus('whose');
              }}
            />
          )}
          <Confirmed form={form} />
          <Section title="受付">
            <Choice isAcross name="channel" label="相談経路" isRequired options={choices('IntakeChannel')} />
            <Choice
              isAcross
              name="visitor"
              label="相談者と本人の関係"
              isRequired
              options={choices('Visitor')}
            />
            <VisitorName />
            <TextInput name="receivedBy" label="受付者の氏名" isRequired max={128} />
          </Section>
          <Section title="本人">
            <Subject like={like} />
          </Section>
          <Section title="世帯">
            <Rows
              name="members"
              label="世帯員"
              start={newMember}
              hint="いっしょに住んでいる人や、いっしょに支える家族を書きます。あとからでも加えられます。"
            >
              {(row) => <PersonFields of={row} isMember />}
            </Rows>
          </Section>
          <Section title="相談したい内容">
            <TextInput
              name="chiefComplaint"
              label="主訴"
              isRequired
              lines={8}
              max={4_000}
              hint="相談に来た人のことばで書きます。"
            />
          </Section>
          <Section title="課題(インテーク・アセスメントシート)">
            <p className="quiet">
              当てはまるものに印を付け、確からしさを選びます。「疑い」や「本人の訴え」は、書いた機関の見立てとして残ります。
            </p>
            <IssueFields />
          </Section>
          <Section title="緊急性と連絡">
            <Choice isAcross name="urgency" label="緊急性" isRequired options={choices('Urgency')} />
            <Check name="contactable" label="本人に連絡してよい" />
            <ContactWhen />
            <Check name="interpreter" label="通訳が必要" />
          </Section>
        </>
      )}
    </Form>
  );
}

const Section = ({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}): ReactNode => (
  <section className={styles.section} aria-label={title}>
    <h2>{title}</h2>
    {children}
  </section>
);

/** What was confirmed of a person who might be known, until another name is typed. */
function Confirmed({ form }: { readonly form: UseFormReturn<ConsultationValues> }): ReactNode {
  const [whose, somebodyElse, newPerson] = useWatch({
    control: form.control,
    name: ['whose', 'somebodyElse', 'newPerson'],
  });
  if (whose !== 'NEW' || somebodyElse === '' || somebodyElse !== whoIsMeant(newPerson)) return null;
  return <p role="status">✓ 別の人であることを確認しました。「受け付ける」を押すと記録します。</p>;
}

function VisitorName(): ReactNode {
  const visitor = useWatch({ name: 'visitor' }) as string;
  if (visitor === '' || visitor === 'SELF') return null;
  return (
    <TextInput
      name="visitorName"
      label="相談者の氏名"
      max={200}
      hint="虐待を通報した人の氏名は、ここに書かないでください。"
    />
  );
}

function ContactWhen(): ReactNode {
  return useWatch({ name: 'contactable' }) === true ? (
    <TextInput name="contactWhen" label="連絡できる時間帯" max={200} />
  ) : null;
}

function Subject({ like }: { readonly like: readonly IntakePersonFragment[] }): ReactNode {
  const [whose, person] = useWatch({ name: ['whose', 'person'] }) as [string, string];
  const [known, setKnown] = useState<IntakePersonFragment>();
  const onFound = useCallback((found: IntakePersonFragment | undefined) => setKnown(found), []);
  const isKnown = whose === 'KNOWN';
  return (
    <>
      <Choice
        name="whose"
        label="本人は"
        isRequired
        options={[
          { value: 'NEW', label: 'はじめての人' },
          { value: 'KNOWN', label: 'あなたが担当している人', hint: '新しいケースを開きます。' },
        ]}
      />
      {isKnown ? <KnownPerson like={like} onFound={onFound} /> : <PersonFields of="newPerson" />}
      <Consent known={isKnown && known?.id === person ? known : undefined} />
    </>
  );
}

/** 同意あり・同意なし: the two forms of the paper. */
function Consent({ known }: { readonly known: IntakePersonFragment | undefined }): ReactNode {
  const consent = useWatch({ name: 'consent' }) as string;
  const inForce = (known?.consents ?? []).filter(({ state }) => state === 'GIVEN' || state === 'RENEWED');
  return (
    <>
      <Choice
        name="consent"
        label="本人の同意"
        isRequired
        options={[
          {
            value: 'NO',
            label: '同意なしで受け付ける',
            hint: 'ほかの機関に見せるには、あとで同意を得ます。',
          },
          { value: 'NEXT', label: '同意を得る', hint: '受け付けたあと、同意書の画面に進みます。' },
          {
            value: 'ON_RECORD',
            label: '記録済みの同意がある',
            isDisabled: inForce.length === 0,
          },
        ]}
      />
      {consent === 'ON_RECORD' && inForce.length > 0 && (
        <Select
          name="consentId"
          label="記録済みの同意"
          isRequired
          options={inForce.map(({ id, purposes, validUntil }) => ({
            value: id ?? '',
            label: `${(purposes ?? []).map((purpose) => word('Purpose', purpose)).join('・')}${
              validUntil ? `(${moment(validUntil)}まで)` : ''
            }`,
          }))}
        />
      )}
    </>
  );
}
