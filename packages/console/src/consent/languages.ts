import type { Option } from '../form/inputs.js';

/** Languages that are often spoken at the desks, by their BCP 47 tags as a consent keeps them. */
export const languages: readonly (Option & { readonly label: string })[] = [
  { value: 'ja', label: '日本語' },
  { value: 'ja-simple', label: 'やさしい日本語' },
  { value: 'jsl', label: '日本手話' },
  { value: 'en', label: '英語' },
  { value: 'zh', label: '中国語' },
  { value: 'ko', label: '韓国・朝鮮語' },
  { value: 'vi', label: 'ベトナム語' },
  { value: 'pt', label: 'ポルトガル語' },
  { value: 'es', label: 'スペイン語' },
  { value: 'tl', label: 'フィリピノ語' },
  { value: 'ne', label: 'ネパール語' },
  { value: 'id', label: 'インドネシア語' },
  { value: 'my', label: 'ミャンマー語' },
  { value: 'th', label: 'タイ語' },
  { value: 'uk', label: 'ウクライナ語' },
];

/** `ベトナム語` of `vi`; a tag that is not known stays as it is. */
export const languageName = (tag: string): string =>
  languages.find(({ value }) => value === tag)?.label ?? tag;
