import { markup, type Html } from './html.js';
import type { Issuer } from './input.js';
import { bullets, fields, paragraph } from './parts.js';
import type { Writer } from './writer.js';

/** Only what was checked against a source may be printed as law: see DOMAIN §2 (✓). A test knows this list. */
export const lawfulSharing = (writer: Writer): Html => {
  const { say } = writer;
  return markup`${paragraph(
    say({
      ja: '法律に定めがあるときは、同意がなくても、必要な範囲で情報を提供し、又は会議で共有することがあります。主なものは、次のとおりです。',
      simple:
        '{法律|ほうりつ}で {決|き}まって いる ときは、 {同意|どうい}が なくても、 {必要|ひつよう}な {情報|じょうほう}だけ {伝|つた}える ことが あります。 たとえば、 つぎの ときです。',
    }),
  )}${bullets([
    say({
      ja: '虐待の通報と、その対応（高齢者虐待防止法第7条、障害者虐待防止法第7条）',
      simple:
        '{虐待|ぎゃくたい} （たたく、 ひどい ことを {言|い}う、 お{金|かね}を とる、 {世話|せわ}を しない など）を {知|し}らせる とき （{高齢者虐待防止法|こうれいしゃぎゃくたいぼうしほう}{第|だい}7{条|じょう}、 {障害者虐待防止法|しょうがいしゃぎゃくたいぼうしほう}{第|だい}7{条|じょう}）',
    }),
    say({
      ja: 'こどもを守るための要保護児童対策地域協議会（児童福祉法第25条の2）',
      simple:
        '{子|こ}どもを {守|まも}る ための {会議|かいぎ} （{児童福祉法|じどうふくしほう}{第|だい}25{条|じょう}の2）',
    }),
    say({
      ja: '支援に関わる人が、秘密を守る義務を負って集まる支援会議（社会福祉法第106条の6、生活困窮者自立支援法第9条）',
      simple:
        '{困|こま}って いる {人|ひと}を どう {手伝|てつだ}うか {話|はな}す {会議|かいぎ} （{社会福祉法|しゃかいふくしほう}{第|だい}106{条|じょう}の6、 {生活困窮者自立支援法|せいかつこんきゅうしゃじりつしえんほう}{第|だい}9{条|じょう}）。 {会議|かいぎ}に {出|で}た {人|ひと}は、 {秘密|ひみつ}を {守|まも}ります。',
    }),
  ])}${paragraph(
    say({
      ja: 'このほか、命や体に危険があって急ぐときは、職員が理由を記録した上で情報を見ることがあります。そのときは、後で必ず点検します。',
      simple:
        'ほかに、 {命|いのち}や {体|からだ}が {危|あぶ}なくて {急|いそ}ぐ とき、 {職員|しょくいん}が {情報|じょうほう}を {見|み}る ことが あります。 {見|み}た {理由|りゆう}を {書|か}いて {残|のこ}します。 {正|ただ}しかったか、 {後|あと}で {必|かなら}ず {調|しら}べます。',
    }),
  )}`;
};

/** What a person must know of taking a consent back. */
export const withdrawalNotice = ({ say }: Writer): Html =>
  bullets([
    say({
      ja: '同意は、いつでも撤回する（取りやめる）ことができます。理由は要りません。',
      simple: '{同意|どうい}は、 いつでも やめる ことが できます。 {理由|りゆう}は いりません。',
    }),
    say({
      ja: '撤回するときは、問合せ先へ、来所、電話又は撤回届によりお申し出ください。',
      simple:
        'やめたい ときは、 {下|した}の {窓口|まどぐち}に {来|き}て {話|はな}すか、 {電話|でんわ}を するか、 「やめる {紙|かみ}」 （{撤回届|てっかいとどけ}）を {出|だ}して ください。',
    }),
    say({
      ja: '同意しないこと、又は撤回することにより、相談や支援を断られるなどの不利益はありません。',
      simple:
        '{同意|どうい}しなくても、 やめても、 {困|こま}る ことは ありません。 {相談|そうだん}や {手伝|てつだ}いを {受|う}ける ことが できます。',
    }),
    say({
      ja: '撤回した後は、その同意により新たに情報を提供することはありません。撤回する前にした提供が無効になることはありません。',
      simple:
        'やめた {後|あと}は、 その {同意|どうい}で {新|あたら}しく {情報|じょうほう}を {伝|つた}えません。 やめる {前|まえ}に {伝|つた}えた ことは、 {取|と}り{消|け}しに なりません。',
    }),
  ]);

/** The right to see the record, and that some of it may lawfully be kept back: always said, whatever there is. */
export const recordNotice = ({ say }: Writer): Html =>
  markup`${paragraph(
    say({
      ja: '誰が、いつ、何のために情報を見たかを、全て記録しています。本人は、その記録を見ることができます。問合せ先へお申し出ください。',
      simple:
        '{誰|だれ}が、 いつ、 {何|なん}の ために {情報|じょうほう}を {見|み}たか、 {全部|ぜんぶ} {記録|きろく}して います。 あなたは、 その {記録|きろく}を {見|み}る ことが できます。 {見|み}たい ときは、 {下|した}の {窓口|まどぐち}に {言|い}って ください。',
    }),
  )}${withheldNotice({ say })}`;

/** The same sentence for everybody: it says nothing of whether there is such a record. */
export const withheldNotice = ({ say }: Pick<Writer, 'say'>): Html =>
  paragraph(
    say({
      ja: 'ただし、法令により、お知らせしないことができる記録や、後日お知らせする記録があります。そのような記録があるかどうかは、お答えできません。この文は、全ての方に同じものをお示ししています。',
      simple:
        'でも、 {法律|ほうりつ}などの {決|き}まりで、 {見|み}せる ことが できない {記録|きろく}や、 {後|あと}で {見|み}せる {記録|きろく}が あります。 それが あるか ないかは、 {答|こた}える ことが できません。 この {文|ぶん}は、 みんなの {紙|かみ}に {同|おな}じように {書|か}いて あります。',
    }),
  );

/** 問合せ先. */
export function contactBlock({ issuer, writer }: { issuer: Issuer; writer: Writer }): Html {
  const { contact, municipality } = issuer;
  const { say, name } = writer;
  return fields([
    [
      say({ ja: '問合せ先', simple: '{聞|き}く ところ' }),
      markup`${name(municipality)} ${name(contact)}${contact.address ? markup`<br>${name(contact.address)}` : []}${
        contact.phone ? markup`<br>${say({ ja: '電話', simple: '{電話|でんわ}' })} ${contact.phone}` : []
      }${contact.hours ? markup`（${name(contact.hours)}）` : []}`,
    ],
  ]);
}
