import { furigana } from './furigana.js';
import { markup, type Html } from './html.js';
import type { Issuer, Notice } from './input.js';
import { note } from './parts.js';
import type { Writer } from './writer.js';

/** 宛先: the head of the municipality. */
export const addressee = ({ municipality }: Issuer, { language, name }: Writer): Html =>
  markup`<p class="to">${
    language === 'ja'
      ? markup`${municipality.name}長 様`
      : markup`${name(municipality)}${furigana('{長|ちょう}さんへ')}`
  }</p>`;

/** Which text was explained: a later version does not extend a consent to this one. */
export const formFoot = ({ id, version }: Notice, { say }: Writer): Html =>
  note(markup`${say({ ja: '説明書：', simple: 'この {紙|かみ}の {番号|ばんごう}：' })}${id} ${version}`);
