import type { SampleContact } from '@kasane/sample-municipality';
import { ContactMethod } from '@kasane/vocabulary';
import { contacts as ofConferences } from './conference-contacts.js';

/** 相談・支援経過. A note that tells anything of another person names that person, and then needs both permissions. */
export const contacts: readonly SampleContact[] = [
  {
    person: 'h01-child',
    on: '2025-05-20',
    method: ContactMethod.OFFICE_VISIT,
    staff: 'aizu-shougai-kikan-worker',
    summary: '就職しても続かず、退職を繰り返している。働きたい気持ちはある。手帳の使い道を知らなかった。',
  },
  {
    person: 'h01-child',
    on: '2025-09-24',
    method: ContactMethod.MEETING,
    staff: 'aizu-shougai-kikan-worker',
    summary: '地域の窓口へ引き継ぐため、第2地域の担当者と三人で面談。10月から担当が替わることを了解した。',
  },
  {
    person: 'h01-child',
    on: '2025-11-05',
    method: ContactMethod.ACCOMPANIMENT,
    staff: 'aizu-shougai-2-worker',
    summary: '作業所の見学に同行。箱折りの作業に1時間取り組めた。人の声が大きいと手が止まる。',
  },
  {
    person: 'h01-child',
    on: '2026-09-04',
    method: ContactMethod.PHONE,
    staff: 'aizu-shougai-2-worker',
    summary: '2週間休んでいるとの連絡。週2日から通い直すことにした。',
  },
  {
    person: 'h02-child',
    on: '2025-07-01',
    method: ContactMethod.PHONE,
    staff: 'aizu-shougai-kikan-worker',
    summary: '通院が半年途切れている。眠れず、昼夜が逆転している。受診の予約を一緒に取ることにした。',
  },
  {
    person: 'h02-child',
    on: '2025-07-15',
    method: ContactMethod.ACCOMPANIMENT,
    staff: 'aizu-shougai-kikan-worker',
    summary: '受診に同行。自立支援医療の申請書を一緒に書いた。次回の予約を自分で確認できた。',
  },
  {
    person: 'h02-child',
    alsoAbout: ['h02-self'],
    on: '2025-08-19',
    method: ContactMethod.HOME_VISIT,
    staff: 'aizu-shougai-kikan-worker',
    summary:
      '生活費は母に頼っていると話す。母は体調がすぐれず横になっていた。引越し先が決まらず、口論が増えたとのこと。',
  },
  {
    person: 'h02-child',
    on: '2026-04-14',
    method: ContactMethod.OFFICE_VISIT,
    staff: 'aizu-shougai-kikan-worker',
    summary: '手帳の更新手続きに来所。家事援助のヘルパーとは話せるようになった。',
  },
  {
    person: 'h03-preschooler',
    alsoAbout: ['h03-mother', 'h03-grandmother'],
    on: '2025-06-02',
    method: ContactMethod.MEETING,
    staff: 'kato-shougai-worker',
    summary:
      '母の入院と手術の間、家での養育者がいない。祖母一人では抱き上げや入浴が難しい。受け入れ先を探す。',
  },
  {
    person: 'h03-preschooler',
    on: '2025-06-09',
    method: ContactMethod.HOME_VISIT,
    staff: 'kato-keikaku-worker',
    summary: '初回面談。二語文で話し、初めての人には近寄らない。好きな毛布と絵本があると落ち着く。',
  },
  {
    person: 'h03-preschooler',
    on: '2025-06-18',
    method: ContactMethod.PHONE,
    staff: 'kato-shougai-worker',
    summary: '入所施設に短期入所を打診。日中のお試し利用から始められるとの返事。',
  },
  {
    person: 'h03-preschooler',
    on: '2025-06-27',
    method: ContactMethod.ACCOMPANIMENT,
    staff: 'kato-keikaku-worker',
    summary: 'お試し利用の1回目。最初の30分は泣いたが、昼食は完食した。2回目は午睡まで試す。',
  },
  {
    person: 'h03-preschooler',
    alsoAbout: ['h03-mother'],
    on: '2025-07-07',
    method: ContactMethod.HOME_VISIT,
    staff: 'kato-keikaku-worker',
    summary: '短期入所の利用日を決めた。母には通訳を介し、持ち物と面会のしかたをやさしい日本語の紙で渡した。',
  },
  {
    person: 'h06-uncle',
    on: '2025-08-04',
    method: ContactMethod.HOME_VISIT,
    staff: 'kato-shougai-worker',
    summary: '車いすで生活。浴室の段差で一人では入浴できない。支援区分の更新と居宅介護の申請を案内した。',
  },
  {
    person: 'h06-uncle',
    alsoAbout: ['h06-grandmother'],
    on: '2025-08-25',
    method: ContactMethod.HOME_VISIT,
    staff: 'kato-shougai-worker',
    summary: '移乗と入浴は母が手伝ってきたが、母も足腰が弱り、二人とも転びそうになった。',
  },
  {
    person: 'h06-uncle',
    on: '2026-09-18',
    method: ContactMethod.PHONE,
    staff: 'kato-shougai-worker',
    summary: 'ヘルパーの利用は順調。外出の機会を増やしたいと希望。',
  },
  ...ofConferences,
];
