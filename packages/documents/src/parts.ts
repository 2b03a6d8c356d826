import { markup, nothing, type Html } from './html.js';
import type { Writer } from './writer.js';

/** A box to tick, ticked or not. Drawn, not a character: fonts differ in which of them they have. */
export const box = (ticked: boolean): Html =>
  ticked
    ? markup`<span class="box ticked" role="img" aria-label="チェックあり"></span>`
    : markup`<span class="box" role="img" aria-label="チェックなし"></span>`;

/** A box with what it stands for; the two stay together on a line. */
export const choice = (ticked: boolean, what: Html): Html =>
  markup`<li class="choice">${box(ticked)}<span>${what}</span></li>`;

export const choices = (items: readonly Html[]): Html => markup`<ul class="choices">${items}</ul>`;

/** A line to write on. */
export const line = (length: 'short' | 'middle' | 'long' = 'middle'): Html =>
  markup`<span class="line ${length}"></span>`;

/** What is known, or a line to write it on. */
export const known = (value: Html | undefined, length?: 'short' | 'middle' | 'long'): Html =>
  value ?? line(length);

/** A word and the line that belongs to it, never on two lines. */
export const pair = (word: Html, value: Html): Html => markup`<span class="pair">${word} ${value}</span> `;

export const dateLine = ({ say }: Writer): Html =>
  markup`<span class="pair"><span class="line tiny"></span>${say({ ja: '年', simple: '{年|ねん}' })}<span class="line tiny"></span>${say({ ja: '月', simple: '{月|がつ}' })}<span class="line tiny"></span>${say({ ja: '日', simple: '{日|にち}' })}</span>`;

/** A part of a document under a heading, kept on one page unless it may flow over several. `mark` stands before the heading. */
export const section = (
  mark: string,
  heading: Html,
  body: Html,
  kind: 'together' | 'flowing' = 'together',
): Html =>
  markup`<section class="${kind}"><h2>${mark === '' ? nothing : markup`<span class="mark">${mark}</span>`}${heading}</h2>${body}</section>`;

export const paragraph = (text: Html): Html => markup`<p>${text}</p>`;
export const note = (text: Html): Html => markup`<p class="note">${text}</p>`;
export const bullets = (items: readonly Html[]): Html =>
  items.length === 0
    ? nothing
    : markup`<ul class="bullets">${items.map((item) => markup`<li>${item}</li>`)}</ul>`;

/** Names and values, one row each. */
export const fields = (rows: readonly (readonly [name: Html, value: Html])[]): Html =>
  markup`<table class="fields"><tbody>${rows.map(([name, value]) => markup`<tr><th scope="row">${name}</th><td>${value}</td></tr>`)}</tbody></table>`;

/** A table with a heading for each column. The first cell of a row names the row. */
export function table(
  caption: Html,
  columns: readonly Html[],
  rows: readonly (readonly Html[])[],
  kind: string,
): Html {
  const head = columns.map((column) => markup`<th scope="col">${column}</th>`);
  const body = rows.map(
    ([first, ...rest]) =>
      markup`<tr><th scope="row">${first ?? []}</th>${rest.map((cell) => markup`<td>${cell}</td>`)}</tr>`,
  );
  return markup`<table class="${kind}"><caption>${caption}</caption><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
}
