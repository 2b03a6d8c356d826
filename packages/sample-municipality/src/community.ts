import { CommunityProgramme, type OfficeCode } from '@kasane/vocabulary';
import { childRearingHubs } from './child-rearing-hubs.js';
import { AIZU_WAKAMATSU } from './municipalities.js';
import { offices } from './offices.js';

/** A place, an activity or a coordinator of 地域づくり事業, as 会津若松市's plan prints it. */
export interface SampleActivity {
  readonly id: string;
  readonly programme: CommunityProgramme;
  readonly title: string;
  readonly words: string | null;
  readonly office: OfficeCode | null;
  readonly localGovernmentCode: string;
}

const joy = offices.find(({ code }) => code === 'aizu-joy');
if (!joy) throw new Error('The sample has no 地域活動支援センター.');

/** 「生活支援コーディネーターを全市と7地区に配置し」: the plan does not name the seven areas. */
const COORDINATED = ['全市', ...Array.from({ length: 7 }, (_each, at) => `地区${at + 1}(7地区)`)];

const activity = (
  id: string,
  programme: CommunityProgramme,
  title: string,
  words: string | null,
  office: OfficeCode | null = null,
): SampleActivity => ({
  id: `ca-aizu-${id}`,
  programme,
  title,
  words,
  office,
  localGovernmentCode: AIZU_WAKAMATSU,
});

const { CARE_PREVENTION, LIVING_SUPPORT, ACTIVITY_CENTER, CHILD_REARING, LIVELIHOOD_COMMUNITY } =
  CommunityProgramme;

/** The five programmes of 地域づくり事業, in the order of print. */
export const communityActivities: readonly SampleActivity[] = [
  activity('class', CARE_PREVENTION, '介護予防教室', null),
  activity(
    'salon',
    CARE_PREVENTION,
    '地域サロン・老人クラブ等の通いの場',
    'リハビリテーション専門職等を講師として派遣し、いきいき百歳体操の指導や体力測定などを行う。',
  ),
  activity('supporter', CARE_PREVENTION, '市民サポーターの育成', null),
  ...COORDINATED.map((area, at) =>
    activity(
      `coordinator-${at}`,
      LIVING_SUPPORT,
      `生活支援コーディネーター(${area})`,
      '支え合い活動等の充実を目指す。',
    ),
  ),
  activity(
    'joy',
    ACTIVITY_CENTER,
    joy.name,
    '創作的活動又は生産活動の機会の提供、社会との交流の促進。',
    joy.code,
  ),
  ...childRearingHubs.map(({ code, name, note }) =>
    activity(code.replace('aizu-', ''), CHILD_REARING, name, note ?? null, code),
  ),
  activity(
    'forum',
    LIVELIHOOD_COMMUNITY,
    '地域福祉を考えるフォーラム',
    '地域の中での理解が深まるよう取り組む。',
  ),
];
