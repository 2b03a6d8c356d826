import { registerLabelledEnum } from '@kasane/subgraph-kit';

/** How somebody was met, in the words of the 支援経過記録シート. */
export const CaseNoteMethod = {
  AT_OFFICE: 'AT_OFFICE',
  PHONE: 'PHONE',
  HOME_VISIT: 'HOME_VISIT',
  ACCOMPANIED: 'ACCOMPANIED',
  CONFERENCE: 'CONFERENCE',
  WATCH_OVER: 'WATCH_OVER',
  MAIL: 'MAIL',
  OTHER: 'OTHER',
} as const;
export type CaseNoteMethod = (typeof CaseNoteMethod)[keyof typeof CaseNoteMethod];

registerLabelledEnum(
  CaseNoteMethod,
  'CaseNoteMethod',
  { ja: '対応の方法', en: 'how somebody was met' },
  {
    AT_OFFICE: { ja: '来所', en: 'at the office' },
    PHONE: { ja: '電話', en: 'by telephone' },
    HOME_VISIT: { ja: '訪問', en: 'home visit' },
    ACCOMPANIED: { ja: '同行', en: 'accompanied' },
    CONFERENCE: { ja: '会議', en: 'in a conference' },
    WATCH_OVER: { ja: '見守り', en: 'watched over' },
    MAIL: { ja: 'メール', en: 'by mail' },
    OTHER: { ja: 'その他', en: 'otherwise' },
  },
);

/** How something was told to who has no account: hard to take back, so it stands on record. */
export const ToldBy = { ORAL: 'ORAL', PHONE: 'PHONE', PAPER: 'PAPER', MAIL: 'MAIL' } as const;
export type ToldBy = (typeof ToldBy)[keyof typeof ToldBy];

registerLabelledEnum(
  ToldBy,
  'ToldBy',
  { ja: '伝えた方法', en: 'how it was told' },
  {
    ORAL: { ja: '口頭', en: 'orally' },
    PHONE: { ja: '電話', en: 'by telephone' },
    PAPER: { ja: '書面', en: 'on paper' },
    MAIL: { ja: 'メール', en: 'by mail' },
  },
);
