import { Verdict } from '../check.js';
import type { Report, Result } from '../run.js';

/** The report as JUnit XML, as build servers read it: a test case for each check. */
export function junitReport(report: Report): string {
  const { results } = report;
  const count = (verdict: Verdict): number => results.filter((result) => result.verdict === verdict).length;
  const seconds = results.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / 1000;
  const attributes = attributesOf({
    name: `conformance ${report.sector}`,
    timestamp: report.at.replace(/\.\d+Z$/, ''),
    tests: results.length,
    failures: count(Verdict.FAILED),
    skipped: count(Verdict.NOT_CHECKED) + count(Verdict.NOT_APPLICABLE),
    errors: 0,
    time: seconds.toFixed(3),
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
  <testsuite ${attributes}>
${results.map((result) => caseOf(report.sector, result)).join('\n')}
  </testsuite>
</testsuites>
`;
}

function caseOf(sector: string, { id, title, why, verdict, seen, milliseconds }: Result): string {
  const attributes = attributesOf({
    classname: `conformance.${sector}`,
    name: `${id}: ${title.ja} — ${title.en}`,
    time: (milliseconds / 1000).toFixed(3),
  });
  const told = seen.map(({ ja, en }) => `${ja} — ${en}`).join('\n');
  const message = attributesOf({ message: `${why.ja} — ${why.en}` });
  switch (verdict) {
    case Verdict.FAILED:
      return `    <testcase ${attributes}><failure ${message}>${escape(told)}</failure></testcase>`;
    case Verdict.NOT_CHECKED:
    case Verdict.NOT_APPLICABLE:
      return `    <testcase ${attributes}><skipped ${attributesOf({ message: told })}/></testcase>`;
    case Verdict.PASSED:
    case Verdict.WARNED:
      return `    <testcase ${attributes}><system-out>${escape(told)}</system-out></testcase>`;
  }
}

const attributesOf = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}="${escape(String(value)).replaceAll('\n', '&#10;')}"`)
    .join(' ');

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** A subgraph's own words stand in a report: they must neither end its markup nor hold what XML 1.0 cannot. */
const escape = (text: string): string =>
  text
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd')
    .replace(/[&<>"']/g, (letter) => entities[letter] ?? letter);
