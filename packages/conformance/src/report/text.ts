import type { Label } from '@kasane/vocabulary';
import { Verdict } from '../check.js';
import type { Report, Result } from '../run.js';

export type Language = 'ja' | 'en';

const verdicts: Readonly<Record<Verdict, Label & { readonly mark: string }>> = {
  PASSED: { mark: '○', ja: '適合', en: 'passed' },
  FAILED: { mark: '×', ja: '不適合', en: 'failed' },
  WARNED: { mark: '△', ja: '注意', en: 'warning' },
  NOT_CHECKED: { mark: '―', ja: '未確認', en: 'not checked' },
  NOT_APPLICABLE: { mark: '・', ja: '対象外', en: 'not applicable' },
};

/** One line for each check, and below it what was seen; why it matters, where it failed. */
export function textReport(report: Report, language: Language, allowPartial: boolean): string {
  const { results } = report;
  const lines = results.flatMap((result) => linesOf(result, language));
  const counts = Object.values(Verdict)
    .map((verdict) => [verdict, results.filter((result) => result.verdict === verdict).length] as const)
    .filter(([, count]) => count > 0)
    .map(([verdict, count]) => `${verdicts[verdict][language]} ${count}`)
    .join(language === 'ja' ? '、' : ', ');
  const head = `${report.sector}  ${report.url}  ${report.at}`;
  return [head, '', ...lines, '', counts, conclusion(report, language, allowPartial), ''].join('\n');
}

export const progressLine = ({ id, verdict, title }: Result, language: Language): string =>
  `${verdicts[verdict].mark} ${id}  ${title[language]}`;

function linesOf(result: Result, language: Language): readonly string[] {
  const { verdict, title, id, seen, why } = result;
  const told = verdict === Verdict.FAILED || verdict === Verdict.WARNED ? [why, ...seen] : seen;
  return [
    `${verdicts[verdict].mark} ${title[language]} [${id}] ${verdicts[verdict][language]}`,
    ...told.map((each) => `    ${each[language]}`),
  ];
}

function conclusion({ isSound, isComplete }: Report, language: Language, allowPartial: boolean): string {
  if (isComplete)
    return language === 'ja'
      ? '適合しました。このサブグラフは加わることができます。'
      : 'Passed: this subgraph may join.';
  if (!isSound)
    return language === 'ja'
      ? '不適合です。×を直してから、もう一度確かめてください。'
      : 'Failed: mend what is marked × and run it again.';
  if (allowPartial)
    return language === 'ja'
      ? '確かめた範囲では適合しました。未確認の項目は、何も示していません。'
      : 'Nothing failed of what was checked. What was not checked proves nothing.';
  return language === 'ja'
    ? '未確認の項目があるため、適合とは言えません。足りないものを指定してください。'
    : 'Not passed: some checks were left out. Name what they need.';
}
