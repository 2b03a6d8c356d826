import { markup, type Html } from './html.js';
import type { DocumentLanguage } from './language.js';

export interface Page {
  readonly language: DocumentLanguage;
  /** For the window and the file, where there is no furigana. */
  readonly title: string;
  readonly heading: Html;
  readonly body: Html;
}

/**
 * A document that stands alone: A4, black on white, no script, nothing to fetch (the policy in its head says so to the
 * browser too). What is printed of it depends on fonts that Windows, macOS and Linux bring along.
 */
export const page = ({ language, title, heading, body }: Page): string =>
  `<!doctype html>\n${markup`<html lang="ja">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
${style}
</head>
<body class="${language}">
<main>
<h1>${heading}</h1>
${body}
</main>
</body>
</html>
`.toString()}`;

const style = markup`<style>
@page { size: A4 portrait; margin: 15mm 17mm 17mm; @bottom-center { content: counter(page) " / " counter(pages); font-size: 9pt; } }
* { box-sizing: border-box; }
body { margin: 0; color: #000; background: #fff; font-family: "BIZ UDPGothic", "BIZ UDGothic", "Hiragino Sans", "Yu Gothic", YuGothic, Meiryo, "Noto Sans CJK JP", "Noto Sans JP", sans-serif; font-size: 10pt; line-height: 1.5; }
main { max-width: 176mm; margin: 0 auto; padding: 0 0.3mm; }
h1 { font-size: 16pt; text-align: center; margin: 0 0 3mm; line-height: 1.4; }
section { margin-top: 4mm; }
h2 { font-size: 11pt; margin: 0 0 1.2mm; padding: 0 0 0.4mm 0.5mm; border-bottom: 0.5mm solid #000; line-height: 1.4; break-inside: avoid; break-after: avoid; }
h3 { font-size: 10pt; margin: 3mm 0 1mm; break-after: avoid; }
h2 .mark { display: inline-block; min-width: 1.6em; }
p { margin: 1mm 0; }
.note, small { font-size: 9pt; }
.to { margin: 0; }
.meta { text-align: right; margin: 0 0 2mm; }
ul { margin: 1mm 0; padding-left: 5mm; }
ul.choices { list-style: none; padding: 0; margin: 0; display: flex; flex-wrap: wrap; column-gap: 4mm; }
.choice { display: inline-flex; align-items: baseline; gap: 1.5mm; break-inside: avoid; }
td > ul.choices.list, .column > ul.choices { display: block; }
.column .choice, .list .choice { display: flex; }
.box { flex: none; display: inline-block; width: 3.6mm; height: 3.6mm; border: 0.35mm solid #000; position: relative; top: 0.6mm; background: #fff; }
.box.ticked::after { content: ""; position: absolute; left: 1mm; top: 0; width: 1.1mm; height: 2.2mm; border: solid #000; border-width: 0 0.5mm 0.5mm 0; transform: rotate(40deg); }
.line { display: inline-block; border-bottom: 0.25mm solid #000; min-height: 1.4em; vertical-align: baseline; }
.tiny { width: 11mm; } .short { width: 28mm; } .middle { width: 46mm; } .long { width: 84mm; }
table { border-collapse: collapse; width: 100%; margin: 1.5mm 0; }
caption { text-align: left; font-weight: bold; padding: 1mm 0 0.5mm; break-after: avoid; }
th, td { border: 0.25mm solid #000; padding: 1mm 1.6mm; text-align: left; vertical-align: top; font-weight: normal; overflow-wrap: anywhere; }
thead { display: table-header-group; }
thead th { font-weight: bold; background: #eee; }
tr { break-inside: avoid; }
thead, thead tr { break-after: avoid; }
tbody tr:first-child { break-before: avoid; }
.fields th { width: 36mm; } .information th:first-child { width: 42mm; } .parties th:first-child { width: 76mm; }
.wide { table-layout: fixed; }
.triple th:nth-child(1) { width: 38mm; } .triple th:nth-child(3) { width: 44mm; }
.history th:nth-child(1) { width: 35mm; } .history th:nth-child(2) { width: 26mm; } .history th:nth-child(3) { width: 28mm; }
.access th:nth-child(1) { width: 35mm; } .access th:nth-child(3) { width: 26mm; } .access th:nth-child(4) { width: 37mm; } .access th:nth-child(5) { width: 27mm; } .access th:nth-child(6) { width: 20mm; }
td > ul { margin: 0; padding-left: 4mm; }
.sign td { height: 9mm; }
.box-note { border: 0.35mm solid #000; padding: 1.5mm 2.5mm; margin: 2mm 0; break-inside: avoid; }
.box-note .box { margin-right: 1.5mm; }
.together { break-inside: avoid; }
.date { white-space: nowrap; }
.word { display: inline-block; max-width: 100%; }
.pair { white-space: nowrap; margin-right: 3mm; }
.unseen caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.hash { font-family: "BIZ UDGothic", "MS Gothic", Menlo, Consolas, "Noto Sans Mono", monospace; font-size: 9pt; overflow-wrap: anywhere; }
.ja-simple { font-size: 11pt; line-height: 1.95; word-break: keep-all; overflow-wrap: anywhere; }
.ja-simple h1, .ja-simple h2, .ja-simple h3 { line-height: 2; }
.ja-simple h2 { font-size: 13pt; }
.ja-simple .note, .ja-simple small { font-size: 10pt; }
.ja-simple .fields th { width: 42mm; } .ja-simple .information th:first-child { width: 56mm; }
.ja-simple .triple th:nth-child(1) { width: 44mm; } .ja-simple .triple th:nth-child(3) { width: 48mm; }
.ja-simple .access { font-size: 9.5pt; } .ja-simple .access th:nth-child(1) { width: 30mm; } .ja-simple .access th:nth-child(4) { width: 36mm; } .ja-simple .access th:nth-child(6) { width: 24mm; }
.ja-simple .history { font-size: 10pt; }
.ja-simple caption { padding-top: 2mm; }
.counts { font-size: 8.5pt; } .counts td { text-align: right; } .counts th, .counts td { padding: 0.8mm 1mm; } .counts th:first-child { width: 34mm; }
.chart { display: block; max-width: 100%; margin: 2mm 0; break-inside: avoid; font-size: 11px; } .chart text { fill: #000; } .chart .bar { fill: #444; stroke: #000; stroke-width: 0.5; } .chart .grid { fill: #999; } .chart .label { text-anchor: end; } .chart .tick { text-anchor: middle; }
ruby { ruby-align: center; }
rt { font-size: 52%; font-weight: normal; }
@media screen { body { padding: 8mm; } }
@media print { thead th { print-color-adjust: economy; } }
</style>`;
