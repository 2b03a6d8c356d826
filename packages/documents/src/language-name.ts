import { furigana } from './furigana.js';
import { markup, type Html } from './html.js';
import type { DocumentLanguage } from './language.js';

const names = new Intl.DisplayNames(['ja'], { type: 'language' });

/** Languages whose Japanese name has kanji before its 語. */
const readings: Readonly<Record<string, string>> = {
  英語: '{英語|えいご}',
  中国語: '{中国語|ちゅうごくご}',
  簡体中国語: '{中国語|ちゅうごくご}（{簡体字|かんたいじ}）',
  繁体中国語: '{中国語|ちゅうごくご}（{繁体字|はんたいじ}）',
  広東語: '{広東語|かんとんご}',
  韓国語: '{韓国語|かんこくご}',
  朝鮮語: '{朝鮮語|ちょうせんご}',
  日本語: '{日本語|にほんご}',
};

/** The name of a language in Japanese; what is no tag of a language is printed as it is. */
export function languageName(tag: string, language: DocumentLanguage): Html {
  const name = tag === 'ja-simple' ? 'やさしい日本語' : nameOf(tag);
  if (language === 'ja') return markup`${name}`;
  if (tag === 'ja-simple') return furigana('やさしい {日本語|にほんご}');
  const reading = readings[name];
  if (reading !== undefined) return furigana(reading);
  const [, rest] = /^([\p{Script=Katakana}ー・]+)語$/u.exec(name) ?? [];
  return rest === undefined ? markup`${name}` : markup`${rest}${furigana('{語|ご}')}`;
}

function nameOf(tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}
