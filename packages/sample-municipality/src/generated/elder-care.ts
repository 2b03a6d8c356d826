import { ELDER_CARE } from '../sectors.js';
import { GENERATED_AS_OF, plusDays } from './days.js';
import type { GeneratedHousehold } from './household.js';
import { SectorRows, type SectorPart } from './rows.js';

/** Who needs care, by age: our own assumption. */
const shareCertified = (age: number): number => (age >= 85 ? 0.5 : age >= 75 ? 0.18 : 0.04);
/** 要支援1 to 要介護5, as the source codes them. */
const levels = ['12', '13', '21', '21', '22', '22', '23', '24', '25'] as const;
/** Its tables are in the shape of the care-insurance package: its names, its codes, days as eight digits. */
const keys = ['seiri_no', 'hihokensha_no'] as const;
const CERTIFIED = '2';
const OPEN_END = '99999999';
const ymd = (day: string): string => day.replaceAll('-', '');
const services = ['訪問介護', '通所介護', '福祉用具貸与', '訪問看護', '短期入所生活介護'] as const;
const talks = [
  '足腰が弱り、買い物に困っている。介護保険の申請を勧めた。',
  '物忘れが増えたと家族から話があった。受診の同行を約束した。',
  '通所を楽しみにしている。体調に変わりはない。',
  '夜間のトイレが心配とのこと。手すりの位置を相談した。',
] as const;

/** 介護: certification, plan, services and the contact log of those past sixty-five. */
export function elderCareOf(household: GeneratedHousehold): SectorPart {
  const rows = new SectorRows(household, ELDER_CARE);
  for (const member of household.members) {
    if (member.age < 65) continue;
    const random = rows.random(member);
    const isKnown = random.chance(household.caseOpenedOn === undefined ? 0.05 : 0.85);
    const isCertified = random.chance(shareCertified(member.age)) || (isKnown && random.chance(0.5));
    if (!isKnown && !isCertified) continue;
    const appliedOn = plusDays(GENERATED_AS_OF, -random.between(60, 600));
    const client = rows.open(member, random, appliedOn);
    for (let talk = random.between(1, 3), on = appliedOn; talk > 0 && on < GENERATED_AS_OF; talk--) {
      rows.contact(client, on, random.pick(['HOME_VISIT', 'PHONE', 'OFFICE_VISIT']), random.pick(talks));
      on = plusDays(on, random.between(10, 120));
    }
    if (!isCertified) continue;
    const level = random.pick(levels);
    const certifiedOn = plusDays(appliedOn, 30);
    rows.namedRecord('kg_nintei', keys, client, {
      shinsei_ymd: ymd(appliedOn),
      jokyo_kbn: CERTIFIED,
      yokaigo_jotai_kbn_cd: level,
      nintei_ymd: ymd(certifiedOn),
      yuko_kaishi_ymd: ymd(appliedOn),
      yuko_shuryo_ymd: ymd(plusDays(appliedOn, 730)),
    });
    if (random.chance(0.15)) continue;
    const madeOn = plusDays(certifiedOn, 14);
    rows.namedRecord('kg_keikaku', keys, client, {
      sakusei_ymd: ymd(madeOn),
      keikaku_tanto_shimei: '架空 ケア子',
      iko: random.pick([
        '住み慣れた家で暮らしたい。',
        '家族に負担をかけたくない。',
        '庭の手入れを続けたい。',
      ]),
      choki_mokuhyo: '自宅での生活を続けられる。',
      tanki_mokuhyo: random.pick(['転ばずに過ごす。', '週2回入浴する。', '薬を忘れずに飲む。']),
    });
    for (let service = random.between(1, 3); service > 0; service--)
      rows.namedRecord('kg_service_riyo', keys, client, {
        service_shurui: random.pick(services),
        jigyosho: random.pick(['架空デイサービス', '例示福祉用具', '見本訪問介護']),
        hindo: random.pick(['週1回', '週2回', '週3回']),
        kaishi_ymd: ymd(madeOn),
        shuryo_ymd: OPEN_END,
      });
  }
  return rows.finish();
}
