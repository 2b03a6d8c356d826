import { ConsentEffect } from '@kasane/vocabulary';
import { addressee, formFoot } from './frame.js';
import { markup, type Html } from './html.js';
import type {
  Directory,
  Explanation,
  Expressed,
  Issued,
  Notice,
  PrintedGrantor,
  PrintedRule,
  PrintedSubject,
} from './input.js';
import { linesOf, recipientsOf, type Line } from './lines.js';
import { contactBlock, lawfulSharing } from './notices.js';
import { page } from './page.js';
import { bullets, choice, choices, line, pair, section, table } from './parts.js';
import { grantorFields, subjectFields } from './people.js';
import { refuse } from './problems.js';
import { explanationFields, signatureFields, type Act } from './signing.js';
import { createWriter, type Writer } from './writer.js';

/** What is already known of a refusal when its form is printed. */
export interface RefusalDraft extends Expressed {
  readonly subject: PrintedSubject;
  readonly grantors: readonly PrintedGrantor[];
  /** What must not go from where to whom; the effect of each is taken for `DENY`. */
  readonly rules: readonly PrintedRule[];
  readonly explanation?: Explanation | undefined;
}

export interface RefusalFormInput extends Issued {
  readonly directory: Directory;
  readonly notice: Notice;
  /** Absent: a blank form. */
  readonly draft?: RefusalDraft | undefined;
}

/**
 * 不同意申出書: the form by which one person says no, to everything or to something, and is told what that changes
 * and what it does not.
 * @throws {DocumentInputError} when the draft names what `directory` does not have.
 */
export function refusalForm({ issuer, language, directory, notice, draft }: RefusalFormInput): string {
  const writer = createWriter(language);
  const { say } = writer;
  const denied = draft?.rules.map((rule) => ({ ...rule, effect: ConsentEffect.DENY }));
  const { lines, problems } = denied ? linesOf(denied, directory) : { lines: undefined, problems: [] };
  refuse([
    ...problems,
    ...(draft?.grantors.length === 0 ? ['申し出る人が渡されていません。'] : []),
    ...(draft?.rules.length === 0 ? ['提供しない情報が渡されていません。'] : []),
  ]);
  const body = markup`${addressee(issuer, writer)}${[
    section(
      '1',
      say({ ja: '申し出る人', simple: '{誰|だれ}が {言|い}いますか' }),
      grantorFields(draft?.grantors, writer),
    ),
    section(
      '2',
      say({ ja: '本人（誰の情報か）', simple: '{誰|だれ}の {情報|じょうほう}ですか' }),
      subjectFields(draft?.subject, writer),
    ),
    section(
      '3',
      say({ ja: '提供しない情報', simple: '{何|なに}を {伝|つた}えませんか' }),
      scope(lines, writer),
      'flowing',
    ),
    section('4', say({ ja: 'お伝えしておくこと', simple: '{知|し}って ほしい こと' }), effects(writer)),
    section(
      '5',
      say({
        ja: '同意がなくても、法律により共有される場合',
        simple: '{同意|どうい}が なくても {伝|つた}える とき',
      }),
      markup`${lawfulSharing(writer)}${contactBlock({ issuer, writer })}`,
    ),
    section(
      '6',
      say({ ja: '説明', simple: '{説明|せつめい}した {人|ひと}と ことば' }),
      explanationFields(draft?.explanation, writer),
    ),
    section(
      '7',
      say({ ja: '署名', simple: '{名前|なまえ}を {書|か}いて ください' }),
      signatureFields(act, draft?.grantors ?? [], draft ?? {}, writer),
    ),
  ]}${formFoot(notice, writer)}`;
  return page({
    language,
    title: '個人情報の提供に関する不同意申出書',
    heading: say({
      ja: '個人情報の提供に関する不同意申出書',
      simple: '{情報|じょうほう}を {伝|つた}えないで ほしい と {言|い}う {紙|かみ}',
    }),
    body,
  });
}

const act: Act = {
  day: { ja: '申し出た日', simple: '{言|い}った {日|ひ}' },
  who: { ja: '申し出る人', simple: '{言|い}う {人|ひと}' },
  statement: {
    ja: '私は、説明を受け、理解した上で、2の本人の情報を3のとおり提供することに同意しません。',
    simple:
      '{私|わたし}は、 {説明|せつめい}を {聞|き}きました。 {内容|ないよう}が わかりました。 2の {人|ひと}の {情報|じょうほう}を、 3の とおり {伝|つた}えないで ください。',
  },
  needsListeners: true,
};

function scope(lines: readonly Line[] | undefined, writer: Writer): Html {
  const { say, name, list, category } = writer;
  if (lines === undefined)
    return markup`<div class="column">${choices([
      choice(
        false,
        say({
          ja: '全ての情報を、どの機関にも提供しない',
          simple: '{全部|ぜんぶ}の {情報|じょうほう}を、 どこにも {伝|つた}えない',
        }),
      ),
      choice(
        false,
        say({
          ja: '次の情報を、次の機関に提供しない',
          simple: 'つぎの {情報|じょうほう}を、 つぎの ところに {伝|つた}えない',
        }),
      ),
    ])}</div>${[1, 2, 3].map(
      () =>
        markup`<p>${pair(say({ ja: '情報', simple: '{情報|じょうほう}' }), line('middle'))}${pair(
          say({ ja: '機関', simple: '{伝|つた}えない ところ' }),
          line('middle'),
        )}</p>`,
    )}`;
  return table(
    say({
      ja: '提供しない情報と相手',
      simple: '{伝|つた}えない {情報|じょうほう}と、 {伝|つた}えない ところ',
    }),
    [
      say({ ja: '情報を持つ窓口', simple: '{情報|じょうほう}が ある {窓口|まどぐち}' }),
      say({ ja: '提供しない情報', simple: '{伝|つた}えない {情報|じょうほう}' }),
      say({ ja: '提供しない相手', simple: '{伝|つた}えない ところ' }),
    ],
    lines.flatMap((one) =>
      one.sources.map(({ sector, categories }) => [
        name(sector),
        bullets(categories.map(category)),
        list(recipientsOf(one, writer)),
      ]),
    ),
    'triple wide unseen',
  );
}

const effects = ({ say }: Writer): Html =>
  bullets([
    say({
      ja: '同意しなくても、相談や支援を断られるなどの不利益はありません。',
      simple: '{同意|どうい}しなくても、 {相談|そうだん}や {手伝|てつだ}いを {受|う}ける ことが できます。',
    }),
    say({
      ja: 'ほかの機関が事情を知らないため、同じことを何度も伺うことがあります。',
      simple:
        'ほかの {窓口|まどぐち}は あなたの ことを {知|し}りません。 {同|おな}じ ことを {何度|なんど}も {聞|き}く ことが あります。',
    }),
    say({
      ja: '考えが変わったときは、いつでも同意することができます。',
      simple: '{考|かんが}えが {変|か}わったら、 いつでも {同意|どうい}する ことが できます。',
    }),
    say({
      ja: 'この申出は、次に本人が新しく決めるまで続きます。',
      simple: '{次|つぎ}に あなたが {決|き}めるまで、 {伝|つた}えません。',
    }),
  ]);
