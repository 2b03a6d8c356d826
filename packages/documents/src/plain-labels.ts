import type { ConsentExpression, ConsentState, GrantorRelation, Role } from '@kasane/vocabulary';

/** やさしい日本語 for the words that a consent and its receipt need; the `ja` register prints the vocabulary's labels. */
export const simpleRelations: Readonly<Record<GrantorRelation, string>> = {
  SELF: '{本人|ほんにん}',
  PARENTAL_AUTHORITY: '{親|おや} （{親権者|しんけんしゃ}）',
  MINOR_GUARDIAN: '{未成年後見人|みせいねんこうけんにん}',
  ADULT_GUARDIAN: '{成年後見人|せいねんこうけんにん}',
  CURATOR: '{保佐人|ほさにん}',
  ASSISTANT: '{補助人|ほじょにん}',
  VOLUNTARY_GUARDIAN: '{任意後見人|にんいこうけんにん}',
};

export const simpleExpressions: Readonly<Record<ConsentExpression, string>> = {
  WRITTEN: '{紙|かみ}に {書|か}いた',
  WRITTEN_PROXY: '{代|か}わりの {人|ひと}が {紙|かみ}に {書|か}いた',
  ORAL_IN_PERSON: '{会|あ}って {話|はな}した',
  ORAL_PHONE: '{電話|でんわ}で {話|はな}した',
  ELECTRONIC: 'パソコンや スマートフォンで {伝|つた}えた',
};

export const simpleStates: Readonly<Record<ConsentState, string>> = {
  REQUESTED: '{返事|へんじ}を {待|ま}って います',
  DEFERRED: '{後|あと}で {返事|へんじ}を します',
  REFUSED: '{同意|どうい}しませんでした',
  GIVEN: '{同意|どうい}しました',
  RENEWED: 'もう {一度|いちど} {同意|どうい}しました',
  EXPIRED: '{期間|きかん}が {終|お}わりました',
  WITHDRAWN: '{同意|どうい}を やめました',
  REVOKED: '{取|と}り{消|け}しに なりました',
  INVALIDATED: '{使|つか}えなく なりました',
};

export const simpleRoles: Readonly<Record<Role, string>> = {
  COORDINATOR: '{手伝|てつだ}いを まとめる {人|ひと} （{包括化支援員|ほうかつかしえんいん}）',
  SECTOR_WORKER: '{相談|そうだん}の {担当者|たんとうしゃ}',
  OFFICE_MANAGER: '{窓口|まどぐち}の {責任者|せきにんしゃ}',
  PRIVACY_OFFICER: '{個人情報|こじんじょうほう}を {守|まも}る {責任者|せきにんしゃ}',
  PROTECTION_OFFICER: '{支援措置|しえんそち}の {担当者|たんとうしゃ}',
  OPERATOR: 'システムを {動|うご}かす {人|ひと}',
  COMMITTEE: '{会議|かいぎ}の {委員|いいん}',
};
