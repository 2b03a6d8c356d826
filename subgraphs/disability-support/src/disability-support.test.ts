import 'reflect-metadata';
import { describe, expect, test } from '@jest/globals';
import type { Permit } from '@kasane/disclosure';
import { buildFederatedSubgraph } from '@kasane/subgraph-kit';
import { askOf, row } from '@kasane/subgraph-kit/testing';
import { allCategories, Category, defaultRegistry, Level } from '@kasane/vocabulary';
import { isObjectType } from 'graphql';
import { getMetadataArgsStorage } from 'typeorm';
import { AbuseIntake } from './abuse-intake/abuse-intake.js';
import { DisabilityCertificate } from './certificate/disability-certificate.js';
import { DisabilityConsultation } from './consultation/disability-consultation.js';
import { disabilitySupport } from './disability-support.js';
import { MedicalCare } from './medical/medical-care.js';
import { ServiceUsePlan } from './service-use-plan/service-use-plan.js';
import { DisabilitySupportCategory } from './support-category/disability-support-category.js';

const ask = askOf(disabilitySupport);

const permit = (level: Level, session?: string): Permit => ({
  level,
  rule: 'RULE',
  evidence: 'evidence',
  ...(session !== undefined && { released: { session } }),
});
const detail = new Map(allCategories.map((category) => [category, permit(Level.DETAIL)]));

describe('what has ended', () => {
  const category = row(DisabilitySupportCategory, {
    category: '3',
    validUntil: '2026-03-31',
    renewalAppliedOn: '2026-02-02',
  });
  const selection = 'supportCategory { level validUntil renewalAppliedOn lastKnownUntil }';
  const told = { level: 'CATEGORY_3', validUntil: '2026-03-31', renewalAppliedOn: '2026-02-02' };

  test('is the last known, with its date, while the renewal is pending', async () => {
    const now = new Date('2026-03-31T15:00:00Z');
    expect(await ask(selection, { file: { supportCategories: [category] }, permits: detail, now })).toEqual({
      supportCategory: { ...told, lastKnownUntil: '2026-03-31' },
    });
  });

  test('holds to the end of its last day in Japan', async () => {
    const now = new Date('2026-03-31T14:59:59Z');
    expect(await ask(selection, { file: { supportCategories: [category] }, permits: detail, now })).toEqual({
      supportCategory: { ...told, lastKnownUntil: null },
    });
  });
});

describe('a value outside its list', () => {
  test('of a certificate is kept as given, and neither kind nor grade is guessed', async () => {
    const certificates = [
      row(DisabilityCertificate, { kind: 'INTELLECTUAL', grade: 'B1' }),
      row(DisabilityCertificate, { kind: 'INTELLECTUAL', grade: '2度' }),
      row(DisabilityCertificate, { kind: 'MENTAL', grade: 'B1' }),
      row(DisabilityCertificate, { kind: '被爆者手帳', grade: '1級' }),
    ];
    const selection = 'certificates { kind kindAsGiven grade listedGrade }';
    expect(await ask(selection, { file: { certificates }, permits: detail })).toEqual({
      certificates: [
        { kind: 'INTELLECTUAL', kindAsGiven: null, grade: 'B1', listedGrade: 'INTELLECTUAL_B1' },
        { kind: 'INTELLECTUAL', kindAsGiven: null, grade: '2度', listedGrade: null },
        { kind: 'MENTAL', kindAsGiven: null, grade: 'B1', listedGrade: null },
        { kind: null, kindAsGiven: '被爆者手帳', grade: '1級', listedGrade: null },
      ],
    });
  });

  test('of several codes in one column stays beside those of the list', async () => {
    const consultations = [
      row(DisabilityConsultation, {
        disabilityKindCodes: 'MENTAL,てんかん',
        method: '電子メール',
        contentCodesText: '01,04',
      }),
    ];
    const selection =
      'consultations { disabilityKinds disabilityKindsAsGiven method methodAsGiven contentCodes }';
    expect(await ask(selection, { file: { consultations }, permits: detail })).toEqual({
      consultations: [
        {
          disabilityKinds: ['MENTAL'],
          disabilityKindsAsGiven: ['てんかん'],
          method: null,
          methodAsGiven: '電子メール',
          contentCodes: ['01', '04'],
        },
      ],
    });
  });

  test('of a route is not told, for it may name who came', async () => {
    const consultations = [
      row(DisabilityConsultation, { route: '隣の見本さん' }),
      row(DisabilityConsultation, { route: 'FAMILY' }),
    ];
    const answer = await ask('consultations { route }', { file: { consultations }, permits: detail });
    expect(answer).toEqual({ consultations: [{ route: null }, { route: 'FAMILY' }] });
  });

  test('of medical care is kept, and named where the list has it', async () => {
    const medicalCare = ['精神通院', '重度医療', null].map((selfSupportMedical) =>
      row(MedicalCare, { selfSupportMedical }),
    );
    expect(
      await ask('medicalCare { selfSupportMedical selfSupportKind }', {
        file: { medicalCare },
        permits: detail,
      }),
    ).toEqual({
      medicalCare: [
        { selfSupportMedical: '精神通院', selfSupportKind: 'PSYCHIATRIC_OUTPATIENT' },
        { selfSupportMedical: '重度医療', selfSupportKind: null },
        { selfSupportMedical: null, selfSupportKind: null },
      ],
    });
  });
});

describe('a service use plan', () => {
  const plan = row(ServiceUsePlan, {
    madeOn: '2026-06-22',
    wishes: '慣れた場所がいい',
    supportCategory: '3',
    itemsText: '[{"priority":1,"need":"眠りたい"}]',
  });
  const selection = 'serviceUsePlan { madeOn wishes supportCategory items { priority need } }';
  const file = { serviceUsePlans: [plan] };
  const whole = {
    madeOn: '2026-06-22',
    wishes: '慣れた場所がいい',
    supportCategory: null,
    items: [{ priority: '1', need: '眠りたい' }],
  };

  test('shows its lines with all of it, and of the certificate only who is permitted certificates', async () => {
    const planOnly = new Map([[Category.DISABILITY_PLAN, permit(Level.DETAIL)]]);
    expect(await ask(selection, { file, permits: planOnly })).toEqual({ serviceUsePlan: whole });
    expect(await ask(selection, { file, permits: detail })).toEqual({
      serviceUsePlan: { ...whole, supportCategory: '3' },
    });
  });

  test('in the summary of a session shows when it was made, not a line of it', async () => {
    const summary = new Map([[Category.DISABILITY_PLAN, permit(Level.SUMMARY, 'session-1')]]);
    expect(await ask(selection, { file, permits: summary })).toEqual({
      serviceUsePlan: { madeOn: '2026-06-22', wishes: null, supportCategory: null, items: null },
    });
  });

  test('that was released to the session is shown with its lines', async () => {
    const summary = new Map([[Category.DISABILITY_PLAN, permit(Level.SUMMARY, 'session-1')]]);
    const released = [{ id: 'rel-1', recordId: 'ServiceUsePlan:row-1' }];
    expect(await ask(selection, { file, permits: summary, released })).toEqual({ serviceUsePlan: whole });
  });
});

describe('an intake of the abuse prevention centre', () => {
  const abuseIntakes = [row(AbuseIntake, { kindCodes: 'ECONOMIC,NEGLECT', content: '受付の内容' })];
  const selection = 'abuseIntake { kinds kindsAsGiven content }';
  const told = { abuseIntake: { kinds: ['ECONOMIC', 'NEGLECT'], kindsAsGiven: [], content: '受付の内容' } };

  test('is shown to the office whose client it is', async () => {
    expect(await ask(selection, { file: { abuseIntakes }, byOwner: true })).toEqual(told);
  });

  test('is nothing to whom everything but the closed tier is open', async () => {
    const permits = new Map([...detail].filter(([category]) => category !== Category.ABUSE));
    expect(await ask(selection, { file: { abuseIntakes }, permits })).toEqual({ abuseIntake: null });
  });

  test('is shown to a session when its owner released it and the coordinator agreed', async () => {
    const released = [{ id: 'rel-1', recordId: 'AbuseIntake:row-1' }];
    const to = (approved: readonly string[]) =>
      new Map<Category, Permit>([
        [Category.ABUSE, { ...permit(Level.NONE), released: { session: 'session-1', approved } }],
      ]);
    const file = { abuseIntakes };
    expect(await ask(selection, { file, released, permits: to(['rel-1']) })).toEqual(told);
    expect(await ask(selection, { file, released, permits: to([]) })).toEqual({ abuseIntake: null });
  });
});

test('no field and no column says who reported', async () => {
  const { schema } = await buildFederatedSubgraph(disabilitySupport.federation(defaultRegistry));
  const fields = Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type)
      ? Object.values(type.getFields()).map(({ name, description }) => `${type.name}.${name} ${description}`)
      : [],
  );
  const columns = getMetadataArgsStorage()
    .columns.filter(({ target }) => (disabilitySupport.entities as readonly unknown[]).includes(target))
    .map(({ options, propertyName }) => `${options.name} ${propertyName}`);
  expect(Math.min(fields.length, columns.length)).toBeGreaterThan(80);
  const suspect = /reporter|reported|informant|通報|通告者/i;
  expect([...fields, ...columns].filter((name) => suspect.test(name))).toEqual([]);
});
