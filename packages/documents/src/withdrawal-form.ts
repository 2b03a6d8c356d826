import { addressee } from './frame.js';
import { markup, type Html } from './html.js';
import type { Expressed, Issued, PrintedGrantor, PrintedSubject } from './input.js';
import { contactBlock } from './notices.js';
import { page } from './page.js';
import { bullets, dateLine, fields, line, section } from './parts.js';
import { grantorFields, subjectFields } from './people.js';
import { refuse } from './problems.js';
import { signatureFields, type Act } from './signing.js';
import { createWriter, type Writer } from './writer.js';

/** Which consent is taken back, and by whom. */
export interface WithdrawalDraft extends Expressed {
  readonly subject: PrintedSubject;
  readonly grantors: readonly PrintedGrantor[];
  readonly consent: {
    /** The number on the receipt. */
    readonly id: string;
    /** `YYYY-MM-DD` in Japan. */
    readonly givenOn?: string | undefined;
  };
}

export interface WithdrawalFormInput extends Issued {
  /** Absent: a blank form. */
  readonly draft?: WithdrawalDraft | undefined;
}

/** 同意撤回届: the form by which a consent is taken back, as a whole. Nobody needs it to withdraw: saying so is enough. */
export function withdrawalForm({ issuer, language, draft }: WithdrawalFormInput): string {
  const writer = createWriter(language);
  const { say } = writer;
  refuse(draft?.grantors.length === 0 ? ['撤回する人が渡されていません。'] : []);
  const body = markup`${addressee(issuer, writer)}${[
    section(
      '1',
      say({ ja: '撤回する人', simple: '{誰|だれ}が {同意|どうい}を やめますか' }),
      grantorFields(draft?.grantors, writer),
    ),
    section(
      '2',
      say({ ja: '本人（誰の情報か）', simple: '{誰|だれ}の {情報|じょうほう}ですか' }),
      subjectFields(draft?.subject, writer),
    ),
    section(
      '3',
      say({ ja: '撤回する同意', simple: 'どの {同意|どうい}を やめますか' }),
      which(draft, writer),
    ),
    section(
      '4',
      say({ ja: 'お伝えしておくこと', simple: '{知|し}って ほしい こと' }),
      markup`${effects(writer)}${contactBlock({ issuer, writer })}`,
    ),
    section(
      '5',
      say({ ja: '署名', simple: '{名前|なまえ}を {書|か}いて ください' }),
      signatureFields(act, draft?.grantors ?? [], draft ?? {}, writer),
    ),
  ]}`;
  return page({
    language,
    title: '同意撤回届',
    heading: say({
      ja: '同意撤回届',
      simple: '{同意|どうい}を やめる {紙|かみ} （{同意撤回届|どういてっかいとどけ}）',
    }),
    body,
  });
}

const act: Act = {
  day: { ja: '撤回する日', simple: 'やめる {日|ひ}' },
  who: { ja: '撤回する人', simple: 'やめる {人|ひと}' },
  statement: {
    ja: '私は、3の同意を撤回します。',
    simple: '{私|わたし}は、 3の {同意|どうい}を やめます。',
  },
  needsListeners: false,
};

const which = (draft: WithdrawalDraft | undefined, writer: Writer): Html =>
  fields([
    [
      writer.say({ ja: '同意した日', simple: '{同意|どうい}した {日|ひ}' }),
      draft?.consent.givenOn === undefined ? dateLine(writer) : writer.date(draft.consent.givenOn),
    ],
    [
      writer.say({ ja: '控えの番号（分かるとき）', simple: '{控|ひか}えの {番号|ばんごう} （わかる とき）' }),
      draft === undefined ? line('long') : markup`${draft.consent.id}`,
    ],
  ]);

const effects = ({ say }: Writer): Html =>
  bullets([
    say({
      ja: '撤回の理由は要りません。撤回により、相談や支援を断られるなどの不利益はありません。',
      simple:
        '{理由|りゆう}は いりません。 やめても、 {相談|そうだん}や {手伝|てつだ}いを {受|う}ける ことが できます。',
    }),
    say({
      ja: '窓口が受け付けた後は、その同意により新たに情報を提供することはありません。撤回する前にした提供が無効になることはありません。',
      simple:
        '{窓口|まどぐち}が この {紙|かみ}を {受|う}け{取|と}った {後|あと}は、 その {同意|どうい}で {新|あたら}しく {情報|じょうほう}を {伝|つた}えません。 やめる {前|まえ}に {伝|つた}えた ことは、 {取|と}り{消|け}しに なりません。',
    }),
    say({
      ja: '同意の一部だけを取りやめたいときは、この届と併せて、新しい同意書をお出しください。',
      simple:
        '{少|すこ}しだけ やめたい ときは、 この {紙|かみ}と {一緒|いっしょ}に、 {新|あたら}しい {同意書|どういしょ}を {書|か}いて ください。',
    }),
    say({
      ja: '来所又は電話により、口頭で撤回することもできます。',
      simple:
        '{紙|かみ}を {書|か}かなくても、 {窓口|まどぐち}や {電話|でんわ}で {話|はな}して やめる ことも できます。',
    }),
  ]);
