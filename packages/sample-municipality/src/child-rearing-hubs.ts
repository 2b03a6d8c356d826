import { officeCode, OfficeKind, OfficeStatus, OperationMode } from '@kasane/vocabulary';
import { AIZU_WAKAMATSU } from './municipalities.js';
import type { SampleOffice } from './sample-office.js';
import { CHILD_FAMILY } from './sectors.js';

/** 「※１は休止中、※２は直営」 below the document's table. */
type Mark = '※１' | '※２';

/** 会津若松市's 地域子育て支援拠点 in the order of print. 荒久字田 and 荒久田字 both stand as printed. */
const printed: readonly (readonly [name: string, address: string, mark?: Mark])[] = [
  ['若松第一保育園', '日新町16番36号'],
  ['若松第三保育園', '城前9番6号'],
  ['のぞみ保育園', '中町3番20号'],
  ['つるが保育園', '居合町8番48号'],
  ['会津報徳保育園', '材木町一丁目3番15号'],
  ['門田報徳保育園', '門田町大字中野字屋敷191番地の3', '※１'],
  ['面川報徳保育園', '門田町大字面川字舘堀74番地'],
  ['すくすく園', '東千石二丁目4番15号'],
  ['中央保育所', '花春町2番1号', '※２'],
  ['広田保育所', '河東町広田字横堀15番地', '※２'],
  ['みなみ若葉こども園', '門田町大字日吉字小金井63番地'],
  ['認定こども園会津若葉幼稚園', '湯川町3番74号'],
  ['菅原若葉こども園', '柳原町四丁目5番20号'],
  ['会津慈光こども園', '宝町2番16号'],
  ['慈光第二こども園', '東年貢二丁目7番3号'],
  ['認定こども園子どもの森', '一箕町大字亀賀字北柳原42番地の1'],
  ['認定こども園榎の木', '千石町8番16号'],
  ['認定こども園北会津こどもの村幼保園', '北会津町中荒井字山道4番地の1'],
  ['認定こども園若松第一幼稚園', '中央一丁目1番5号'],
  ['認定こども園若松第二幼稚園星の子ランド', '日新町8番26号'],
  ['認定こども園若松第三幼稚園', '湯川町3番53号'],
  ['認定こども園こばとらんど', '町北町大字上荒久字田石尻107番地'],
  ['とうみょう子ども園', '大町二丁目1番45号'],
  ['南町こども園', '南花畑2番7号'],
  ['どんぐり山こども園', '門田町大字黒岩字大坪68番地の1'],
  ['ザベリオ学園こども園', '西栄町1番52号'],
  ['やまがみらいこども園', '山鹿町4番37号'],
  ['あいづ博愛こども園', '本町8番40号'],
  ['幼保連携型認定こども園こぼうしこども園', '滝沢町4番26号'],
  ['若松聖愛幼稚園', '馬場町3番8号'],
  ['アイアイプラス', '一箕町大字亀賀字北柳原45番地の1'],
  ['木育広場もくれん', '町北町大字上荒久田字石尻216番地'],
  ['幼保連携型認定こども園リトルスターこども園', 'インター西68番地'],
];

/** Codes number the hubs in the order of print: `aizu-kosodate-01` and on. */
export const childRearingHubs: readonly SampleOffice[] = printed.map(([name, address, mark], at) => ({
  code: officeCode(`aizu-kosodate-${String(at + 1).padStart(2, '0')}`),
  sector: CHILD_FAMILY,
  kind: OfficeKind.CHILD_REARING_HUB,
  name,
  address,
  localGovernmentCode: AIZU_WAKAMATSU,
  districts: [],
  cityWide: false,
  operationMode: mark === '※２' ? OperationMode.CITY_RUN : OperationMode.UNSTATED,
  status: mark === '※１' ? OfficeStatus.SUSPENDED : OfficeStatus.OPEN,
  ...(mark === '※１' && { note: '休止中' }),
  ...(mark === '※２' && { note: '直営' }),
}));
