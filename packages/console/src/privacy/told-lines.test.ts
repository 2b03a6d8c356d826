import { describe, expect, test } from '@jest/globals';
import { accessLine, isTold } from '@kasane/documents/access-lines';
import { subjectAccessReport } from '@kasane/documents/access-report';
import { basisOf } from './line-words.js';
import { entry, grant } from './ledger.fixtures.js';
import { parties } from './parties.js';
import type { Entry } from './entries.js';

const names = {
  basisOf(rule: string, at: Date) {
    const name = basisOf(rule, at);
    return name === undefined ? undefined : { name };
  },
  officeOf: (name: string) => ({ name }),
  staffOf: (name: string) => ({ name }),
};
const report = (entries: readonly Entry[]): string =>
  subjectAccessReport({
    issuer: { municipality: { name: '市', localGovernmentCode: '000000' }, contact: { name: '課' } },
    language: 'ja',
    subject: { name: '本人' },
    period: { from: '2026-01-01', to: '2026-11-22' },
    issuedOn: '2026-11-22',
    parties: parties.map(({ name }) => ({ name })),
    lines: entries.filter(isTold).map((each) => accessLine(each.party.name, each, names)),
  });

describe('the report to the person', () => {
  test('tells what may be told, and by which basis', () => {
    expect(report([entry('child-family')])).toContain('本人の同意');
  });

  test('is the same, letter by letter, whether or not something is withheld, delayed or only decided', () => {
    const told = entry('child-family');
    const secrets = [
      entry('child-family', { visibility: 'WITHHELD', category: 'CHILD_PROTECTION', staffId: 'secret' }),
      entry('elder-care', { visibility: 'DELAYED', kind: 'EMERGENCY', staffId: 'secret' }),
      grant({ staffId: 'secret' }),
    ];
    expect(report([...secrets, told])).toBe(report([told]));
  });

  test('tells of a refusal that there was one, and not by which rule', () => {
    const refused = report([entry('child-family', { outcome: 'DENIED', rule: 'REFUSAL' })]);
    expect(refused).toContain('表示しなかった');
    expect(refused).not.toContain('REFUSAL');
  });
});
