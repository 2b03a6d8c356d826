import { markup, type Html } from '../html.js';
import { addressee, formFoot } from '../frame.js';
import { linesOf } from '../lines.js';
import { contactBlock, lawfulSharing, recordNotice, withdrawalNotice } from '../notices.js';
import { page } from '../page.js';
import { bullets, paragraph, section } from '../parts.js';
import { authorityNote, grantorFields, subjectFields } from '../people.js';
import { refuse } from '../problems.js';
import { explanationFields, signatureFields, type Act } from '../signing.js';
import { createWriter, type Writer } from '../writer.js';
import type { ConsentDraft, ConsentFormInput } from './consent-form-input.js';
import { informationPart, partiesPart } from './information.js';
import { conference, period, purposePart } from './use.js';

/**
 * 同意書: the form by which one person consents, with the twelve items that a consent needs. Blank, to fill in by hand,
 * or filled in from a draft, to read and sign. A complete HTML document, to print on A4.
 * @throws {DocumentInputError} when the draft would let the form say what the hub does not do, e.g. offer the closed
 *   tier (T4) or name an office that `directory` does not have.
 * @throws {RangeError} when a date is none.
 */
export function consentForm({
  issuer,
  language,
  directory,
  notice,
  purposes,
  draft,
}: ConsentFormInput): string {
  const writer = createWriter(language);
  const { say } = writer;
  const checked = draft && linesOf(draft.rules, directory);
  refuse([...(checked?.problems ?? []), ...(draft ? draftProblems(draft) : [])]);
  const lines = checked?.lines;
  const body = markup`${addressee(issuer, writer)}${intro(writer)}${[
    section(
      '1',
      say({ ja: '同意する人（誰が）', simple: '{誰|だれ}が {同意|どうい}しますか' }),
      markup`${grantorFields(draft?.grantors, writer)}${authorityNote(writer)}`,
    ),
    section(
      '2',
      say({ ja: '本人（誰の情報か）', simple: '{誰|だれ}の {情報|じょうほう}ですか' }),
      subjectFields(draft?.subject, writer),
    ),
    section(
      '3',
      say({ ja: '提供する情報（何を）', simple: '{何|なに}を {伝|つた}えますか' }),
      informationPart(directory, lines, writer),
      'flowing',
    ),
    section(
      '4',
      say({ ja: '提供元と提供先（誰から誰へ）', simple: 'どこから どこに {伝|つた}えますか' }),
      partiesPart(directory, lines, writer),
    ),
    section(
      '5',
      say({ ja: '利用目的（何のために）', simple: '{何|なん}の ために {使|つか}いますか' }),
      purposePart(purposes, draft, writer),
    ),
    section('6', say({ ja: '有効期間（いつまで）', simple: 'いつまで ですか' }), period(draft, writer)),
    section(
      '7',
      say({ ja: '会議での利用', simple: '{会議|かいぎ}で {話|はな}しても いいですか' }),
      conference(draft, writer),
    ),
    section(
      '8',
      say({ ja: '同意の撤回', simple: '{同意|どうい}は やめる ことが できます' }),
      withdrawalNotice(writer),
    ),
    section(
      '9',
      say({
        ja: '同意がなくても、法律により共有される場合',
        simple: '{同意|どうい}が なくても {伝|つた}える とき',
      }),
      lawfulSharing(writer),
    ),
    section(
      '10',
      say({
        ja: '記録を見る権利と問合せ先',
        simple: '{誰|だれ}が {見|み}たか、 {知|し}る ことが できます',
      }),
      markup`${recordNotice(writer)}${contactBlock({ issuer, writer })}`,
    ),
    section(
      '11',
      say({ ja: '説明', simple: '{説明|せつめい}した {人|ひと}と ことば' }),
      explanationFields(draft?.explanation, writer),
    ),
    section(
      '12',
      say({ ja: '署名', simple: '{名前|なまえ}を {書|か}いて ください' }),
      signatureFields(act, draft?.grantors ?? [], draft ?? {}, writer),
    ),
  ]}${formFoot(notice, writer)}`;
  return page({
    language,
    title: '個人情報の提供に関する同意書',
    heading: say({
      ja: '個人情報の提供に関する同意書',
      simple: '{情報|じょうほう}を {伝|つた}える ことの {同意書|どういしょ}',
    }),
    body,
  });
}

const act: Act = {
  day: { ja: '同意した日', simple: '{同意|どうい}した {日|ひ}' },
  who: { ja: '同意する人', simple: '{同意|どうい}する {人|ひと}' },
  statement: {
    ja: '私は、1から11までの説明を受け、理解した上で、2の本人の情報を上記のとおり提供することに同意します。',
    simple:
      '{私|わたし}は、 1から 11までの {説明|せつめい}を {聞|き}きました。 {内容|ないよう}が わかりました。 2の {人|ひと}の {情報|じょうほう}を、 {書|か}いて ある とおりに {伝|つた}えても いいです。',
  },
  needsListeners: true,
};

const intro = ({ say }: Writer): Html =>
  markup`${paragraph(
    say({
      ja: 'この同意書は、困りごとを抱える方やその世帯を支援する機関が、本人の情報を互いに伝え合って支援するために、本人の同意を確認するものです（個人情報の保護に関する法律第69条第2項第1号）。',
      simple:
        'これは、 あなたの {情報|じょうほう}を ほかの {窓口|まどぐち}に {伝|つた}えても いいか、 {聞|き}く {紙|かみ}です。 「いいです」と {言|い}う ことを「{同意|どうい}」と いいます。 {窓口|まどぐち}は {情報|じょうほう}を {聞|き}いて、 {一緒|いっしょ}に あなたを {手伝|てつだ}います。',
    }),
  )}${bullets([
    say({
      ja: '同意するかどうかは自由です。同意しなくても、相談や支援を断られることはありません。',
      simple:
        '{同意|どうい}しても、 しなくても いいです。 {同意|どうい}しなくても、 {相談|そうだん}や {手伝|てつだ}いを {受|う}ける ことが できます。',
    }),
    say({
      ja: '1枚の同意書は、1人についてのものです。世帯の方は、1人ずつ別の用紙を使います。',
      simple:
        'この {紙|かみ}は {1人|ひとり}に {1枚|いちまい}です。 {家族|かぞく}は、 {別|べつ}の {紙|かみ}を {使|つか}います。',
    }),
  ])}`;

const draftProblems = ({ grantors, purposes, rules, validFrom, validUntil }: ConsentDraft): string[] => [
  ...(grantors.length === 0 ? ['同意する人が渡されていません。'] : []),
  ...(purposes.length === 0 ? ['利用目的が渡されていません。'] : []),
  ...(rules.length === 0 ? ['提供する情報が渡されていません。'] : []),
  ...(validFrom !== undefined && validUntil !== undefined && validUntil < validFrom
    ? ['終わりの日が始まりの日より前です。']
    : []),
];
