import { describe, expect, test } from '@jest/globals';
import {
  Category,
  ConsentEffect,
  ConsentExpression,
  ConsentState,
  GrantorRelation,
  officeCode,
  personId,
  Purpose,
  Role,
  sectorId,
  Tier,
} from '@kasane/vocabulary';
import fc from 'fast-check';
import {
  consentForm,
  consentReceipt,
  refusalForm,
  subjectAccessReport,
  withdrawalForm,
  type DocumentLanguage,
} from './index.js';
import { elementsOf, textOf } from './reading.fixtures.js';

/** Every document, with `text(name)` in every field that is free text. */
function documentsWith(text: (field: string) => string, language: DocumentLanguage): readonly string[] {
  const named = (field: string) => ({ name: text(field), kana: text(`${field}.kana`) });
  const issuer = {
    municipality: { ...named('municipality'), localGovernmentCode: text('code') },
    contact: { ...named('contact'), address: named('address'), phone: text('phone'), hours: named('hours') },
  };
  const directory = {
    sectors: [{ id: sectorId('s'), ...named('sector'), categories: [Category.NOTES, Category.FINANCE] }],
    offices: [{ code: officeCode('o'), ...named('recipient') }],
  };
  const notice = { id: text('notice'), version: text('version') };
  const subject = { ...named('subject'), birthDate: '1984-07-19' };
  const grantors = [
    { ...named('grantor'), relation: GrantorRelation.ADULT_GUARDIAN, authorityDocument: text('authority') },
  ];
  const rules = [ConsentEffect.PERMIT, ConsentEffect.DENY].map((effect) => ({
    effect,
    categories: [Category.NOTES, Category.FINANCE],
    maxTier: Tier.T3,
    sourceSectors: [sectorId('s')],
    recipientOffices: [officeCode('o')],
    recipientRoles: [Role.COORDINATOR],
  }));
  const expressed = {
    expression: ConsentExpression.ORAL_PHONE,
    witnesses: [text('first listener'), text('second listener')],
    proxyWriter: { name: text('proxy'), relation: text('proxy relation') },
  };
  const explanation = {
    by: named('explainer'),
    office: named('explaining office'),
    on: '2026-11-22',
    language: text('language'),
    interpreter: named('interpreter'),
  };
  const purposes = [Purpose.CONSULTATION, Purpose.CONFERENCE];
  const draft = { subject, grantors, rules, purposes, ...expressed, explanation };
  const form = { issuer, directory, notice, language };
  return [
    consentForm(form),
    consentForm({ ...form, draft }),
    refusalForm({ ...form, draft }),
    withdrawalForm({
      issuer,
      language,
      draft: { subject, grantors, ...expressed, consent: { id: text('id') } },
    }),
    consentReceipt({
      issuer,
      directory,
      language,
      issuedOn: '2026-11-22',
      retention: named('retention'),
      record: {
        id: text('id'),
        schemaVersion: text('schema'),
        subject: { ...subject, id: personId('p') },
        grantors,
        notice: { ...notice, language: text('language'), hash: text('hash') },
        purposes,
        rules,
        validFrom: new Date('2026-11-22T00:00:00Z'),
        validUntil: new Date('2027-11-22T15:00:00Z'),
        events: [
          {
            at: new Date('2026-11-22T00:00:00Z'),
            state: ConsentState.GIVEN,
            expression: ConsentExpression.ORAL_PHONE,
            expressedBy: text('expressed by'),
            recordedBy: text('recorded by'),
            witnesses: [text('first listener')],
          },
        ],
      },
    }),
    subjectAccessReport({
      issuer,
      language,
      subject,
      period: { from: '2026-11-01', to: '2026-11-22' },
      issuedOn: '2026-11-22',
      parties: [named('party')],
      lines: [
        {
          date: '2026-11-22',
          party: text('party'),
          office: named('office'),
          staff: named('staff'),
          purpose: Purpose.CONSULTATION,
          categories: [Category.NOTES],
          basis: named('basis'),
          outcome: 'PERMITTED',
        },
      ],
    }),
  ];
}

/** Printed on paper somewhere; the rest is in the JSON only. */
const unprinted = ['code', 'schema', 'hash', 'recorded by'];

const attacks = fc.oneof(
  fc.constantFrom(
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='x",
    '</style><script>x</script>',
    '</td></tr></table>',
    '<!--',
    ']]>',
    '&lt;b&gt;',
    '&#60;b&#62;',
    '{<b>|<i>}',
    '${markup}',
    '\u0000<\u0000b>',
    '<ruby>山<rt>x',
  ),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', '/', '=', '`', ' ', '{', '|', '}', 'a', '山') }),
);

describe.each(['ja', 'ja-simple'] as const)('in %s', (language) => {
  /** A kanji and a letter around it: whether there is a reading depends on the first, whether there is a line on both. */
  const shape = (text: string) => () => `山${text}x`;
  const elements = (text: string): string =>
    documentsWith(shape(text), language).flatMap(elementsOf).join('');
  const harmless = elements('');

  test('no text in any field makes, closes or changes an element', () => {
    fc.assert(
      fc.property(attacks, (attack) => {
        expect(elements(attack)).toBe(harmless);
      }),
      { numRuns: 60 },
    );
  });

  test('every field is printed as it was given', () => {
    const fields = new Set<string>();
    const printed = documentsWith((field) => {
      fields.add(field);
      return `山<${field}>&x`;
    }, language)
      .map((html) => (language === 'ja' ? textOf(html) : textOf(html.replace(/<r[tp]>|<\/r[tp]>/g, ' '))))
      .join();
    const missing = [...fields].filter((field) => !printed.includes(`山<${field}>&x`));
    // Only a subject's reading is printed in `ja`.
    const readings = [...fields].filter((field) => field.endsWith('.kana') && field !== 'subject.kana');
    expect(missing.sort()).toEqual([...unprinted, ...(language === 'ja' ? readings : [])].sort());
  });
});
