import { kindOf, rowsOf, type AccessLine } from './access-rows.js';
import { markup, type Html } from './html.js';
import type { Issued, Named, PrintedSubject } from './input.js';
import type { Wording } from './language.js';
import { contactBlock, withheldNotice } from './notices.js';
import { page } from './page.js';
import { bullets, fields, paragraph, section, table } from './parts.js';
import { subjectFields } from './people.js';
import { refuse } from './problems.js';
import { createWriter, type Writer } from './writer.js';

export interface AccessReportInput extends Issued {
  readonly subject: PrintedSubject;
  /** First and last day in Japan, `YYYY-MM-DD`. */
  readonly period: { readonly from: string; readonly to: string };
  /** The day it is handed over, `YYYY-MM-DD` in Japan. */
  readonly issuedOn: string;
  /**
   * Every party that keeps a ledger, not only those with lines: a party that is printed only when it has something to
   * tell would tell by being there.
   */
  readonly parties: readonly (Named & {
    /** Its ledger could not be read this time; the report says so instead of "nothing". */
    readonly isUnavailable?: boolean | undefined;
  })[];
  /** Those that may be told. The report cannot know what was left out, and says the same sentence to everybody. */
  readonly lines: readonly AccessLine[];
}

/**
 * 開示報告書: who looked at my information. One table per party, the newest day first. Lines have no numbers and are
 * not counted; what is the same on one day is one row; rows of a day stand in an order of their own. So the report is
 * the same whether or not something was left out between two lines.
 * @throws {DocumentInputError} when a line belongs to none of the parties.
 */
export function subjectAccessReport(input: AccessReportInput): string {
  const { issuer, language, subject, period, issuedOn, parties, lines } = input;
  const writer = createWriter(language);
  const { say, name, date } = writer;
  refuse(
    lines
      .filter(({ party }) => !parties.some((one) => one.name === party))
      .map(({ party }) => `「${party}」は、記録を持つ機関として渡されていません。`),
  );
  const body = markup`<p class="meta">${say({ ja: '作成日', simple: '{作|つく}った {日|ひ}' })} ${date(issuedOn)}<br>${name(
    issuer.municipality,
  )}</p>${subjectFields(subject, writer)}${fields([
    [
      say({ ja: '対象の期間', simple: '{期間|きかん}' }),
      markup`${date(period.from)} ${say({ ja: 'から', simple: 'から' })} ${date(period.to)} ${say({ ja: 'まで', simple: 'まで' })}`,
    ],
  ])}${paragraph(
    say({
      ja: '本人の情報を、いつ、どの機関の誰が、何のために見たかをお知らせします。情報を持つ窓口ごとに、新しい順に記載しています。',
      simple:
        'あなたの {情報|じょうほう}を、 いつ、 {誰|だれ}が、 {何|なん}の ために {見|み}たか {書|か}いて あります。 {情報|じょうほう}が ある {窓口|まどぐち}ごとに {書|か}いて あります。 {新|あたら}しい ものが {上|うえ}です。',
    }),
  )}${withheldNotice(writer)}${parties.map((party) =>
    section(
      '',
      markup`${name(party)}`,
      party.isUnavailable
        ? paragraph(
            say({
              ja: 'この窓口の記録は、今回は取り出すことができませんでした。日を改めて、問合せ先へお尋ねください。',
              simple:
                'この {窓口|まどぐち}の {記録|きろく}は、 {今|いま} {見|み}る ことが できません。 {別|べつ}の {日|ひ}に、 {下|した}の {窓口|まどぐち}に {聞|き}いて ください。',
            }),
          )
        : partyTable(
            lines.filter((line) => line.party === party.name),
            party,
            writer,
          ),
      'flowing',
    ),
  )}${section('', say({ ja: 'この報告書の見方', simple: 'この {紙|かみ}の {読|よ}み{方|かた}' }), legend(writer))}${contactBlock({ issuer, writer })}`;
  return page({
    language,
    title: '開示報告書',
    heading: say({
      ja: '開示報告書（情報を見た人の記録）',
      simple: '{誰|だれ}が あなたの {情報|じょうほう}を {見|み}たか （{開示報告書|かいじほうこくしょ}）',
    }),
    body,
  });
}

function partyTable(lines: readonly AccessLine[], party: Named, writer: Writer): Html {
  const { say, name, date, shortPurpose } = writer;
  if (lines.length === 0)
    return paragraph(
      say({
        ja: 'この期間に、お知らせする記録はありません。',
        simple: 'お{知|し}らせする {記録|きろく}は ありません。',
      }),
    );
  return table(
    name(party),
    [
      say({ ja: '日', simple: '{日|ひ}' }),
      say({ ja: '機関・職員', simple: 'どこの {誰|だれ}が' }),
      say({ ja: '目的', simple: '{何|なん}の ために' }),
      say({ ja: '情報の種類', simple: '{何|なに}を' }),
      say({ ja: '根拠', simple: 'どうして {見|み}る ことが できるか' }),
      say({ ja: '結果', simple: 'どう なったか' }),
    ],
    rowsOf(lines).map((row) => [
      date(row.date),
      markup`${name(row.office)}${row.staff ? markup`<br>${name(row.staff)}` : []}`,
      row.purpose === undefined
        ? say({ ja: '示されていない', simple: '{書|か}いて いない' })
        : shortPurpose(row.purpose),
      whichOf(row, writer),
      row.basis === undefined ? markup`—` : name(row.basis),
      say(outcomes[kindOf(row)][row.outcome]),
    ]),
    'access wide unseen',
  );
}

const whichOf = ({ categories, kind }: AccessLine, { say, shortCategory }: Writer): Html => {
  if (kind === 'READING')
    return say({ ja: '情報を見た記録', simple: '{誰|だれ}が {見|み}たかの {記録|きろく}' });
  return categories.length === 0
    ? say({ ja: 'この窓口の情報', simple: 'この {窓口|まどぐち}の {情報|じょうほう}' })
    : bullets(categories.map(shortCategory));
};

const shown = {
  PERMITTED: { ja: '表示した', simple: '{見|み}ました' },
  DENIED: { ja: '表示しなかった', simple: '{見|み}る ことが できませんでした' },
} as const satisfies Record<AccessLine['outcome'], Wording>;

const outcomes: Readonly<
  Record<ReturnType<typeof kindOf>, Readonly<Record<AccessLine['outcome'], Wording>>>
> = {
  DISCLOSURE: shown,
  READING: shown,
  CHANGE: {
    PERMITTED: { ja: '記録を書いた', simple: '{記録|きろく}を {書|か}きました' },
    DENIED: { ja: '記録を書けなかった', simple: '{記録|きろく}を {書|か}く ことが できませんでした' },
  },
  EMERGENCY: {
    PERMITTED: { ja: '緊急時の閲覧を始めた', simple: '{急|いそ}いで {見|み}る ことを {始|はじ}めました' },
    DENIED: { ja: '緊急時の閲覧を認めなかった', simple: '{急|いそ}いで {見|み}る ことが できませんでした' },
  },
};

const legend = ({ say }: Writer): Html =>
  bullets([
    say({
      ja: '「表示した」は、情報を画面に表示したことをいいます。「表示しなかった」は、見ようとした職員に情報を表示しなかったことをいいます。',
      simple:
        '「{見|み}ました」は、 {画面|がめん}で {情報|じょうほう}を {見|み}た ことです。 「{見|み}る ことが できませんでした」は、 {見|み}ようと しましたが、 {見|み}せなかった ことです。',
    }),
    say({
      ja: '同じ日に同じ職員が同じ目的で見たものは、まとめて記載しています。',
      simple:
        '{同|おな}じ {日|ひ}に {同|おな}じ {人|ひと}が {見|み}た ときは、 {1|ひと}つに まとめて {書|か}いて あります。',
    }),
    say({
      ja: '記載に心当たりのないものがあるときは、問合せ先へお申し出ください。',
      simple:
        'わからない ことや、 おかしいと {思|おも}う ことが あったら、 {下|した}の {窓口|まどぐち}に {言|い}って ください。',
    }),
  ]);
