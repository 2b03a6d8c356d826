import { COLLABORATION, officeCode, OfficeKind, OfficeStatus, OperationMode } from '@kasane/vocabulary';
import { AIZU_WAKAMATSU } from './municipalities.js';
import type { SampleOffice } from './sample-office.js';
import { CHILD_FAMILY, DISABILITY_SUPPORT, ELDER_CARE, LIVELIHOOD_SUPPORT } from './sectors.js';

/** What the document prints alike for all of these: it says 委託 or 直営 of none of them. */
const aizu = {
  localGovernmentCode: AIZU_WAKAMATSU,
  operationMode: OperationMode.UNSTATED,
  status: OfficeStatus.OPEN,
} as const;

const coordinator: SampleOffice = {
  ...aizu,
  code: officeCode('aizu-chiiki-fukushi'),
  sector: COLLABORATION,
  kind: OfficeKind.MULTI_AGENCY_COORDINATOR,
  name: '市地域福祉課',
  address: null,
  districts: [],
  cityWide: true,
};

type Desk = readonly [code: string, name: string, address: string, hostFacility: string, district: string];

const houkatsu: readonly Desk[] = [
  ['1', '若松第１地域包括支援センター', '東千石一丁目2番13号', '医療生協診療所', 'aizu-wakamatsu-1'],
  ['2', '若松第２地域包括支援センター', '本町1番1号', '山鹿クリニック', 'aizu-wakamatsu-2'],
  [
    '3',
    '若松第３地域包括支援センター',
    '門田町大字黒岩字五百山丙459番地の3',
    '会津長寿園',
    'aizu-wakamatsu-3',
  ],
  [
    '4',
    '若松第４地域包括支援センター',
    '神指町大字北四合字伊丹堂55番地の1',
    '会津みどりホーム',
    'aizu-wakamatsu-4',
  ],
  ['5', '若松第５地域包括支援センター', '一箕町大字松長字下長原152番地', '枝雪零苑', 'aizu-wakamatsu-5'],
  ['kitaaizu', '北会津地域包括支援センター', '北会津町東小松字南古川12番地', '美野里', 'aizu-kitaaizu'],
  ['kawahigashi', '河東地域包括支援センター', '河東町郡山字中子山22番地', '桜河苑', 'aizu-kawahigashi'],
];

const generalSupportCenters = houkatsu.map(([code, name, address, hostFacility, district]): SampleOffice => ({
  ...aizu,
  code: officeCode(`aizu-houkatsu-${code}`),
  sector: ELDER_CARE,
  kind: OfficeKind.COMMUNITY_GENERAL_SUPPORT_CENTER,
  name,
  address,
  hostFacility,
  districts: [district],
  cityWide: false,
}));

const coreConsultationCenter: SampleOffice = {
  ...aizu,
  code: officeCode('aizu-shougai-kikan'),
  sector: DISABILITY_SUPPORT,
  kind: OfficeKind.CORE_CONSULTATION_CENTER,
  name: '障がい者総合相談窓口（基幹相談支援センター）',
  address: '一箕町大字鶴賀字下柳原88番地の4',
  hostFacility: 'パオパオ',
  districts: [],
  cityWide: true,
};

/** There is no 第４ and no 河東: the areas of the sectors do not line up. */
const shougai: readonly Desk[] = [
  ['1', '第１地域障がい者相談窓口', '白虎一丁目4番地の1', '一花', 'aizu-wakamatsu-1'],
  ['2', '第２地域障がい者相談窓口', '本町1番1号', '山鹿クリニック', 'aizu-wakamatsu-2'],
  ['3', '第３地域障がい者相談窓口', '門田町大字日吉字笊籬田19番地', 'グループホーム希星', 'aizu-wakamatsu-3'],
  ['5', '第５地域障がい者相談窓口', '白虎一丁目4番地の1', '一花', 'aizu-wakamatsu-5'],
  [
    'kitaaizu',
    '北会津地域障がい者相談窓口',
    '北会津町東小松2335番地',
    '会津西病院メンタルケア棟',
    'aizu-kitaaizu',
  ],
];

const disabilityDesks = shougai.map(([code, name, address, hostFacility, district]): SampleOffice => ({
  ...aizu,
  code: officeCode(`aizu-shougai-${code}`),
  sector: DISABILITY_SUPPORT,
  kind: OfficeKind.DISABILITY_DESK,
  name,
  address,
  hostFacility,
  districts: [district],
  cityWide: false,
}));

/** The document marks the address of both city desks with ※ and prints this below. */
const newCityHall = {
  address: '東栄町3番46号',
  note: '令和7年5月の新庁舎業務開始までは、栄町5番17号（栄町第二庁舎内）',
} as const;

const childAndFamilyCenter: SampleOffice = {
  ...aizu,
  ...newCityHall,
  code: officeCode('aizu-kodomo-katei'),
  sector: CHILD_FAMILY,
  kind: OfficeKind.CHILD_FAMILY_CENTER,
  name: 'こども家庭センター',
  districts: [],
  cityWide: true,
};

const livelihoodDesk: SampleOffice = {
  ...aizu,
  ...newCityHall,
  code: officeCode('aizu-seikatsu-support'),
  sector: LIVELIHOOD_SUPPORT,
  kind: OfficeKind.LIVELIHOOD_SUPPORT_DESK,
  name: '生活サポート相談窓口',
  districts: [],
  cityWide: true,
};

const communityActivityCenter: SampleOffice = {
  ...aizu,
  code: officeCode('aizu-joy'),
  sector: DISABILITY_SUPPORT,
  kind: OfficeKind.COMMUNITY_ACTIVITY_CENTER,
  name: '地域活動支援センタージョイ',
  address: '中央一丁目5番27号',
  districts: [],
  cityWide: false,
};

/** 会津若松市: the coordinator, then the offices of 包括的相談支援事業 and 地域活動支援センター. */
export const aizuOffices: readonly SampleOffice[] = [
  coordinator,
  ...generalSupportCenters,
  coreConsultationCenter,
  ...disabilityDesks,
  childAndFamilyCenter,
  livelihoodDesk,
  communityActivityCenter,
];
