import type { SampleContact } from '@kasane/sample-municipality';
import { ContactMethod } from '@kasane/vocabulary';

/** 相談・支援経過 of H05, H07, H10 and H12. As in `contacts`, who is told of is named. */
export const contacts: readonly SampleContact[] = [
  {
    person: 'h05-self',
    on: '2025-11-17',
    method: ContactMethod.HOME_VISIT,
    staff: 'kato-shougai-worker',
    summary: '部屋の外から名のり、また来ると伝えた。返事はないが、足音が近づいて止まった。',
  },
  {
    person: 'h05-self',
    alsoAbout: ['h05-mother'],
    on: '2026-01-19',
    method: ContactMethod.HOME_VISIT,
    staff: 'kato-shougai-worker',
    summary:
      '母の話では、20年ほど前に退職してから外に出ていない。夜中に台所に立つことがある。診断は受けていない。',
  },
  {
    person: 'h05-self',
    on: '2026-04-20',
    method: ContactMethod.MAIL,
    staff: 'kato-shougai-worker',
    summary: '置いてきた手紙に、初めて返事があった。鉛筆で「読みました」とだけ書かれていた。',
  },
  {
    person: 'h05-self',
    on: '2026-09-14',
    method: ContactMethod.HOME_VISIT,
    staff: 'kato-shougai-worker',
    summary: 'ふすま越しに10分ほど話した。古いラジオの直し方に詳しい。受診の話になると黙る。',
  },
  {
    person: 'h07-child',
    on: '2025-10-14',
    method: ContactMethod.HOME_VISIT,
    staff: 'kato-keikaku-worker',
    summary: '初回面談。二つのことを続けて頼むと止まってしまうが、絵で示すと最後までできる。',
  },
  {
    person: 'h07-child',
    alsoAbout: ['h07-mother', 'h07-father'],
    on: '2026-05-18',
    method: ContactMethod.PHONE,
    staff: 'kato-shougai-worker',
    summary: '別に暮らす父から電話。療育は必要ないと考えており、母とは話し合えていないとのこと。',
  },
  {
    person: 'h07-child',
    on: '2026-10-06',
    method: ContactMethod.MEETING,
    staff: 'kato-keikaku-worker',
    summary: '認定こども園で担任と面談。朝の支度は一人でできる。大きな音のする行事は別室で過ごした。',
  },
  {
    person: 'h07-mother',
    on: '2026-02-02',
    method: ContactMethod.OFFICE_VISIT,
    staff: 'kato-shougai-worker',
    summary: '眠れない日が続き、通院を始めた。医療費の負担を減らす申請を案内した。',
  },
  {
    person: 'h10-mother',
    on: '2025-06-23',
    method: ContactMethod.HOME_VISIT,
    staff: 'kato-shougai-worker',
    summary: '病気のため手足に力が入りにくい。包丁と浴槽が危ない。居宅介護の申請を希望。',
  },
  {
    person: 'h10-mother',
    alsoAbout: ['h10-carer'],
    on: '2025-08-25',
    method: ContactMethod.HOME_VISIT,
    staff: 'kato-shougai-worker',
    summary: '長男が夜の介助をしている。母は、子どもに頼むのがつらいと話す。ヘルパーの時間を夕方に寄せた。',
  },
  {
    person: 'h10-brother',
    on: '2026-06-15',
    method: ContactMethod.ACCOMPANIMENT,
    staff: 'kato-keikaku-worker',
    summary: '実習先のパン工房に同行。粉を量る作業は正確。昼の休憩を一人で取れた。',
  },
  {
    person: 'h10-brother',
    alsoAbout: ['h10-mother', 'h10-carer'],
    on: '2026-10-26',
    method: ContactMethod.MEETING,
    staff: 'kato-keikaku-worker',
    summary: '学校で進路の面談。12月に18歳になった後は本人が契約する。母と長男は見守りたいとのこと。',
  },
  {
    person: 'h12-child',
    alsoAbout: ['h12-self', 'h12-spouse'],
    on: '2025-05-19',
    method: ContactMethod.HOME_VISIT,
    staff: 'kato-shougai-worker',
    summary:
      '10年以上、家で過ごしている。父の透析と母の物忘れを心配しているが、手の出し方がわからないと話す。',
  },
  {
    person: 'h12-child',
    on: '2025-10-06',
    method: ContactMethod.ACCOMPANIMENT,
    staff: 'kato-keikaku-worker',
    summary: '訓練の初日に同行。2時間いられた。帰りに自分から次の日を確かめた。',
  },
  {
    person: 'h12-child',
    on: '2026-09-28',
    method: ContactMethod.OFFICE_VISIT,
    staff: 'kato-shougai-worker',
    summary: '一人で来所し、自立支援医療の更新をした。週3日に増やしたいと希望。',
  },
];
