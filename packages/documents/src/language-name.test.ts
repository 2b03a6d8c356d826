import { expect, test } from '@jest/globals';
import { languageName } from './language-name.js';
import { textOf, unreadOf } from './reading.fixtures.js';

const common = [
  'ja',
  'ja-simple',
  'en',
  'zh',
  'zh-Hans',
  'zh-Hant',
  'yue',
  'ko',
  'vi',
  'pt',
  'es',
  'fil',
  'ne',
  'id',
].concat(['my', 'th', 'mn', 'ru', 'uk', 'fr', 'si', 'bn', 'hi', 'ur', 'km', 'ms', 'fa', 'ta']);

test.each(common)('the name of %s has a reading over every kanji', (tag) => {
  const html = `<body>${languageName(tag, 'ja-simple').toString()}</body>`;
  expect(textOf(html)).toMatch(/語/);
  expect(unreadOf(html)).not.toMatch(/\p{Script=Han}/u);
});

test('is that of the register', () => {
  expect(languageName('vi', 'ja').toString()).toBe('ベトナム語');
  expect(languageName('ja-simple', 'ja').toString()).toBe('やさしい日本語');
});

test('what is no tag is printed as it is, escaped', () => {
  expect(languageName('<no tag>', 'ja').toString()).toBe('&lt;no tag&gt;');
});
