import { fields, printedDate, signature, table, type SheetBlock } from '@kasane/documents';
import {
  birthOf,
  dayOf,
  lines,
  nameOf,
  namesOf,
  source,
  yesOrNo,
  type Shown,
  type ShownPerson,
  type Words,
} from './sheet-source.js';

const PERSON = 'identity { name kana birthDate birthAsGiven sex } contact { address phone }';
const ISSUES = 'issues { code person { identity { name } } certainty officeCode observedOn resolvedOn text }';

interface Issue {
  readonly code: string | Shown;
  readonly person: ShownPerson | Shown;
  readonly certainty: string | Shown;
  readonly observedOn: string | Shown;
  readonly resolvedOn: string | Shown;
  readonly text: string | Shown;
}
interface Intake {
  readonly receivedAt: Date | Shown;
  readonly receivedBy: string | Shown;
  readonly officeCode: string | Shown;
  readonly channel: string | Shown;
  readonly visitor: string | Shown;
  readonly visitorName: string | Shown;
  readonly chiefComplaint: string | Shown;
  readonly urgency: string | Shown;
  readonly contactable: boolean | Shown;
  readonly contactWhen: string | Shown;
  readonly interpreter: boolean | Shown;
  readonly withConsent: boolean | Shown;
  readonly person: ShownPerson | Shown;
}
interface OfCase<More> {
  readonly supportCase: ({ readonly number: string | Shown; readonly status?: string | Shown } & More) | null;
}

const personBlock = (person: ShownPerson | Shown): SheetBlock =>
  fields('本人', [
    ['ふりがな', person?.identity?.kana ?? null],
    ['氏名', nameOf(person)],
    ['生年月日', person ? birthOf(person) : null],
    ['性別', sexOf(person?.identity?.sex)],
    ['住所', person?.contact?.address ?? null],
    ['電話', person?.contact?.phone ?? null],
  ]);

const sexes: Readonly<Record<string, string>> = { MALE: '男', FEMALE: '女', UNKNOWN: '不明' };
const sexOf = (sex: string | Shown): string | null => (sex ? (sexes[sex] ?? sex) : null);

const issueBlock = (issues: readonly Issue[] | Shown, words: Words): SheetBlock =>
  table(
    '課題',
    ['課題', '対象', '確からしさ', '把握した日', '解消した日', '内容'],
    (issues ?? []).map(({ code, person, certainty, observedOn, resolvedOn, text }) => [
      words.of('IssueCode', code),
      nameOf(person) ?? '世帯',
      words.of('Certainty', certainty),
      printedDate(observedOn),
      printedDate(resolvedOn),
      text ?? null,
    ]),
  );

const numbered = (number: string | Shown) => (number ? { number } : {});

/** 相談受付・申込票, with the line to sign where the person consented with it, and without where not. */
export const intakeSheet = source<
  OfCase<{ readonly intake: Intake | Shown; readonly issues: readonly Issue[] | Shown }>
>({
  title: '相談受付・申込票',
  question: `query ($id: ID!) { supportCase(id: $id) { number ${ISSUES} intake {
      receivedAt receivedBy officeCode channel visitor visitorName chiefComplaint urgency contactable contactWhen
      interpreter withConsent person { ${PERSON} } } } }`,
  lay({ supportCase: found }, words) {
    if (!found) return null;
    const { intake } = found;
    return {
      ...numbered(found.number),
      blocks: [
        fields('受付', [
          ['受付日', dayOf(intake?.receivedAt)],
          ['受付機関・担当者', lines([intake?.officeCode, intake?.receivedBy], ' ')],
          ['相談経路', words.of('IntakeChannel', intake?.channel)],
          ['相談者', lines([intake?.visitorName, words.of('Visitor', intake?.visitor)], ' ')],
          ['緊急性', words.of('Urgency', intake?.urgency)],
        ]),
        personBlock(intake?.person),
        fields('連絡', [
          ['連絡の可否', yesOrNo(intake?.contactable, '可', '不可')],
          ['連絡できる時間帯', intake?.contactWhen ?? null],
          ['通訳', yesOrNo(intake?.interpreter, '要', '不要')],
        ]),
        fields('相談したい内容', [['主訴', intake?.chiefComplaint ?? null]]),
        issueBlock(found.issues, words),
        intake?.withConsent === false
          ? fields('本人の同意', [['同意', 'この票は、本人の同意を得ずに記録したものです。']])
          : signature('本人の同意', '相談支援のため、この票の内容を記録することに同意します。'),
      ],
    };
  },
});

/** インテーク・アセスメントシート: the household, what is known of its issues, and who works on it. */
export const assessmentSheet = source<
  OfCase<{
    readonly persons: readonly ShownPerson[] | Shown;
    readonly issues: readonly Issue[] | Shown;
    readonly intake: Pick<Intake, 'chiefComplaint' | 'urgency'> | Shown;
    readonly roster:
      | readonly {
          readonly office: { readonly name: string } | Shown;
          readonly staffName: string | Shown;
          readonly role: string | Shown;
          readonly from: string | Shown;
        }[]
      | Shown;
  }>
>({
  title: 'インテーク・アセスメントシート',
  question: `query ($id: ID!) { supportCase(id: $id) { number status persons { ${PERSON} } ${ISSUES}
    intake { chiefComplaint urgency } roster { office { name } staffName role from } } }`,
  lay({ supportCase: found }, words) {
    if (!found) return null;
    return {
      ...numbered(found.number),
      blocks: [
        fields('ケース', [
          ['状態', words.of('CaseStatus', found.status)],
          ['主訴', found.intake?.chiefComplaint ?? null],
          ['緊急度', words.of('Urgency', found.intake?.urgency)],
        ]),
        table(
          '世帯',
          ['氏名', 'ふりがな', '生年月日', '性別', '電話'],
          (found.persons ?? []).map((person) => [
            nameOf(person),
            person.identity?.kana ?? null,
            birthOf(person),
            sexOf(person.identity?.sex),
            person.contact?.phone ?? null,
          ]),
        ),
        issueBlock(found.issues, words),
        table(
          '支援体制',
          ['機関', '担当者', '役割', '開始日'],
          (found.roster ?? []).map(({ office, staffName, role, from }) => [
            office?.name ?? null,
            staffName ?? null,
            words.of('StaffRole', role),
            printedDate(from),
          ]),
        ),
      ],
    };
  },
});

interface Note {
  readonly newest:
    | {
        readonly heldAt: Date | Shown;
        readonly method: string | Shown;
        readonly answeredBy: string | Shown;
        readonly counterpart: string | Shown;
        readonly content: string | Shown;
        readonly persons: readonly ShownPerson[] | Shown;
        readonly nextStep: string | Shown;
        readonly nextOn: string | Shown;
        readonly minutes: number | Shown;
      }
    | Shown;
}

/** 支援経過記録シート: the newest fifty notes that the viewer may read. */
export const caseNotesSheet = source<
  OfCase<{ readonly notes: { readonly edges: readonly { readonly node: Note }[] } | Shown }>
>({
  title: '支援経過記録シート',
  question: `query ($id: ID!) { supportCase(id: $id) { number notes(first: 50) { edges { node { newest {
    heldAt method answeredBy counterpart content persons { identity { name } } nextStep nextOn minutes } } } } } }`,
  lay({ supportCase: found }, words) {
    if (!found) return null;
    return {
      ...numbered(found.number),
      blocks: [
        table(
          '経過',
          ['日', '方法・対応者', '相手', '対象', '内容', '次の対応', '所要'],
          (found.notes?.edges ?? []).map(({ node: { newest: note } }) => [
            dayOf(note?.heldAt),
            lines([words.of('CaseNoteMethod', note?.method), note?.answeredBy]),
            note?.counterpart ?? null,
            namesOf(note?.persons),
            note?.content ?? null,
            lines([note?.nextStep, printedDate(note?.nextOn)]),
            typeof note?.minutes === 'number' ? `${note.minutes}分` : null,
          ]),
        ),
      ],
    };
  },
});
