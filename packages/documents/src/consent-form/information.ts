import { allCategories, ConsentEffect, type Category } from '@kasane/vocabulary';
import { markup, nothing, type Html } from '../html.js';
import type { Directory } from '../input.js';
import { isClosed, isSensitive, marked, recipientsOf, type Line } from '../lines.js';
import { box, bullets, choice, choices, line, note, paragraph, table } from '../parts.js';
import type { Writer } from '../writer.js';

/** Item 3: which information. Sensitive data stands apart and is confirmed apart; the closed tier has no box. */
export function informationPart(
  directory: Directory,
  lines: readonly Line[] | undefined,
  writer: Writer,
): Html {
  const { say } = writer;
  const permits = lines?.filter(({ effect }) => effect === ConsentEffect.PERMIT);
  const denials = lines?.filter(({ effect }) => effect === ConsentEffect.DENY) ?? [];
  return markup`${paragraph(
    say({
      ja: '✓の付いた情報だけを提供します。✓のない情報は提供しません。',
      simple:
        '✓の ある {情報|じょうほう}だけ {伝|つた}えます。 ✓の ない {情報|じょうほう}は {伝|つた}えません。',
    }),
  )}${note(
    lines === undefined
      ? say({
          ja: '同意する情報に✓を付けてください。提供先によって提供する情報を変えるときは、提供先ごとに別の用紙を使ってください。',
          simple:
            '{伝|つた}えても いい {情報|じょうほう}に ✓を {書|か}いて ください。 {伝|つた}える ところに よって {情報|じょうほう}を {変|か}えたい ときは、 {別|べつ}の {紙|かみ}を {使|つか}って ください。',
        })
      : say({
          ja: '印刷してある✓は、お話を伺って記入したものです。違うところは、二重線で消してください。',
          simple:
            '{印刷|いんさつ}して ある ✓は、 あなたの {話|はなし}を {聞|き}いて {書|か}きました。 {違|ちが}う ところは、 {線|せん}を {2本|にほん} {引|ひ}いて {消|け}して ください。',
        }),
  )}${informationTable(
    say({ ja: '(1) 一般の情報', simple: '(1) ふつうの {情報|じょうほう}' }),
    rowsOf(directory, permits, (category) => !isSensitive(category)),
    writer,
  )}${sensitiveTable(rowsOf(directory, permits, isSensitive), writer)}${closedNotice(writer)}${
    denials.length === 0
      ? nothing
      : informationTable(
          say({
            ja: '(4) 提供しないでほしい情報（ほかの同意があっても提供しません）',
            simple:
              '(4) {伝|つた}えないで ほしい {情報|じょうほう} （ほかの {同意|どうい}が あっても {伝|つた}えません）',
          }),
          rowsOf(directory, denials, () => true),
          writer,
        )
  }`;
}

interface Row {
  readonly source: Html;
  readonly items: Html;
}

/** One row for each desk that has something of the kind: a draft's with a tick, all there is on a blank form. */
function rowsOf(
  { sectors }: Directory,
  lines: readonly Line[] | undefined,
  isMeant: (category: Category) => boolean,
): readonly ((writer: Writer) => Row)[] {
  const sources =
    lines === undefined
      ? sectors.map((sector) => ({
          mark: '',
          sector,
          categories: sector.categories.filter((category) => !isClosed(category)),
          tick: false,
        }))
      : lines.flatMap(({ mark, effect, sources }) =>
          sources.map((source) => ({
            mark,
            ...source,
            tick: effect === ConsentEffect.PERMIT ? true : undefined,
          })),
        );
  return sources
    .map((source) => ({ ...source, categories: source.categories.filter(isMeant) }))
    .filter(({ categories }) => categories.length > 0)
    .map(({ mark, sector, categories, tick }) => (writer) => ({
      source: marked(mark, writer.name(sector)),
      // What is not to be given has no box: a tick there could be read as its opposite.
      items:
        tick === undefined
          ? bullets(categories.map(writer.category))
          : choices(categories.map((category) => choice(tick, writer.category(category)))),
    }));
}

function informationTable(caption: Html, rows: readonly ((writer: Writer) => Row)[], writer: Writer): Html {
  const { say } = writer;
  if (rows.length === 0) return markup`<h3>${caption}</h3>${none(writer)}`;
  return table(
    caption,
    [
      say({ ja: '情報を持つ窓口', simple: '{情報|じょうほう}が ある {窓口|まどぐち}' }),
      say({ ja: '情報の種類', simple: 'どんな {情報|じょうほう}か' }),
    ],
    rows.map((row) => {
      const { source, items } = row(writer);
      return [source, markup`<div class="column">${items}</div>`];
    }),
    'information',
  );
}

function sensitiveTable(rows: readonly ((writer: Writer) => Row)[], writer: Writer): Html {
  const { say } = writer;
  const caption = say({
    ja: '(2) 特に配慮が必要な情報（健康、障害、妊娠・出産、家計など）',
    simple:
      '(2) とくに {大切|たいせつ}な {情報|じょうほう} （{体|からだ}や {心|こころ}、 {障害|しょうがい}、 {妊娠|にんしん}、 お{金|かね} など）',
  });
  if (rows.length === 0) return informationTable(caption, rows, writer);
  return markup`${informationTable(caption, rows, writer)}<p class="box-note">${box(false)} ${say({
    ja: '(2)の情報は特に配慮が必要なものであると説明を受けました。✓のあるものを提供することを、(1)とは別に確かめました。（同意する人が✓を記入してください。口頭の場合は、聞き取った職員が記入します。）',
    simple:
      '(2)は とくに {大切|たいせつ}な {情報|じょうほう}だと {聞|き}きました。 ✓の ある {情報|じょうほう}を {伝|つた}えても いいです。 （{同意|どうい}する {人|ひと}が、 {自分|じぶん}で ✓を {書|か}いて ください。 {話|はな}して {決|き}める ときは、 {職員|しょくいん}が {書|か}きます。）',
  })}</p>`;
}

/** The closed tier: named, so that everybody knows; never with a box, so that nobody can tick it. */
const closedNotice = (writer: Writer): Html => {
  const { say, list, shortCategory } = writer;
  return markup`<div class="together"><h3>${say({
    ja: '(3) この同意書では提供しない情報',
    simple: '(3) この {紙|かみ}では {伝|つた}えない {情報|じょうほう}',
  })}</h3>${paragraph(list(allCategories.filter(isClosed).map(shortCategory)))}${note(
    say({
      ja: 'これらの情報は、一般の同意によって提供することはありません。法律に定めがある場合に限り、情報を持つ機関が一件ごとに判断します。',
      simple:
        'これは、 {同意|どうい}が あっても {伝|つた}えません。 {法律|ほうりつ}で {決|き}まって いる ときだけ、 {情報|じょうほう}が ある {窓口|まどぐち}が {1|ひと}つずつ よく {考|かんが}えて {決|き}めます。',
    }),
  )}</div>`;
};

const none = ({ say }: Writer): Html =>
  paragraph(say({ ja: '提供しません。', simple: '{伝|つた}えません。' }));

/** Item 4: from which desk to which office, each named. */
export function partiesPart(directory: Directory, lines: readonly Line[] | undefined, writer: Writer): Html {
  const { say, name } = writer;
  const blank = say({ ja: 'その他の機関：', simple: 'ほかの ところ：' });
  const rows =
    lines === undefined
      ? [
          [
            say({
              ja: '「3」で✓を付けた窓口',
              simple: '「3」で ✓を {書|か}いた {窓口|まどぐち}',
            }),
            markup`<div class="column">${choices([
              ...directory.offices.map((office) => choice(false, name(office))),
              choice(false, markup`${blank}${line('middle')}`),
              choice(false, markup`${blank}${line('middle')}`),
            ])}</div>`,
          ],
        ]
      : lines.map((one) => [
          marked(
            one.mark,
            markup`${writer.list(one.sources.map(({ sector }) => name(sector)))}${
              one.effect === ConsentEffect.DENY
                ? say({ ja: '（(4)の情報）', simple: '（(4)の {情報|じょうほう}）' })
                : nothing
            }`,
          ),
          one.effect === ConsentEffect.DENY
            ? markup`<strong>${say({ ja: '次の相手には提供しない：', simple: 'つぎの ところには {伝|つた}えない：' })}</strong>${writer.list(recipientsOf(one, writer))}`
            : markup`<div class="column">${choices(recipientsOf(one, writer).map((each) => choice(true, each)))}</div>`,
        ]);
  return markup`${table(
    say({ ja: '提供元と提供先', simple: '{伝|つた}える {窓口|まどぐち}と、 {聞|き}く {窓口|まどぐち}' }),
    [
      say({
        ja: '提供元（情報を持つ窓口）',
        simple: 'どこから （{情報|じょうほう}が ある {窓口|まどぐち}）',
      }),
      say({
        ja: '提供先（情報を受け取る機関）',
        simple: 'どこに （{情報|じょうほう}を {受|う}け{取|と}る ところ）',
      }),
    ],
    rows,
    'parties unseen',
  )}${note(
    say({
      ja: 'ここに名前のない機関には提供しません。同じ法人や同じ建物の、別の事業所にも提供しません。',
      simple:
        'ここに {名前|なまえ}が ない ところには {伝|つた}えません。 {同|おな}じ {会社|かいしゃ}や {同|おな}じ {建物|たてもの}の、 ほかの {事業所|じぎょうしょ}にも {伝|つた}えません。',
    }),
  )}${
    lines !== undefined && lines.length > 1
      ? note(
          say({
            ja: '記号（A、B…）は、「3」の情報と「4」の提供先の組合せを示します。',
            simple:
              'A、 B などは、 「3」の {情報|じょうほう}を「4」の どこに {伝|つた}えるかを {表|あらわ}します。',
          }),
        )
      : nothing
  }`;
}
