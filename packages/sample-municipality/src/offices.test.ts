import { describe, expect, test } from '@jest/globals';
import { OfficeKind, OfficeStatus, OperationMode } from '@kasane/vocabulary';
import { childRearingHubs } from './child-rearing-hubs.js';
import { districts } from './districts.js';
import { AIZU_WAKAMATSU, KATO, municipalities } from './municipalities.js';
import { office, offices, officesServing } from './offices.js';
import type { SampleOffice } from './sample-office.js';
import { DISABILITY_SUPPORT } from './sectors.js';

/** The tables of 会津若松市's plan as the text of the document has them, with its spaces and broken lines. */
const printed = {
  COMMUNITY_GENERAL_SUPPORT_CENTER: `
若松第１地域包括支援センター 
東千石一丁目 2番 13号 
（医療生協診療所内） 
若松第２地域包括支援センター 
本町 1番 1号 
（山鹿クリニック内） 
若松第３地域包括支援センター 
門田町大字黒岩字五百山丙 459番地の 3 
（会津長寿園内） 
若松第４地域包括支援センター 
神指町大字北四合字伊丹堂 55番地の 1 
（会津みどりホーム内） 
若松第５地域包括支援センター 
一箕町大字松長字下長原 152番地 
（枝雪零苑内） 
北会津地域包括支援センター 
北会津町東小松字南古川 12番地 
（美野里内） 
河東地域包括支援センター 
河東町郡山字中子山 22番地 
（桜河苑内） `,
  CORE_CONSULTATION_CENTER: `
障がい者総合相談窓口 
（基幹相談支援センター） 
一箕町大字鶴賀字下柳原 88番地の 4 
（パオパオ内） `,
  DISABILITY_DESK: `
第１地域障がい者相談窓口 
白虎一丁目 4番地の 1 
（一花内） 
第２地域障がい者相談窓口 
本町 1番 1号 
（山鹿クリニック内） 
第３地域障がい者相談窓口 
門田町大字日吉字笊籬田 19番地 
（グループホーム希星内） 
第５地域障がい者相談窓口 
白虎一丁目 4番地の 1 
（一花内） 
北会津地域障がい者相談窓口 
北会津町東小松 2335番地 
（会津西病院メンタルケア棟内） `,
  CHILD_FAMILY_CENTER: 'こども家庭センター 東栄町 3番 46号',
  LIVELIHOOD_SUPPORT_DESK: '生活サポート相談窓口 東栄町 3番 46号',
  COMMUNITY_ACTIVITY_CENTER: '地域活動支援センタージョイ 中央一丁目 5番 27号 ',
  CHILD_REARING_HUB: `
若松第一保育園 日新町 16番 36号 
若松第三保育園 城前 9番 6号 
のぞみ保育園 中町 3番 20号 
つるが保育園 居合町 8番 48号 
会津報徳保育園 材木町一丁目 3番 15号 
門田報徳保育園（※１） 門田町大字中野字屋敷 191番地の 3 
面川報徳保育園 門田町大字面川字舘堀 74番地 
すくすく園 東千石二丁目 4番 15号 
中央保育所（※２） 花春町 2番 1号 
広田保育所（※２） 河東町広田字横堀 15番地 
みなみ若葉こども園 門田町大字日吉字小金井 63番地 
認定こども園会津若葉幼稚園 湯川町 3番 74号 
菅原若葉こども園 柳原町四丁目 5番 20号 
会津慈光こども園 宝町 2番 16号 
慈光第二こども園 東年貢二丁目 7番 3号 
認定こども園子どもの森 一箕町大字亀賀字北柳原 42番地の 1 
認定こども園榎の木 千石町 8番 16号 
認定こども園北会津こどもの村幼保園 北会津町中荒井字山道 4番地の 1 
認定こども園若松第一幼稚園 中央一丁目 1番 5号 
認定こども園若松第二幼稚園星の子ランド 日新町 8番 26号 
認定こども園若松第三幼稚園 湯川町 3番 53号 
認定こども園こばとらんど 町北町大字上荒久字田石尻 107番地 
とうみょう子ども園 大町二丁目 1番 45号 
南町こども園 南花畑 2番 7号 
どんぐり山こども園 門田町大字黒岩字大坪 68番地の 1 
ザベリオ学園こども園 西栄町 1番 52号 
やまがみらいこども園 山鹿町 4番 37号 
あいづ博愛こども園 本町 8番 40号 
幼保連携型認定こども園こぼうしこども園 滝沢町 4番 26号 
若松聖愛幼稚園 馬場町 3番 8号 
アイアイプラス 一箕町大字亀賀字北柳原 45番地の 1 
木育広場もくれん 町北町大字上荒久田字石尻 216番地 
幼保連携型認定こども園リトルスターこども

園 
インター西 68番地 `,
} satisfies Partial<Record<OfficeKind, string>>;

const printedKinds = Object.keys(printed) as (keyof typeof printed)[];

/** Who met about 加東市's example, as printed. */
const printedKato =
  '社会福祉課（困窮、障害）、高齢介護課（地域包括支援センター）、学校教育課（小中学校）、こども教育課（こども園）、' +
  '都市政策課（市営住宅）計画相談事業所、福祉総務課（児童福祉係、ひとり親担当、重層担当）';

/** Who takes part in 支援会議 besides: two rows and a heading of its table, three lines of its figure. */
const printedAgencies = `ケース内容 健康 高齢 障害 困窮 こども 社協 その他
第2回 生活困窮・家庭内暴力・精神的不調を抱える世帯 〇 〇 〇 DVセンター
・区長
・民生児童委員
・警察`;

const squeeze = (text: string): string => text.replace(/\s/g, '');
const occurrences = (text: string, part: string): number => text.split(part).length - 1;
const inAizu = (kind: OfficeKind): readonly SampleOffice[] =>
  offices.filter((each) => each.kind === kind && each.localGovernmentCode === AIZU_WAKAMATSU);

const markOf = ({ status, operationMode }: SampleOffice): string => {
  if (status === OfficeStatus.SUSPENDED) return '（※１）';
  return operationMode === OperationMode.CITY_RUN ? '（※２）' : '';
};
const asPrinted = (each: SampleOffice): string =>
  each.name +
  markOf(each) +
  each.address +
  (each.hostFacility === undefined ? '' : `（${each.hostFacility}内）`);

describe('the offices of 会津若松市', () => {
  test.each(printedKinds)('%s: names, addresses, buildings and marks are those of print', (kind) => {
    expect(inAizu(kind).map(asPrinted).join('')).toBe(squeeze(printed[kind]));
  });

  test('every name stands in the tables exactly once', () => {
    const tables = printedKinds.map((kind) => squeeze(printed[kind])).join('\n');
    const named = offices.filter(
      ({ localGovernmentCode, address }) => localGovernmentCode === AIZU_WAKAMATSU && address !== null,
    );
    for (const { name } of named) expect([name, occurrences(tables, name)]).toEqual([name, 1]);
  });

  test('are as many of each kind as the document names', () => {
    const counts = Object.fromEntries(Object.values(OfficeKind).map((kind) => [kind, inAizu(kind).length]));
    expect(counts).toEqual({
      MULTI_AGENCY_COORDINATOR: 1,
      COMMUNITY_GENERAL_SUPPORT_CENTER: 7,
      CORE_CONSULTATION_CENTER: 1,
      DISABILITY_DESK: 5,
      COMMUNITY_ACTIVITY_CENTER: 1,
      PLANNING_CONSULTATION_OFFICE: 0,
      CHILD_FAMILY_CENTER: 1,
      CHILD_REARING_HUB: 33,
      LIVELIHOOD_SUPPORT_DESK: 1,
      CITY_DIVISION: 0,
      SUPPORT_AGENCY: 0,
      SCHOOL: 0,
      NURSERY: 0,
    });
  });

  test('keep the closed and the city-run marks, on these and no others', () => {
    const where = (marked: (each: SampleOffice) => boolean) => offices.filter(marked).map(({ name }) => name);
    expect(where(({ status }) => status === OfficeStatus.SUSPENDED)).toEqual(['門田報徳保育園']);
    expect(where(({ operationMode }) => operationMode === OperationMode.CITY_RUN)).toEqual([
      '中央保育所',
      '広田保育所',
    ]);
    expect(where(({ operationMode }) => operationMode === OperationMode.ENTRUSTED)).toEqual([]);
  });

  test('the two city desks say where they were before the new city hall', () => {
    const note = '令和7年5月の新庁舎業務開始までは、栄町5番17号（栄町第二庁舎内）';
    expect(offices.filter((each) => each.note === note).map(({ code }) => code)).toEqual([
      'aizu-kodomo-katei',
      'aizu-seikatsu-support',
    ]);
  });

  test('no area is read into the name of a nursery', () => {
    expect(childRearingHubs.flatMap((hub) => hub.districts)).toEqual([]);
  });
});

describe('the offices of 加東市', () => {
  const kato = offices.filter(({ localGovernmentCode }) => localGovernmentCode === KATO);
  const agencies = kato.filter(({ kind }) => kind === OfficeKind.SUPPORT_AGENCY);
  const met = kato.filter((each) => !agencies.includes(each));

  test('each that met is a division of print, or one of the duties printed in its brackets', () => {
    for (const { name } of met) {
      const [, division = name, duty = ''] = /^(.+?)（(.+)）$/.exec(name) ?? [];
      expect([name, occurrences(printedKato, division)]).toEqual([name, 1]);
      expect(printedKato.slice(printedKato.indexOf(division))).toContain(duty);
    }
  });

  test('all that are printed as having met have their office: 7 divisions and bodies, 10 offices', () => {
    const divisions = new Set(met.map(({ name }) => name.replace(/（.*/, '')));
    expect([...divisions].sort()).toEqual(
      [
        '社会福祉課',
        '高齢介護課',
        '学校教育課',
        'こども教育課',
        '都市政策課',
        '計画相談事業所',
        '福祉総務課',
      ].sort(),
    );
    expect(met).toHaveLength(10);
  });

  test('five others are named as taking part; of no sector, and serving we do not know whom', () => {
    expect(agencies.map(({ name }) => name)).toEqual(['DVセンター', '社協', '区長', '民生児童委員', '警察']);
    for (const { name, sector, cityWide } of agencies) {
      expect([name, occurrences(printedAgencies, name)]).toEqual([name, 1]);
      expect([sector, cityWide]).toEqual([undefined, false]);
    }
  });

  test('a division of two sectors is two offices, one sector each', () => {
    const welfare = kato.filter(({ name }) => name.startsWith('社会福祉課'));
    expect(welfare.map(({ sector }) => sector)).toEqual(['disability-support', 'livelihood-support']);
    for (const { note } of welfare) expect(note).toContain('社会福祉課（困窮、障害）');
  });

  test('have no address, because none is printed', () => {
    expect(kato.filter(({ address }) => address !== null)).toEqual([]);
  });
});

describe('codes and districts', () => {
  test('every code is unique and readable', () => {
    const codes = offices.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(code).toMatch(/^(aizu|kato)(-[a-z0-9]+)+$/);
  });

  test('every district and municipality that is referred to exists, in the same city', () => {
    const cities = municipalities.map(({ localGovernmentCode }) => localGovernmentCode);
    for (const { localGovernmentCode } of districts) expect(cities).toContain(localGovernmentCode);
    for (const { districts: served, localGovernmentCode } of offices) {
      expect(cities).toContain(localGovernmentCode);
      const own = districts
        .filter((each) => each.localGovernmentCode === localGovernmentCode)
        .map(({ id }) => id);
      expect(own).toEqual(expect.arrayContaining([...served]));
    }
  });

  test('若松第４ and 河東 have no disability desk of their own, only the city-wide one', () => {
    for (const id of ['aizu-wakamatsu-4', 'aizu-kawahigashi']) {
      const desks = officesServing(id).filter(({ sector }) => sector === DISABILITY_SUPPORT);
      expect(desks.map(({ code }) => code)).toEqual(['aizu-shougai-kikan']);
    }
  });

  test('若松第２ is served in every sector, by offices of its own city', () => {
    expect(officesServing('aizu-wakamatsu-2').map(({ code }) => code)).toEqual([
      'aizu-chiiki-fukushi',
      'aizu-houkatsu-2',
      'aizu-shougai-kikan',
      'aizu-shougai-2',
      'aizu-kodomo-katei',
      'aizu-seikatsu-support',
    ]);
  });

  test('加東市 is served by its divisions', () => {
    expect(officesServing('kato-city')).toHaveLength(9);
  });

  test('offices of one building stay apart', () => {
    const codesIn = (host: string) =>
      offices.filter(({ hostFacility }) => hostFacility === host).map(({ code }) => code);
    expect(codesIn('山鹿クリニック')).toEqual(['aizu-houkatsu-2', 'aizu-shougai-2']);
    expect(codesIn('一花')).toEqual(['aizu-shougai-1', 'aizu-shougai-5']);
  });

  test('an unknown code is refused by name', () => {
    expect(() => office('aizu-shougai-4')).toThrow("No office 'aizu-shougai-4'");
  });

  test('the local government codes carry a right check digit', () => {
    for (const { localGovernmentCode } of municipalities) {
      const [a = 0, b = 0, c = 0, d = 0, e = 0, check] = [...localGovernmentCode].map(Number);
      const sum = a * 6 + b * 5 + c * 4 + d * 3 + e * 2;
      expect(check).toBe((11 - (sum % 11)) % 10);
    }
  });
});
