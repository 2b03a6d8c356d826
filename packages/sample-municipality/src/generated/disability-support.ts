import { DISABILITY_SUPPORT } from '../sectors.js';
import { ageOn, GENERATED_AS_OF, later, plusDays } from './days.js';
import type { GeneratedHousehold } from './household.js';
import { SectorRows, type SectorPart } from './rows.js';

interface Kind {
  readonly kind: 'PHYSICAL' | 'INTELLECTUAL' | 'MENTAL';
  readonly name: string;
  readonly grades: readonly [string, ...string[]];
}
const kinds: readonly [Kind, Kind, Kind] = [
  { kind: 'PHYSICAL', name: '両下肢機能障害', grades: ['1級', '2級', '3級', '4級'] },
  { kind: 'INTELLECTUAL', name: '知的障害', grades: ['A', 'B1', 'B2'] },
  { kind: 'MENTAL', name: '気分障害', grades: ['1級', '2級', '3級'] },
];
const adultServices = ['就労継続支援B型', '生活介護', '居宅介護(家事援助)', '共同生活援助'] as const;

/** 障がい: certificates, and for some of them category, decision and plan. Shares are our own assumption. */
export function disabilitySupportOf(household: GeneratedHousehold): SectorPart {
  const rows = new SectorRows(household, DISABILITY_SUPPORT);
  for (const member of household.members) {
    const random = rows.random(member);
    const share = household.caseOpenedOn === undefined ? (member.age < 18 ? 0.02 : 0.05) : 0.3;
    if (member.age < 3 || !random.chance(share)) continue;
    const isMinor = member.age < 18;
    const usesServices = random.chance(household.caseOpenedOn === undefined ? 0.4 : 0.8);
    const since = plusDays(GENERATED_AS_OF, -random.between(60, 700));
    const client = rows.open(member, random, usesServices ? since : undefined);
    const { kind, name, grades } = isMinor ? kinds[1] : random.pick(kinds);
    const issuedOn = later(
      plusDays(member.birthDate, 730),
      plusDays(GENERATED_AS_OF, -random.between(100, 3_000)),
    );
    rows.record('disability_certificate', client, {
      kind,
      grade: random.pick(grades),
      issued_on: issuedOn,
      recheck_on: null,
      valid_until: kind === 'MENTAL' ? plusDays(GENERATED_AS_OF, random.between(-100, 700)) : null,
      number: `第${issuedOn.slice(0, 4)}-${random.between(1, 9_999)}号`,
      disability_name: name,
    });
    if (!usesServices) continue;
    // Decided for adults alone.
    if (ageOn(member.birthDate, since) >= 18)
      rows.record('disability_support_category', client, {
        category: String(random.between(1, 6)),
        certified_on: since,
        valid_from: since,
        valid_until: plusDays(since, 1_095),
      });
    const service = isMinor ? '放課後等デイサービス' : random.pick(adultServices);
    rows.record('benefit_decision', client, {
      kind: service,
      allotment: random.pick(['10日/月', '15日/月', '当該月の日数から8日を控除した日数']),
      from_date: since,
      until_date: plusDays(since, 365),
      monthly_ceiling: random.pick([0, 0, 0, 9_300]),
      decided_on: since,
    });
    rows.record('service_use_plan', client, {
      made_on: since,
      consultation_specialist: rows.worker().name,
      wishes: random.pick([
        '自分のペースで過ごしたい。',
        '働く日を増やしたい。',
        '友だちと過ごす時間がほしい。',
      ]),
      policy: '本人の希望を確かめながら進める。',
      long_term_goal: '地域で安心して暮らす。',
      short_term_goal: `${service}に休まず通う。`,
      next_monitoring: plusDays(GENERATED_AS_OF, random.between(10, 180)),
      consultation_provider: '見本相談支援事業所',
    });
    rows.contact(
      client,
      since,
      'OFFICE_VISIT',
      random.pick(['利用の更新について説明した。', '体調の波があるとのこと。']),
    );
  }
  return rows.finish();
}
