import { ConsentExpression, GrantorRelation } from '@kasane/vocabulary';
import { markup, nothing, type Html } from './html.js';
import type { Explanation, Expressed, PrintedGrantor } from './input.js';
import type { Wording } from './language.js';
import { choice, choices, dateLine, fields, known, line, note, pair } from './parts.js';
import type { Writer } from './writer.js';

/** Who explained, when, in which language: filled in as far as it is known. */
export function explanationFields(explanation: Explanation | undefined, writer: Writer): Html {
  const { say, name, date } = writer;
  const { by, office, on, language, interpreter } = explanation ?? {};
  const isOther = language !== undefined && language !== 'ja' && language !== 'ja-simple';
  const otherLanguage = say({ ja: 'その他：', simple: 'ほかの ことば：' });
  const interpreted = say({ ja: 'あり　氏名：', simple: 'いる　{名前|なまえ}：' });
  return fields([
    [
      say({ ja: '説明した人', simple: '{説明|せつめい}した {人|ひと}' }),
      office || by
        ? markup`${office ? name(office) : nothing} ${known(by && name(by))}`
        : markup`${pair(say(words.office), line())}${pair(say(words.name), line())}`,
    ],
    [
      say({ ja: '説明した日', simple: '{説明|せつめい}した {日|ひ}' }),
      on === undefined ? dateLine(writer) : date(on),
    ],
    [
      say({ ja: '使った言語', simple: '{使|つか}った ことば' }),
      choices([
        choice(language === 'ja', writer.languageName('ja')),
        choice(language === 'ja-simple', writer.languageName('ja-simple')),
        choice(isOther, markup`${otherLanguage}${isOther ? writer.languageName(language) : line('short')}`),
      ]),
    ],
    [
      say({ ja: '通訳', simple: '{通訳|つうやく}' }),
      choices([
        // Nobody says "no interpreter" for the person: known only when there was one.
        choice(false, say({ ja: 'なし', simple: 'いない' })),
        choice(
          interpreter !== undefined,
          markup`${interpreted}${known(interpreter && name(interpreter), 'short')}`,
        ),
      ]),
    ],
  ]);
}

/** What the act is called on its form. */
export interface Act {
  readonly day: Wording;
  readonly who: Wording;
  /** The sentence before the signature. */
  readonly statement: Wording;
  /** Whether two must listen when it is said instead of written. Taking a consent back needs nobody but who notes it. */
  readonly needsListeners: boolean;
}

/** Day, way and signature; who wrote for the person; the two listeners of an oral expression. */
export function signatureFields(
  act: Act,
  grantors: readonly PrintedGrantor[],
  { expression, witnesses = [], proxyWriter }: Expressed,
  writer: Writer,
): Html {
  const { say } = writer;
  const signers = grantors.length > 0 ? grantors : [undefined];
  const child = grantors.length === 0 || grantors.some(({ relation }) => relation !== GrantorRelation.SELF);
  return markup`<p class="statement">${say(act.statement)}</p><div class="sign">${fields([
    [say(act.day), dateLine(writer)],
    [
      say({ ja: '方法', simple: '{方法|ほうほう}' }),
      choices(
        Object.values(ConsentExpression).map((each) => choice(each === expression, writer.expression(each))),
      ),
    ],
    ...signers.map((signer): readonly [Html, Html] => [
      markup`${say(act.who)}${
        signer ? markup`<br><small>${writer.name(signer)}<br>${writer.relation(signer.relation)}</small>` : []
      }`,
      signature(writer),
    ]),
    ...(child
      ? [
          [
            say({
              ja: '本人の署名（書ける場合）',
              simple: '{本人|ほんにん}の {名前|なまえ} （{書|か}ける とき）',
            }),
            signature(writer),
          ] as const,
        ]
      : []),
    [
      say({ ja: '代筆した場合', simple: '{代|か}わりの {人|ひと}が {書|か}いた とき' }),
      markup`${pair(
        say({ ja: '代筆者の氏名', simple: '{書|か}いた {人|ひと}の {名前|なまえ}' }),
        known(proxyWriter && markup`${proxyWriter.name}`),
      )}${pair(
        say({ ja: '本人との関係', simple: '{本人|ほんにん}との {関係|かんけい}' }),
        known(proxyWriter?.relation === undefined ? undefined : markup`${proxyWriter.relation}`, 'short'),
      )}<br>${pair(say({ ja: '代筆の理由', simple: '{理由|りゆう}' }), line('long'))}`,
    ],
    ...(act.needsListeners ? listenerRows(witnesses, writer) : [receiverRow(writer)]),
  ])}</div>${
    act.needsListeners
      ? note(
          say({
            ja: '口頭による場合は、聴取者2名が必要です。聴取者は、本人に内容を読み上げ、理解されたことを確かめてください。',
            simple:
              '{話|はな}して {決|き}める ときは、 {職員|しょくいん}が {2人|ふたり}で {聞|き}きます。 {職員|しょくいん}が {名前|なまえ}を {書|か}きます。',
          }),
        )
      : nothing
  }`;
}

const listenerRows = (witnesses: readonly string[], { say }: Writer): readonly (readonly [Html, Html])[] =>
  listeners(witnesses).map((witness, at) => [
    say({
      ja: `聴取者${at + 1}（口頭時）`,
      simple: `{聞|き}いた {職員|しょくいん} ${at + 1} （{話|はな}して {決|き}めた とき）`,
    }),
    markup`${pair(say(words.office), line())}${pair(
      say(words.name),
      known(witness === undefined ? undefined : markup`${witness}`),
    )}`,
  ]);

const receiverRow = ({ say }: Writer): readonly [Html, Html] => [
  say({ ja: '受け付けた職員', simple: '{受|う}け{取|と}った {職員|しょくいん}' }),
  markup`${pair(say(words.office), line())}${pair(say(words.name), line())}`,
];

/** Two at least, for that is what an oral expression needs. */
const listeners = (witnesses: readonly string[]): readonly (string | undefined)[] =>
  Array.from({ length: Math.max(2, witnesses.length) }, (_, at) => witnesses[at]);

const signature = ({ say }: Writer): Html =>
  pair(say({ ja: '署名', simple: words.name.simple }), line('long'));

const words = {
  office: { ja: '所属', simple: '{窓口|まどぐち}' },
  name: { ja: '氏名', simple: '{名前|なまえ}' },
} as const satisfies Record<string, Wording>;
