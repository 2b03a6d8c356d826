import { expect, test } from '@jest/globals';
import { ConsentExpression, ConsentState } from '@kasane/vocabulary';
import { readFileSync } from 'node:fs';
import { accessReport, directory, draft, issuer, notice, receipt } from './documents.fixtures.js';
import {
  consentForm,
  consentReceipt,
  consentReceiptJson,
  receiptHash,
  subjectAccessReport,
} from './index.js';
import { textOf } from './reading.fixtures.js';

const { record, retention } = receipt;
const { subject, period, parties, lines } = accessReport;
const issuedOn = '2026-11-22';

// The example of the README, word for word.
// begin
// before: a form to explain and sign; without `draft` a blank one
const form = consentForm({ issuer, directory, notice, language: 'ja-simple', draft });

// after: what the person takes home, and the same for machines
const source = { issuer, directory, record, retention };
const paper = consentReceipt({ ...source, language: 'ja-simple', issuedOn });
const json = consentReceiptJson(source);
const hash = receiptHash(json); // printed on the paper

// later: who looked at my information
const report = subjectAccessReport({ issuer, language: 'ja', subject, period, issuedOn, parties, lines });
// end

test('the example of the README does what it says', () => {
  expect(textOf(form)).toContain('この 紙は 1人に 1枚です');
  expect(textOf(paper).replaceAll(' ', '')).toContain(hash);
  expect(json.events[0]).toMatchObject({
    state: ConsentState.GIVEN,
    expression: ConsentExpression.ORAL_IN_PERSON,
  });
  expect(textOf(report)).toContain('見本 花子');
});

test('the README shows this example and no other', () => {
  const [text, readme] = ['example.test.ts', '../README.md'].map((path) =>
    readFileSync(new URL(path, import.meta.url), 'utf8'),
  );
  const example = text!.split('// begin\n')[1]!.split('// end\n')[0]!;
  expect(readme).toContain(`\`\`\`ts\n${example}\`\`\`\n`);
});
