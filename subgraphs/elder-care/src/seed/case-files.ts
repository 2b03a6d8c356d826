import { ElderAbuseKind } from '../rights-advocacy/rights-advocacy-case.js';
import { CarePlanKind } from '../care-plan/care-plan.js';
import { CareApplicationKind } from '../certification/certification-codes.js';
import { ElderLivingSituation } from '../client-info/client-basic-info.js';
import { InsuredKind } from '../insured-person/insured-person.js';

/** What the package and the centre hold of the same persons besides `records`; all fictional. */

const insured = (key: string, localId: string, qualifiedOn: string, insurerNumber: string) => ({
  id: `shikaku-${key}`,
  localId,
  insurerNumber,
  kindCode: InsuredKind.FIRST,
  qualifiedOn,
  qualifiedBecause: '65歳到達',
  lostOn: null,
  lostBecause: null,
  isInsuredElsewhere: false,
});
/** Numbers of no insurer. */
const AIZU = '999901';
const KATO = '999902';

export const insurance = [
  insured('h01-father', '9000000101', '2006-04-01', AIZU),
  insured('h01-mother', '9000000102', '2008-02-01', AIZU),
  insured('h03-grandmother', '9000000301', '2018-05-01', KATO),
  insured('h06-grandfather', '9000000601', '2010-06-01', KATO),
  insured('h06-grandmother', '9000000602', '2012-09-01', KATO),
  insured('h12-self', '9000001201', '2007-01-01', KATO),
] as const;

/** What an application says besides its result, by the id of the certification. */
export const applications: Readonly<Record<string, object>> = {
  'cert-h01-father': {
    applicationKindCode: CareApplicationKind.NEW,
    surveyRequestedOn: '2025-05-28',
    surveyedOn: '2025-06-05',
    opinionRequestedOn: '2025-05-28',
    opinionReceivedOn: '2025-06-12',
    primaryJudgementCode: '21',
    boardJudgementCode: '22',
    agreedToShare: true,
  },
  'cert-h05-mother-2': {
    // A change of level that was asked for when the illness got worse.
    applicationKindCode: CareApplicationKind.CHANGE,
    applicationReason: '入院後に歩けなくなったため。',
    surveyedOn: '2026-04-02',
    primaryJudgementCode: '22',
    boardJudgementCode: '23',
    agreedToShare: true,
  },
  'cert-h06-grandfather-2': {
    applicationKindCode: CareApplicationKind.RENEWAL,
    surveyRequestedOn: '2026-10-07',
    surveyedOn: '2026-10-26',
    opinionRequestedOn: '2026-10-07',
    agreedToShare: true,
  },
  'cert-h06-grandmother': {
    applicationKindCode: CareApplicationKind.NEW,
    surveyedOn: '2025-08-28',
    opinionReceivedOn: '2025-09-03',
    primaryJudgementCode: '23',
    boardJudgementCode: '23',
    agreedToShare: true,
  },
};

export const healthAssessments = [
  {
    id: 'iken-h01-father',
    localId: '9000000101',
    writtenOn: '2025-06-10',
    specifiedDisease: null,
    disabilityIndependenceCode: 'A1',
    dementiaIndependenceCode: 'IIa',
    doctorAgreed: true,
  },
  {
    id: 'iken-h06-grandfather',
    localId: '9000000601',
    writtenOn: '2024-10-22',
    specifiedDisease: null,
    disabilityIndependenceCode: 'J2',
    dementiaIndependenceCode: 'IIb',
    doctorAgreed: true,
  },
  {
    // The doctor did not agree that the paper be given on: it stays with the office.
    id: 'iken-h06-grandmother',
    localId: '9000000602',
    writtenOn: '2025-09-01',
    specifiedDisease: null,
    disabilityIndependenceCode: 'B1',
    dementiaIndependenceCode: 'I',
    doctorAgreed: false,
  },
  {
    id: 'iken-h12-self',
    localId: '9000001201',
    writtenOn: '2025-06-05',
    specifiedDisease: null,
    disabilityIndependenceCode: 'A2',
    dementiaIndependenceCode: '自立',
    doctorAgreed: true,
  },
] as const;

export const illnesses = [
  {
    id: 'byoreki-h01-father-1',
    localId: '9000000101',
    beganOn: '2019-11-01',
    name: '変形性膝関節症',
    institution: '架空整形外科',
    course: '痛み止めで様子を見ている。',
  },
  {
    id: 'byoreki-h06-grandfather-1',
    localId: '9000000601',
    beganOn: '2024-08-20',
    name: 'アルツハイマー型認知症',
    institution: '例示もの忘れ外来',
    course: '夜間に外へ出ようとすることが増えた。',
  },
  {
    id: 'byoreki-h12-self-1',
    localId: '9000001201',
    beganOn: '2021-03-01',
    name: '慢性腎不全',
    institution: '架空腎クリニック',
    course: '週3回の透析に通っている。',
  },
] as const;

export const basicChecklists = [
  {
    id: 'check-h03-grandmother',
    localId: '9000000301',
    doneOn: '2025-06-09',
    answersAsGiven: '0010011100000000010000000',
    isProgramEligible: true,
  },
  {
    id: 'check-h06-grandmother',
    localId: '9000000602',
    doneOn: '2025-08-11',
    answersAsGiven: '1110111110100100110001 01',
    isProgramEligible: false,
  },
] as const;

export const basicInfos = [
  {
    id: 'kihon-h01-mother',
    localId: '9000000102',
    alsoAbout: '9000000101',
    madeOn: '2025-07-24',
    madeBy: '地域包括支援センター担当',
    consultedOn: '2025-07-22',
    consultedHow: '訪問',
    visitorRelation: null,
    situationCode: ElderLivingSituation.AT_HOME,
    lifeUntilNow: '長く農業を営み、近所の世話役もしていた。',
    lifeNow: '日中は居間で横になっていることが多い。',
    friends: '隣組の集まりには出なくなった。',
  },
  {
    id: 'kihon-h06-grandmother',
    localId: '9000000602',
    alsoAbout: '9000000601',
    madeOn: '2025-08-06',
    madeBy: '地域包括支援センター担当',
    consultedOn: '2025-08-04',
    consultedHow: '来所',
    visitorRelation: '長女',
    situationCode: ElderLivingSituation.AT_HOME,
    lifeUntilNow: '縫製工場に定年まで勤めた。',
    lifeNow: '通所の日を楽しみにしている。夜は夫の見守りで眠れない。',
    friends: '同じ棟の友人が週に一度訪ねてくる。',
  },
] as const;

/** What a care plan says besides its goals, by its id. */
export const planDetails: Readonly<Record<string, object>> = {
  'plan-h03-grandmother': {
    kindCode: CarePlanKind.PREVENTIVE,
    isProvisional: false,
    agreedOn: '2025-08-04',
    approach: '家族の中での役割を続けられるよう、体力を保つ。',
  },
  'plan-h06-grandmother': {
    kindCode: CarePlanKind.HOME_CARE,
    isProvisional: false,
    agreedOn: '2025-10-01',
    approach: '夜間の負担を減らし、本人の休める時間をつくる。',
    week: '月・木 通所介護',
  },
  'plan-h06-grandfather': {
    // The certification is not decided yet.
    kindCode: CarePlanKind.HOME_CARE,
    isProvisional: true,
    agreedOn: '2026-11-02',
    approach: '認定が決まるまでの間、見守りの手を増やす。',
    week: '火 訪問介護',
  },
};

export const furtherPlans = [
  {
    id: 'plan-h06-grandfather',
    localId: '9000000601',
    madeOn: '2026-11-02',
    careManager: '架空 ケア子',
    wishes: '家にいたい。畑のことが気になる。',
    longTermGoal: '夜、落ち着いて眠れる。',
    shortTermGoal: '昼間に体を動かす機会を週1回もつ。',
  },
] as const;

export const planNeeds = [
  {
    id: 'needs-h06-grandmother-1',
    localId: '9000000602',
    planId: 'plan-h06-grandmother',
    need: '浴室で転ばずに入浴したい。',
    longTermGoal: '自宅で入浴を続けられる。',
    shortTermGoal: '通所介護で週2回入浴する。',
    service: '入浴介助',
    provider: '架空デイサービス',
    frequency: '週2回',
    from: '2025-10-01',
    to: '2026-09-30',
  },
  {
    id: 'needs-h06-grandmother-2',
    localId: '9000000602',
    planId: 'plan-h06-grandmother',
    need: '階段の上り下りが不安。',
    longTermGoal: '一人で外へ出られる。',
    shortTermGoal: '手すりを使って1階まで下りる。',
    service: '福祉用具貸与',
    provider: '例示福祉用具',
    frequency: null,
    from: '2025-10-01',
    to: null,
  },
] as const;

export const careConferences = [
  {
    id: 'kaigi-h06-grandmother',
    localId: '9000000602',
    alsoAbout: null,
    heldOn: '2025-09-29',
    participants: '居宅介護支援事業所、通所介護、福祉用具貸与',
    discussed: '入浴の回数と送迎の時間を確かめた。',
    concluded: '週2回の通所で始める。',
    leftOpen: '夜間の見守り。',
  },
  {
    id: 'kaigi-h12-spouse',
    localId: '9000001202',
    alsoAbout: '9000001201',
    heldOn: '2026-08-24',
    participants: '居宅介護支援事業所、通所介護、短期入所',
    discussed: '透析の日の過ごし方と、短期入所の日数。',
    concluded: '通所週3回、短期入所月3日を続ける。',
    leftOpen: null,
  },
] as const;

export const plannerNotices = [
  {
    id: 'todoke-h06-grandmother',
    localId: '9000000602',
    planner: '例示居宅介護支援事業所',
    from: '2025-10-01',
    to: null,
  },
  {
    id: 'todoke-h12-self',
    localId: '9000001201',
    planner: '例示居宅介護支援事業所',
    from: '2025-07-01',
    to: null,
  },
] as const;

export const consultations = [
  {
    id: 'sodan-h01-father',
    localId: '9000000101',
    alsoAbout: null,
    receivedOn: '2025-05-12',
    callerRelation: '近隣',
    kind: '生活全般',
    response: '訪問して状況を確かめ、認定の申請を勧めた。',
    passedOnTo: '生活困窮の相談窓口',
    seal: null,
  },
  {
    id: 'sodan-h06-grandmother',
    localId: '9000000602',
    alsoAbout: '9000000601',
    receivedOn: '2025-08-04',
    callerRelation: '長女',
    kind: '介護',
    response: '夫婦それぞれの介護の手だてを説明した。',
    passedOnTo: '居宅介護支援事業所',
    seal: null,
  },
  {
    id: 'sodan-h08-mother',
    localId: '9000000801',
    alsoAbout: '9000000890',
    receivedOn: '2026-09-07',
    callerRelation: '本人',
    kind: '権利擁護',
    response: '安全を確かめ、受診に同行した。',
    passedOnTo: null,
    seal: 'RELEASE_ONLY',
  },
] as const;

/** Each speaks also of the one who is suspected. Who reported is nowhere. */
export const rightsAdvocacy = [
  {
    id: 'kenri-h02-self',
    localId: '9000000201',
    alsoAbout: '9000000290',
    receivedOn: '2025-07-01',
    abuseKindCodes: ElderAbuseKind.ECONOMIC,
    checkedOn: '2025-07-03',
    finding: '年金の通帳を子が持ち、生活費が渡されない月がある。',
    isUrgent: false,
    coreMeetingOn: '2025-07-10',
    guardianship: '申立ての要否を検討中',
    consumerHarm: null,
  },
  {
    id: 'kenri-h08-mother',
    localId: '9000000801',
    alsoAbout: '9000000890',
    receivedOn: '2026-09-07',
    abuseKindCodes: `${ElderAbuseKind.PHYSICAL},${ElderAbuseKind.ECONOMIC}`,
    checkedOn: '2026-09-08',
    finding: '左腕にあざ。金銭をめぐる言い合いのあとに生じた。',
    isUrgent: false,
    coreMeetingOn: '2026-09-10',
    guardianship: null,
    consumerHarm: null,
  },
] as const;
