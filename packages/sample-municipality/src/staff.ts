import {
  Capacity,
  COLLABORATION,
  officeCode,
  Role,
  staffId,
  type OfficeCode,
  type SectorId,
  type StaffId,
} from '@kasane/vocabulary';
import { lookupBy } from './lookup.js';
import { CHILD_FAMILY, DISABILITY_SUPPORT, ELDER_CARE, LIVELIHOOD_SUPPORT } from './sectors.js';

/** A fictional member of staff. Whom they work with is in `assignments` and `rosters`; a role alone opens nothing. */
export interface SampleStaff {
  readonly staffId: StaffId;
  readonly name: string;
  readonly office: OfficeCode;
  /** Absent for who works in no sector's system. */
  readonly sector?: SectorId;
  readonly capacity: Capacity;
  /** Empty for a guest of conferences: what they are shown comes from the session alone. */
  readonly roles: readonly Role[];
  /** `職名 — what they stand for in the sample`. */
  readonly note: string;
}

const { CITY_STAFF, ENTRUSTED_STAFF, PRIVATE_PARTNER, VOLUNTEER, GUEST } = Capacity;
const {
  COORDINATOR,
  SECTOR_WORKER,
  OFFICE_MANAGER,
  PRIVACY_OFFICER,
  PROTECTION_OFFICER,
  OPERATOR,
  COMMITTEE,
} = Role;

const of = (
  id: string,
  name: string,
  office: string,
  sector: SectorId | undefined,
  capacity: Capacity,
  role: Role | undefined,
  note: string,
): SampleStaff => ({
  staffId: staffId(id),
  name,
  office: officeCode(office),
  ...(sector !== undefined && { sector }),
  capacity,
  roles: role === undefined ? [] : [role],
  note,
});

export const staff: readonly SampleStaff[] = [
  // The coordinators: each sees the cases of their own city only.
  of(
    'aizu-coordinator',
    '春野 恵',
    'aizu-chiiki-fukushi',
    COLLABORATION,
    CITY_STAFF,
    COORDINATOR,
    '包括化支援員 — coordinates H01 and H02',
  ),
  of(
    'kato-coordinator',
    '秋山 拓海',
    'kato-fukushi-somu',
    COLLABORATION,
    CITY_STAFF,
    COORDINATOR,
    '重層担当 — coordinates all cases of 加東市',
  ),

  // 介護
  of(
    'aizu-houkatsu-1-worker',
    '若竹 由美',
    'aizu-houkatsu-1',
    ELDER_CARE,
    ENTRUSTED_STAFF,
    SECTOR_WORKER,
    '社会福祉士 — uninvolved in every case; works with the bystander B01',
  ),
  of(
    'aizu-houkatsu-2-worker',
    '白樺 健',
    'aizu-houkatsu-2',
    ELDER_CARE,
    ENTRUSTED_STAFF,
    SECTOR_WORKER,
    '主任介護支援専門員 — works with the parents of H01',
  ),
  of(
    'aizu-houkatsu-3-worker',
    '檜山 千夏',
    'aizu-houkatsu-3',
    ELDER_CARE,
    ENTRUSTED_STAFF,
    SECTOR_WORKER,
    '保健師 — works with the parent of H02',
  ),
  of(
    'aizu-houkatsu-3-manager',
    '椿 宗一',
    'aizu-houkatsu-3',
    ELDER_CARE,
    ENTRUSTED_STAFF,
    OFFICE_MANAGER,
    'センター長 — manages the office, is assigned to nobody',
  ),
  of(
    'kato-elder-care-worker',
    '桐生 美穂',
    'kato-korei-kaigo',
    ELDER_CARE,
    CITY_STAFF,
    SECTOR_WORKER,
    '保健師 — works with the elderly of H03, H05, H06, H08 and H12',
  ),

  // 障がい
  of(
    'aizu-shougai-kikan-worker',
    '楓 真理',
    'aizu-shougai-kikan',
    DISABILITY_SUPPORT,
    ENTRUSTED_STAFF,
    SECTOR_WORKER,
    '相談支援専門員 — works with the child of H02; no longer with the child of H01',
  ),
  of(
    'aizu-shougai-2-worker',
    '柊 大地',
    'aizu-shougai-2',
    DISABILITY_SUPPORT,
    ENTRUSTED_STAFF,
    SECTOR_WORKER,
    '相談支援専門員 — works with the child of H01',
  ),
  of(
    'kato-shougai-worker',
    '萩 直樹',
    'kato-shakai-fukushi-shougai',
    DISABILITY_SUPPORT,
    CITY_STAFF,
    SECTOR_WORKER,
    '障害担当 — works with the preschooler of H03, the uncle of H06, and in H05, H07, H10 and H12',
  ),
  of(
    'kato-keikaku-worker',
    '藤波 沙織',
    'kato-keikaku-sodan',
    DISABILITY_SUPPORT,
    PRIVATE_PARTNER,
    SECTOR_WORKER,
    '相談支援専門員 — plans services for the preschooler of H03, and in H07, H10 and H12',
  ),

  // 子育て
  of(
    'aizu-kodomo-worker',
    '菫 あかり',
    'aizu-kodomo-katei',
    CHILD_FAMILY,
    CITY_STAFF,
    SECTOR_WORKER,
    '統括支援員 — no child in H01 and H02; works with the grandchild of B01',
  ),
  of(
    'kato-kodomo-worker',
    '桔梗 悠',
    'kato-fukushi-somu-jido',
    CHILD_FAMILY,
    CITY_STAFF,
    SECTOR_WORKER,
    '児童福祉係 — works with mothers and children of H03, H04, H06, H07, H11 and the young of H10',
  ),
  of(
    'kato-hitorioya-worker',
    '芹沢 茜',
    'kato-fukushi-somu-hitorioya',
    CHILD_FAMILY,
    CITY_STAFF,
    SECTOR_WORKER,
    'ひとり親担当 — same sector, another desk; works with the bystander B02',
  ),

  // 生活困窮
  of(
    'aizu-livelihood-worker',
    '夏目 亮',
    'aizu-seikatsu-support',
    LIVELIHOOD_SUPPORT,
    CITY_STAFF,
    SECTOR_WORKER,
    '主任相談支援員 — works with H01 and H02',
  ),
  of(
    'kato-livelihood-worker',
    '冬木 香',
    'kato-shakai-fukushi-konkyu',
    LIVELIHOOD_SUPPORT,
    CITY_STAFF,
    SECTOR_WORKER,
    '困窮担当 — works with the mothers of H03, H04, H06 and H11, with H08 and H09',
  ),

  // Without a case
  of(
    'kato-toshi-seisaku-worker',
    '柏木 誠',
    'kato-toshi-seisaku',
    undefined,
    CITY_STAFF,
    SECTOR_WORKER,
    '市営住宅担当 — uninvolved in every case',
  ),
  of(
    'aizu-privacy-officer',
    '榊 典子',
    'aizu-chiiki-fukushi',
    undefined,
    CITY_STAFF,
    PRIVACY_OFFICER,
    '個人情報保護管理者 — reads ledgers; shares an office with the coordinator and no case',
  ),
  of(
    'aizu-operator',
    '楠 隼人',
    'aizu-chiiki-fukushi',
    undefined,
    CITY_STAFF,
    OPERATOR,
    'システム運用担当 — runs the hub; shares an office with the coordinator and no case',
  ),
  of(
    'aizu-committee-member',
    '梓 清',
    'aizu-houkatsu-kitaaizu',
    undefined,
    ENTRUSTED_STAFF,
    COMMITTEE,
    '推進会議委員 — for a consultation office; reads indicators only',
  ),
  of(
    'kato-privacy-officer',
    '槙 浩',
    'kato-fukushi-somu',
    undefined,
    CITY_STAFF,
    PRIVACY_OFFICER,
    '個人情報保護管理者 — reads ledgers of 加東市; shares an office with the coordinator and no case',
  ),

  // Around the protective measure of H04
  of(
    'kato-protection-officer',
    '欅 真弓',
    'kato-fukushi-somu',
    undefined,
    CITY_STAFF,
    PROTECTION_OFFICER,
    '支援措置担当 — registers protective measures; has no case',
  ),
  of(
    'kato-dv-worker',
    '棗 志乃',
    'kato-dv-center',
    undefined,
    CITY_STAFF,
    SECTOR_WORKER,
    '相談員 — handles the protective measure of H04, in no sector’s system',
  ),
  of(
    'kato-livelihood-worker-2',
    '榎本 遼',
    'kato-shakai-fukushi-konkyu',
    LIVELIHOOD_SUPPORT,
    CITY_STAFF,
    SECTOR_WORKER,
    '困窮担当 — works with the bystander B03, the other party of H04; kept away from H04, at the same desk',
  ),

  // Guests of conferences: without a session they are shown nothing.
  of('kato-kucho', '橘 勇', 'kato-kucho', undefined, GUEST, undefined, '区長 — guest of conferences'),
  of(
    'kato-minsei',
    '樫村 芳江',
    'kato-minsei-jido-iin',
    undefined,
    VOLUNTEER,
    undefined,
    '民生委員・児童委員 — guest of conferences',
  ),
  of('kato-police', '檀 修一', 'kato-keisatsu', undefined, GUEST, undefined, '警察 — guest of conferences'),
  of(
    'kato-shakyo-worker',
    '木崎 梢',
    'kato-shakyo',
    undefined,
    PRIVATE_PARTNER,
    undefined,
    '社協 — guest of conferences',
  ),
];

/** @throws {Error} when the sample has no such member of staff. */
export const staffById: (id: StaffId | string) => SampleStaff = lookupBy(
  'member of staff',
  staff,
  ({ staffId }) => staffId,
);
