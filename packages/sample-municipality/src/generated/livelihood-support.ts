import { LIVELIHOOD_SUPPORT } from '../sectors.js';
import { GENERATED_AS_OF, plusDays } from './days.js';
import type { GeneratedHousehold } from './household.js';
import { SectorRows, type SectorPart } from './rows.js';

const complaints = [
  '収入が減り、家賃の支払いが難しい。',
  '公共料金の督促が続いている。',
  '仕事が見つからず、貯金が尽きそう。',
  '借入れの返済で生活費が足りない。',
] as const;

/** 生活困窮: who came, of the grown-ups of working age first. Shares are our own assumption. */
export function livelihoodSupportOf(household: GeneratedHousehold): SectorPart {
  const rows = new SectorRows(household, LIVELIHOOD_SUPPORT);
  const adults = household.members.filter(({ age }) => age >= 18);
  const applicant = adults.find(({ age }) => age < 65) ?? adults[0];
  if (!applicant) return rows.finish();
  const random = rows.random(applicant);
  if (!random.chance(household.caseOpenedOn === undefined ? 0.02 : 0.75)) return rows.finish();
  const receivedOn = plusDays(GENERATED_AS_OF, -random.between(60, 500));
  const client = rows.open(applicant, random, receivedOn);
  // Whoever's money is counted has a file too, and a say.
  const others = adults
    .filter((adult) => adult !== applicant)
    .map((adult) => rows.open(adult, rows.random(adult)));
  const alsoAbout = others.length > 0 ? others.map(({ localId }) => localId).join(',') : null;
  rows.record('livelihood_intake', client, {
    received_on: receivedOn,
    channel: random.pick(['SELF', 'FAMILY', 'AGENCY', 'WELFARE_COMMISSIONER']),
    chief_complaint: random.pick(complaints),
    screening: 'CONTINUED',
    urgency: random.pick(['ROUTINE', 'SOON', 'URGENT']),
  });
  const decidedOn = plusDays(receivedOn, random.between(10, 40));
  rows.record('livelihood_plan', client, {
    made_on: decidedOn,
    goal: random.pick(['毎月の収支を合わせる。', '滞納を分けて納める。', '自分に合う仕事を半年続ける。']),
    from_date: decidedOn,
    to_date: plusDays(decidedOn, 365),
    decided_on: decidedOn,
    outcome: null,
  });
  if (applicant.age < 65)
    rows.record('employment_support', client, {
      status: random.pick(['SEEKING', 'PREPARING', 'EMPLOYED']),
      support: random.pick(['JOB_SUPPORT', 'JOB_READINESS']),
      from_date: decidedOn,
      to_date: null,
    });
  const income = random.between(60, 220) * 1_000;
  const pension = adults.some(({ age }) => age >= 65) ? random.between(40, 130) * 1_000 : 0;
  rows.record('household_finance', client, {
    also_about: alsoAbout,
    as_of: receivedOn,
    income_yen: income + pension,
    pension_yen: pension,
    allowances_yen: 0,
    expenses_yen: income + pension + random.between(-10, 60) * 1_000,
    savings_yen: random.between(0, 300) * 1_000,
    debt_yen: random.chance(0.5) ? random.between(50, 1_500) * 1_000 : 0,
    tax_arrears_yen: null,
    insurance_arrears_yen: null,
    rent_arrears_yen: random.chance(0.3) ? random.between(20, 200) * 1_000 : null,
    utilities_arrears_yen: null,
  });
  rows.record('household_housing', client, {
    also_about: alsoAbout,
    as_of: receivedOn,
    kind: random.pick(['PRIVATE_RENT', 'MUNICIPAL', 'OWNED']),
    rent_yen: null,
    must_move: random.chance(0.1),
    note: null,
  });
  rows.contact(client, receivedOn, 'OFFICE_VISIT', random.pick(complaints));
  rows.contact(client, decidedOn, 'PHONE', '書類がそろったとのこと。次の面談の日を決めた。');
  return rows.finish();
}
