/**
 * The two registers of a document: the words of public documents, and やさしい日本語 (short sentences, everyday words,
 * a reading over every kanji). The names are those of a consent's `noticeLanguage`.
 */
export type DocumentLanguage = 'ja' | 'ja-simple';

/** A text in both registers. `simple` carries readings: `{同意|どうい}`. */
export interface Wording {
  readonly ja: string;
  readonly simple: string;
}
