import { tierOf, Tier } from '@kasane/vocabulary';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { Conflict } from '../form/conflict.js';
import { Form } from '../form/form.js';
import { Choice, Choices, DateInput, Select, type Option } from '../form/inputs.js';
import {
  ConsentGive,
  ConsentRefuse,
  ConsentRequest,
  type ConsentChoicesQuery,
  type ConsentSubjectFragment,
} from '../generated/operations.js';
import { isConflict, useChange } from '../hub/change.js';
import { useOffices } from '../office/offices.js';
import { useSession } from '../session/session.js';
import { Facts } from '../ui/facts.js';
import { useQuestion } from '../ui/question.js';
import { useSay } from '../ui/said.js';
import { day, todayInJapan, word } from '../words/words.js';
import { BundleFields } from './bundle-fields.js';
import styles from './consent.module.css';
import { ExplanationFields, ExpressionFields } from './expression-fields.js';
import { GrantorFields, type Relative } from './grantor-fields.js';
import { languages } from './languages.js';
import { lastDayInWords } from './last-day.js';
import { Notices } from './notices.js';
import {
  consentInputOf,
  majorityAfter,
  rulesOf,
  startOf,
  type Outcome,
  type RecordValues,
} from './record-values.js';
import { ruleInWords, RulesTable } from './rule-words.js';

const purposes = [
  'CONSULTATION',
  'ASSESSMENT',
  'PLAN_MAKING',
  'SERVICE_COORDINATION',
  'CONFERENCE',
  'OUTREACH',
  'PARTICIPATION_MATCHING',
  'EVALUATION',
] as const;

const outcomes: readonly (Option & { readonly value: Outcome; readonly label: string })[] = [
  { value: 'GIVE', label: '同意する' },
  {
    value: 'REFUSE',
    label: '同意しない',
    hint: 'この組の提供先には、後の新しい同意があるまで見せません。',
  },
  {
    value: 'REQUEST',
    label: '依頼だけ記録(返事はまだ)',
    hint: '何も見えるようになりません。記入済みの用紙を印刷して渡し、返事をあとで記録します。',
  },
];

const said: Readonly<Record<Outcome, string>> = {
  GIVE: '同意を記録しました',
  REFUSE: '不同意を記録しました',
  REQUEST: '同意を求めたことを記録しました',
};

/** Explain, choose, record: what one person agrees to, as the paper holds it. */
export function RecordForm({
  subject,
  relatives,
  sectors,
  officesOfCase,
  replaces,
  readAgain,
}: {
  readonly subject: ConsentSubjectFragment;
  readonly relatives: readonly Relative[];
  readonly sectors: ConsentChoicesQuery['sectors'];
  /** Codes of the offices on the roster. */
  readonly officesOfCase: readonly string[];
  readonly replaces: string | undefined;
  /** Asks for the person's consents as they stand now. */
  readonly readAgain: () => void;
}): ReactNode {
  const { viewer } = useSession();
  const navigate = useNavigate();
  const { say } = useSay();
  const [ask, question] = useQuestion();
  const give = useChange(ConsentGive);
  const refuse = useChange(ConsentRefuse);
  const request = useChange(ConsentRequest);
  const today = todayInJapan();

  const replaceable = (subject.consents ?? []).filter(
    ({ state }) => state && !['EXPIRED', 'WITHDRAWN', 'REVOKED', 'INVALIDATED'].includes(state),
  );
  // What stood when the form was opened: who changes it meanwhile is not overwritten.
  const [read, setRead] = useState(() => eventsOf(subject));
  const [overtaken, setOvertaken] = useState<RecordValues>();

  const { all, own, municipality, names } = useOffices();
  const near = (municipality ? own : all).filter(({ status }) => status !== 'SUSPENDED');
  const isOfCase = ({ code }: { readonly code: string }): boolean =>
    code === viewer.office || officesOfCase.includes(code);
  const ofAgeOn = majorityAfter(subject.identity?.birthDate, today);

  const inWords = (values: RecordValues) =>
    rulesOf(values.bundles).map((rule) =>
      ruleInWords(
        {
          effect: rule.effect ?? 'PERMIT',
          categories: rule.categories,
          sourceSectors: rule.sourceSectors,
          recipientOffices: rule.recipientOffices.map((code) => ({
            code: String(code),
            name: names.get(String(code)) ?? null,
          })),
          recipientRoles: rule.recipientRoles ?? [],
        },
        sectors,
      ),
    );

  const askOnce = (values: RecordValues): Promise<boolean> => {
    const { outcome, grantors, expression } = values;
    const sensitive = rulesOf(values.bundles)
      .flatMap(({ categories }) => categories)
      .filter((category) => tierOf(category) === Tier.T3);
    return ask({
      title: '記録する前に、もう一度確かめてください',
      action: '記録する',
      words: (
        <>
          <Facts
            facts={[
              ['返事', outcomes.find(({ value }) => value === outcome)?.label],
              ['本人', subject.identity?.name],
              ['同意者', grantors.map(({ name }) => name).join('、')],
              ['方法', expression && word('ConsentExpression', expression)],
              ['利用目的', values.purposes.map((each) => word('Purpose', each)).join('、')],
              [
                '特に配慮が必要な情報',
                [...new Set(sensitive)].map((each) => word('DataCategory', each)).join('、'),
              ],
            ]}
          />
          <RulesTable rules={inWords(values)} />
          <p>
            記録は証拠として残り、消したり書き直したりできません。間違えたときは、撤回するか、新しい記録で置き換えます。
          </p>
        </>
      ),
    });
  };

  const send = async (values: RecordValues): Promise<void> => {
    const change = values.outcome === 'GIVE' ? give : values.outcome === 'REFUSE' ? refuse : request;
    const expected = read.get(values.replaces);
    try {
      const { consent } = await change({ input: consentInputOf(values, subject.id, expected) });
      say(said[values.outcome === '' ? 'REQUEST' : values.outcome]);
      await navigate(consent.id === null ? '/consents' : `/consents/${consent.id}?paper=open`);
    } catch (error) {
      if (isConflict(error)) {
        setOvertaken(values);
        readAgain();
      }
      throw error;
    }
  };

  const toReplace = (id: string) => replaceable.find((consent) => consent.id === id);
  const current = overtaken && (subject.consents ?? []).find(({ id }) => id === overtaken.replaces);
  if (current && read.get(overtaken.replaces) !== current.events?.length) setRead(eventsOf(subject));

  return (
    <>
      {question}
      <Form<RecordValues>
        draft={`consent:${subject.id}`}
        start={{
          ...startOf(
            {
              name: subject.identity?.name,
              birthDate: subject.identity?.birthDate,
              language: known(subject.languageNeeds?.languages?.[0]),
            },
            viewer.name ?? '',
            today,
          ),
          ...(replaces !== undefined && toReplace(replaces) && { replaces }),
        }}
        action="記録する"
        ask={askOnce}
        onSend={send}
      >
        {({ watch }) => (
          <>
            {current && overtaken && (
              <Conflict
                now={[
                  ['置き換える同意の状態', current.state && word('ConsentState', current.state)],
                  ['終わる日', current.validUntil && lastDayInWords(current.validUntil)],
                ]}
                mine={[
                  ['返事', outcomes.find(({ value }) => value === overtaken.outcome)?.label],
                  ['終わる日', overtaken.validUntil],
                ]}
              />
            )}
            <section className={styles.section} aria-labelledby="explain">
              <h2 id="explain">1 説明する</h2>
              <Notices />
              <Select
                name="noticeLanguage"
                label="読んでもらった用紙の言葉"
                hint="日本語のほかは、やさしい日本語で印刷します。"
                isRequired
                options={languages}
              />
              <ExplanationFields />
            </section>

            <section className={styles.section} aria-labelledby="what">
              <h2 id="what">2 何を、どこから、どこへ</h2>
              <BundleFields
                sectors={sectors}
                caseOffices={near.filter(isOfCase).map(optionOf)}
                otherOffices={near.filter((office) => !isOfCase(office)).map(optionOf)}
              />
            </section>

            <section className={styles.section} aria-labelledby="why">
              <h2 id="why">3 何のために、いつまで</h2>
              <Choices
                name="purposes"
                label="利用目的"
                isRequired
                options={purposes.map((value) => ({
                  value,
                  label: word('Purpose', value),
                  ...(value === 'CONFERENCE' && {
                    hint: '会議の資料や話合いで使ってよいかも、必ず聞きます。',
                  }),
                }))}
              />
              <DateInput name="validFrom" label="はじまる日" isRequired />
              <DateInput
                name="validUntil"
                label="終わる日"
                hint={
                  ofAgeOn === undefined
                    ? 'ふつうは1年、長くても3年です。'
                    : `${day(ofAgeOn)}に成年になります。その前の日までにします。`
                }
                isRequired
              />
            </section>

            <section className={styles.section} aria-labelledby="who">
              <h2 id="who">4 誰が決めるか</h2>
              <p>
                {ofAgeOn === undefined
                  ? '本人が決めます。世帯主や家族が代わりに決めることはできません。'
                  : '未成年です。同意には、親権者または未成年後見人の同意が要ります。断ることは、本人だけでもできます。'}
              </p>
              <GrantorFields subjectName={subject.identity?.name ?? undefined} relatives={relatives} />
            </section>

            <section className={styles.section} aria-labelledby="answer">
              <h2 id="answer">5 返事を記録する</h2>
              <Choice name="outcome" label="返事" isRequired options={outcomes} />
              <ExpressionFields
                label={watch('outcome') === 'REQUEST' ? 'どのように頼みましたか' : 'どのように伝えましたか'}
              />
              {replaceable.length > 0 && (
                <Select
                  name="replaces"
                  label="置き換える前の記録"
                  hint="選ぶと、前の記録はこの記録で置き換わり、使えなくなります。"
                  options={replaceable.flatMap(({ id, state, validUntil, purposes: of }) =>
                    id === null
                      ? []
                      : [
                          {
                            value: id,
                            label: [
                              state && word('ConsentState', state),
                              validUntil && `${lastDayInWords(validUntil)}まで`,
                              of?.map((each) => word('Purpose', each)).join('・'),
                            ]
                              .filter(Boolean)
                              .join(' '),
                          },
                        ],
                  )}
                />
              )}
            </section>
          </>
        )}
      </Form>
    </>
  );
}

const optionOf = ({ code, name }: { readonly code: string; readonly name: string | null }): Option => ({
  value: code,
  label: name ?? code,
});

/** How many events each consent had, by its id. */
const eventsOf = ({ consents }: ConsentSubjectFragment): ReadonlyMap<string, number> =>
  new Map((consents ?? []).flatMap(({ id, events }) => (id && events ? [[id, events.length] as const] : [])));

const known = (tag: string | undefined): string | undefined =>
  languages.find(({ value }) => value === tag)?.value;
