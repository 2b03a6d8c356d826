import type { SampleContact } from '@kasane/sample-municipality';
import { ContactMethod } from '@kasane/vocabulary';
import { contacts as ofConferences } from './conference-contacts.js';

/**
 * 相談・支援経過, fictional, after the case examples. A note may be shared by consent, so none of them says whether
 * the protection council follows somebody.
 */
export const contacts: readonly SampleContact[] = [
  {
    person: 'h03-mother',
    alsoAbout: ['h03-schoolchild', 'h03-preschooler'],
    on: '2025-05-19',
    method: ContactMethod.OFFICE_VISIT,
    staff: 'kato-kodomo-worker',
    summary:
      '手術のため入院が必要になり、その間、二人の子どもをみる人がいないと来所。ベトナム語の電話通訳で面談。',
  },
  {
    person: 'h03-schoolchild',
    alsoAbout: ['h03-mother', 'h03-preschooler'],
    on: '2025-05-26',
    method: ContactMethod.HOME_VISIT,
    staff: 'kato-kodomo-worker',
    summary:
      '母が入院したら自分がごはんを作り、妹をみると話す。学校は休みたくないとのこと。配食の利用を母子に提案した。',
  },
  {
    person: 'h03-preschooler',
    on: '2025-06-10',
    method: ContactMethod.MEETING,
    staff: 'kato-kodomo-worker',
    summary: 'こども園の担任、こども教育課と面談。園での過ごし方と、慣れない場所での留意点を確認した。',
  },
  {
    person: 'h03-mother',
    on: '2025-06-16',
    method: ContactMethod.ACCOMPANIMENT,
    staff: 'kato-kodomo-worker',
    summary: '受診に同行。通訳を介して治療の説明を一緒に聞き、使える制度を説明した。',
  },
  {
    person: 'h03-schoolchild',
    alsoAbout: ['h03-mother', 'h03-grandmother'],
    on: '2025-09-08',
    method: ContactMethod.HOME_VISIT,
    staff: 'kato-kodomo-worker',
    summary:
      '母の退院後の訪問。祖母は車を運転できないため、買い物は本人が歩いて行くことがある。登校は続いている。配食は当面続ける。',
  },
  {
    person: 'h06-mother',
    on: '2025-07-14',
    method: ContactMethod.OFFICE_VISIT,
    staff: 'kato-kodomo-worker',
    summary: '仕事と家のことを一人で担い、休む時間がないと話す。児童扶養手当の現況届の書き方を案内した。',
  },
  {
    person: 'h06-schoolchild',
    alsoAbout: ['h06-mother'],
    on: '2025-10-06',
    method: ContactMethod.PHONE,
    staff: 'kato-kodomo-worker',
    summary: '欠席が続いており電話。母は朝早く出勤し、本人が一人で支度をしているとのこと。',
  },
  {
    person: 'h06-teenager',
    alsoAbout: ['h06-grandfather'],
    on: '2026-09-28',
    method: ContactMethod.OFFICE_VISIT,
    staff: 'kato-kodomo-worker',
    summary: '夜、祖父が外に出ないように起きていることがあり、授業中に眠いと話す。進学を希望している。',
  },
  {
    person: 'b01-grandchild',
    on: '2026-02-10',
    method: ContactMethod.MEETING,
    staff: 'aizu-kodomo-worker',
    summary: '5歳児健診の会場で面談。就学に向けた相談先を案内した。',
  },
  {
    person: 'b02-self',
    alsoAbout: ['b02-child'],
    on: '2025-09-01',
    method: ContactMethod.OFFICE_VISIT,
    staff: 'kato-hitorioya-worker',
    summary: '離婚後の手続きの相談。放課後に子どもが過ごす場所を探している。',
  },
  ...ofConferences,
];
