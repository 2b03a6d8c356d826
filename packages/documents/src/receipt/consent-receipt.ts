import { japanDate, Purpose } from '@kasane/vocabulary';
import { markup, type Html } from '../html.js';
import type { DocumentLanguage, Wording } from '../language.js';
import { linesOf } from '../lines.js';
import { contactBlock, lawfulSharing, recordNotice, withdrawalNotice } from '../notices.js';
import { page } from '../page.js';
import { bullets, fields, note, paragraph, section, table } from '../parts.js';
import { grantorFields, subjectFields } from '../people.js';
import { createWriter, type Writer } from '../writer.js';
import { agreed } from './agreed.js';
import { consentReceiptJson, endOf, receiptHash } from './consent-receipt-json.js';
import { phaseOf, phases, type Phase } from './phase.js';
import type { ReceiptRecord, ReceiptSource } from './receipt-record.js';

export interface ConsentReceiptInput extends ReceiptSource {
  readonly language: DocumentLanguage;
  /** The day it is handed over, `YYYY-MM-DD` in Japan. */
  readonly issuedOn: string;
}

/**
 * 同意の控え: what the person takes home. It says what the record says, and carries the hash of the JSON receipt
 * ({@link consentReceiptJson}) of the same source, so that paper and data can be matched.
 * @throws {DocumentInputError} as {@link consentReceiptJson}.
 */
export function consentReceipt(input: ConsentReceiptInput): string {
  const { issuer, directory, record, retention, language, issuedOn } = input;
  const writer = createWriter(language);
  const { say, name, date } = writer;
  const hash = receiptHash(consentReceiptJson(input));
  const { lines } = linesOf(record.rules, directory);
  const phase = phaseOf(record, issuedOn);
  const sections: readonly (readonly [Wording, Html, 'flowing'?])[] = [
    [
      { ja: '本人（誰の情報か）', simple: '{誰|だれ}の {情報|じょうほう}か' },
      subjectFields(record.subject, writer),
    ],
    [{ ja: '決めた人', simple: '{誰|だれ}が {決|き}めたか' }, grantorFields(record.grantors, writer)],
    [{ ja: '経過', simple: 'いつ、 {何|なに}を {決|き}めたか' }, history(record, writer)],
    [phases[phase].contents, agreed(lines, phase, writer), 'flowing'],
    [
      { ja: '利用目的と会議での利用', simple: '{何|なん}の ために {使|つか}うか' },
      purposes(record, phase, writer),
    ],
    ...(phase === 'given' || phase === 'ended'
      ? [[{ ja: '有効期間', simple: 'いつまでか' }, period(record, writer)] as const]
      : []),
    ...(phase === 'given'
      ? [
          [
            { ja: '撤回', simple: '{同意|どうい}は やめる ことが できます' },
            withdrawalNotice(writer),
          ] as const,
        ]
      : []),
    [
      {
        ja: '同意がなくても、法律により共有される場合',
        simple: '{同意|どうい}が なくても {伝|つた}える とき',
      },
      lawfulSharing(writer),
    ],
    [
      { ja: '記録を見る権利と問合せ先', simple: '{誰|だれ}が {見|み}たか、 {知|し}る ことが できます' },
      markup`${recordNotice(writer)}${contactBlock({ issuer, writer })}`,
    ],
    [
      { ja: '情報の保存と、この控えの照合', simple: 'データの こと' },
      storage(name(retention), hash, record, writer),
    ],
  ];
  const { heading, told } = phases[phase];
  const body = markup`<p class="meta">${say({ ja: '控えの番号', simple: '{控|ひか}えの {番号|ばんごう}' })} ${record.id}<br>${say(
    { ja: '交付日', simple: '{渡|わた}した {日|ひ}' },
  )} ${date(issuedOn)}<br>${name(issuer.municipality)}</p>${paragraph(
    say({
      ja: '大切に保管してください。違うところがあれば、問合せ先へお知らせください。',
      simple:
        'この {紙|かみ}を {大切|たいせつ}に {持|も}って いて ください。 {違|ちが}う ところが あったら、 {下|した}の {窓口|まどぐち}に {言|い}って ください。',
    }),
  )}${paragraph(say(told))}${sections.map(([title, content, kind], at) => section(String(at + 1), say(title), content, kind))}`;
  return page({ language, title: heading.ja, heading: say(heading), body });
}

const history = ({ events }: ReceiptRecord, writer: Writer): Html => {
  const { say, date, state, expression } = writer;
  return table(
    say({ ja: '経過', simple: 'いつ、 {何|なに}を {決|き}めたか' }),
    [
      say({ ja: '日', simple: '{日|ひ}' }),
      say({ ja: '内容', simple: '{決|き}めた こと' }),
      say({ ja: '方法', simple: '{方法|ほうほう}' }),
      say({ ja: '意思表示をした人', simple: '{決|き}めた {人|ひと}' }),
      say({ ja: '聴取者', simple: '{聞|き}いた {職員|しょくいん}' }),
    ],
    events.map((event) => [
      date(japanDate(event.at)),
      state(event.state),
      expression(event.expression),
      markup`${event.expressedBy}`,
      event.witnesses.length === 0 ? markup`—` : writer.list(event.witnesses.map((each) => markup`${each}`)),
    ]),
    'history wide unseen',
  );
};

function purposes({ purposes: stated }: ReceiptRecord, phase: Phase, { say, purpose }: Writer): Html {
  if (phase === 'refused')
    return paragraph(
      say({
        ja: '目的にかかわらず、提供しません（法律により共有される場合を除きます）。',
        simple:
          'どんな {目的|もくてき}でも {伝|つた}えません （{法律|ほうりつ}で {決|き}まって いる ときは {別|べつ}です）。',
      }),
    );
  if (phase !== 'given') return bullets(stated.map(purpose));
  const conference = say({
    ja: '重層的支援会議での利用：',
    simple: '{手伝|てつだ}う {人|ひと}の {会議|かいぎ} （{重層的支援会議|じゅうそうてきしえんかいぎ}）： ',
  });
  return markup`${bullets(stated.filter((one) => one !== Purpose.CONFERENCE).map(purpose))}<p>${conference}${
    stated.includes(Purpose.CONFERENCE)
      ? say({ ja: '利用してよい', simple: '{使|つか}っても いいです' })
      : say({ ja: '利用しない', simple: '{使|つか}いません' })
  }</p>`;
}

const period = (record: ReceiptRecord, { say, date, end }: Writer): Html =>
  fields([
    [say({ ja: '始まりの日', simple: '{始|はじ}まりの {日|ひ}' }), date(japanDate(record.validFrom))],
    [
      say({ ja: '終わりの日', simple: '{終|お}わりの {日|ひ}' }),
      markup`${end(endOf(record))}${note(
        say({
          ja: '撤回したときは、その時に終わります。',
          simple: 'やめた ときは、 その ときに {終|お}わります。',
        }),
      )}`,
    ],
  ]);

function storage(
  retention: Html,
  hash: string,
  { notice }: ReceiptRecord,
  { say, languageName }: Writer,
): Html {
  return markup`${bullets([
    say({
      ja: '本人の情報は、それを持つ窓口のシステムだけに保存します。窓口をつなぐ仕組みは、写しを持ちません。',
      simple:
        'あなたの {情報|じょうほう}は、 {情報|じょうほう}が ある {窓口|まどぐち}だけに あります。 {窓口|まどぐち}と {窓口|まどぐち}を つなぐ システムは、 コピーを {残|のこ}しません。',
    }),
    markup`${say({ ja: '同意の記録の保存期間：', simple: 'この {記録|きろく}を {残|のこ}す {期間|きかん}：' })}${retention}`,
    markup`${say({ ja: '説明した文書：', simple: '{説明|せつめい}した {紙|かみ}：' })}${notice.id} ${notice.version}（${languageName(notice.language)}）`,
    say({
      ja: 'この控えと同じ内容の電子データ（JSON）があります。次の文字列は、その電子データから計算した値（SHA-256）です。電子データの内容が少しでも変わると、この値も変わります。',
      simple:
        'この {紙|かみ}と {同|おな}じ {内容|ないよう}の データが あります。 {下|した}の {文字|もじ}は、 その データの しるし （SHA-256）です。 データが {少|すこ}しでも {変|か}わると、 しるしも {変|か}わります。',
    }),
  ])}<p class="hash">${hash.match(/.{8}/g)?.join(' ') ?? ''}</p>`;
}
