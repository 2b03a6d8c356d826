import { describe, expect, test } from '@jest/globals';
import { Category, ConsentExpression, ConsentState, officeCode, Purpose, Tier } from '@kasane/vocabulary';
import { createHash } from 'node:crypto';
import { directory, receipt, receiptOf } from '../documents.fixtures.js';
import {
  canonicalJson,
  consentReceipt,
  consentReceiptJson,
  receiptHash,
  type ReceiptSource,
} from '../index.js';
import { textOf } from '../reading.fixtures.js';

const printed = (source: ReceiptSource = receipt, issuedOn = '2026-11-23'): string =>
  consentReceipt({ ...source, language: 'ja', issuedOn });
const hashOn = (html: string): string =>
  (/<p class="hash">([0-9a-f ]+)<\/p>/.exec(html)?.[1] ?? '').replaceAll(' ', '');

describe('the JSON receipt', () => {
  const json = consentReceiptJson(receipt);

  test('has every field that ISO/IEC TS 27560 demands', () => {
    expect(json).toMatchObject({
      schemaVersion: '27560-1',
      id: 'c-5d0f6a4be1c2a9d1f3b7',
      subjectPersonId: 'p-6f4qw8fc',
      notice: {
        id: 'kato-consent-notice',
        version: '2026-04',
        language: 'ja-simple',
        hash: '9f86d081884c7d65',
      },
      purposes: [Purpose.CONSULTATION, Purpose.PLAN_MAKING, Purpose.SERVICE_COORDINATION, Purpose.CONFERENCE],
      sourceOffices: [
        { id: 'child-family', name: 'こども家庭センター(子育て)' },
        { id: 'collaboration', name: '多機関協働' },
        { id: 'livelihood-support', name: '生活サポート相談窓口(生活困窮)' },
      ],
      storage: 'SOURCE_SYSTEM_ONLY',
      retentionRule: '終わった日から5年',
      jurisdiction: { country: 'JP', localGovernmentCode: '282286' },
      withdrawal: {
        methods: ['WRITTEN', 'ORAL_IN_PERSON', 'ORAL_PHONE'],
        contactOffice: { name: '福祉総務課（重層担当）', phone: '0795-00-0000' },
      },
      validity: { from: '2026-11-22T01:30:00.000Z', until: '2027-11-21T15:00:00.000Z' },
      events: [
        {
          at: '2026-11-22T01:30:00.000Z',
          state: 'GIVEN',
          expression: 'ORAL_IN_PERSON',
          expressedBy: 'グエン ティ ホア',
          recordedBy: 'kato-coordinator',
          witnesses: ['みほん はなこ', 'れいじ いちろう'],
        },
      ],
      legalBasis: 'APPI_69_2_1_CONSENT',
    });
    expect(json.recipientOffices.map(({ code }) => code)).toContain('kato-fukushi-somu');
    expect(json.categories).toContain(Category.SCHOOL);
  });

  test('names the sensitive categories apart, and keeps which goes to whom', () => {
    expect(json.sensitiveCategories).toEqual([Category.MATERNAL_HEALTH, Category.FINANCE]);
    expect(json.rules.map(({ effect, maxTier }) => [effect, maxTier])).toEqual([
      ['PERMIT', Tier.T3],
      ['PERMIT', Tier.T1],
      ['DENY', Tier.T3],
    ]);
  });

  test('is JSON: what is read back from it is the same', () => {
    expect(JSON.parse(canonicalJson(json))).toEqual(json);
  });

  test('names the subject by the pseudonym only', () => {
    const source: ReceiptSource = {
      ...receipt,
      record: { ...receipt.record, subject: { ...receipt.record.subject, name: 'CANARY' } },
    };
    expect(canonicalJson(consentReceiptJson(source))).not.toContain('CANARY');
  });

  test('claims no legal basis for a refusal', () => {
    expect(consentReceiptJson(receiptOf(ConsentState.REFUSED))).not.toHaveProperty('legalBasis');
  });

  test('ends with the last renewal', () => {
    const until = new Date('2028-11-21T15:00:00Z');
    const [given] = receipt.record.events;
    const renewal = { ...given!, at: new Date('2027-11-01T00:00:00Z'), state: ConsentState.RENEWED, until };
    const renewed = { ...receipt, record: { ...receipt.record, events: [given!, renewal] } };
    expect(consentReceiptJson(renewed).validity.until).toBe(until.toISOString());
    expect(textOf(printed(renewed))).toContain('令和10年11月21日（2028年11月21日）の24時まで');
  });

  test('is not made of a record that says nothing, or names what nobody can name', () => {
    expect(() => consentReceiptJson({ ...receipt, record: { ...receipt.record, events: [] } })).toThrow(
      '経過のない同意記録です。',
    );
    expect(() => consentReceiptJson({ ...receipt, directory: { ...directory, offices: [] } })).toThrow(
      '提供先「kato-fukushi-somu」の名称が渡されていません。',
    );
  });
});

describe('the hash', () => {
  const json = consentReceiptJson(receipt);

  test('on the paper is that of the JSON, which anybody can compute', () => {
    const expected = createHash('sha256').update(canonicalJson(json)).digest('hex');
    expect(receiptHash(json)).toBe(expected);
    expect(hashOn(printed())).toBe(expected);
    expect(hashOn(consentReceipt({ ...receipt, language: 'ja-simple', issuedOn: '2027-01-01' }))).toBe(
      expected,
    );
  });

  test('does not depend on the order in which a database gives its sets', () => {
    const { record } = receipt;
    const turned: ReceiptSource = {
      ...receipt,
      directory: { sectors: [...directory.sectors].reverse(), offices: [...directory.offices].reverse() },
      record: {
        ...record,
        purposes: [...record.purposes].reverse(),
        rules: record.rules.map((rule) => ({ ...rule, categories: [...rule.categories].reverse() })),
      },
    };
    expect(receiptHash(consentReceiptJson(turned))).toBe(receiptHash(json));
  });

  test('changes with every single value of the receipt', () => {
    const seen = new Set([receiptHash(json)]);
    let changes = 0;
    const change = (path: readonly (string | number)[]): void => {
      const copy = structuredClone(json) as never;
      let at: Record<string | number, unknown> = copy;
      for (const key of path.slice(0, -1)) at = at[key] as Record<string, unknown>;
      at[path.at(-1)!] = `${String(at[path.at(-1)!])}'`;
      seen.add(receiptHash(copy));
      changes += 1;
    };
    const walk = (value: unknown, path: readonly (string | number)[]): void => {
      if (typeof value === 'string') return change(path);
      for (const [key, member] of Object.entries(value as object)) walk(member, [...path, key]);
    };
    walk(json, []);
    expect(changes).toBeGreaterThan(70);
    expect(seen.size).toBe(changes + 1);
  });

  test('changes with every value of the record', () => {
    const { record } = receipt;
    const [event] = record.events;
    const variants: readonly Partial<ReceiptSource['record']>[] = [
      { id: 'c-other' },
      { schemaVersion: '27560-2' },
      { subject: { ...record.subject, id: 'p-other' as never } },
      { grantors: [{ ...record.grantors[0]!, name: '別人' }] },
      { grantors: [{ ...record.grantors[0]!, authorityDocument: '登記事項証明書' }] },
      { notice: { ...record.notice, version: '2026-05' } },
      { notice: { ...record.notice, hash: undefined } },
      { purposes: record.purposes.slice(1) },
      { rules: record.rules.slice(1) },
      { validFrom: new Date('2026-11-22T01:30:00.001Z') },
      { validUntil: new Date('2027-11-22T15:00:00Z') },
      { supersedesId: 'c-before' },
      { events: [{ ...event!, expression: ConsentExpression.ORAL_PHONE }] },
      { events: [{ ...event!, witnesses: ['みほん はなこ'] }] },
      { events: [event!, { ...event!, state: ConsentState.WITHDRAWN }] },
    ];
    const hashes = variants.map((variant) =>
      receiptHash(consentReceiptJson({ ...receipt, record: { ...record, ...variant } })),
    );
    expect(new Set([receiptHash(json), ...hashes]).size).toBe(variants.length + 1);
  });
});

describe('the canonical form', () => {
  test('has its keys in order, no spaces, and leaves out what is undefined', () => {
    expect(canonicalJson({ b: [1, 'あ"', null], a: { d: true, c: undefined } })).toBe(
      '{"a":{"d":true},"b":[1,"あ\\"",null]}',
    );
  });

  test.each([undefined, Number.NaN, Infinity, () => 1, new Date(0), new Map(), 1n])(
    'does not take %p for something else',
    (value) => {
      expect(() => canonicalJson({ value: [value] })).toThrow(TypeError);
    },
  );
});

describe('the printed receipt', () => {
  test('says what was agreed, to whom, for what, until when, and how to take it back', () => {
    const said = textOf(printed());
    for (const words of [
      '個人情報の提供に関する同意の控え',
      'c-5d0f6a4be1c2a9d1f3b7',
      '口頭（対面）',
      'みほん はなこ、れいじ いちろう',
      '福祉総務課（重層担当）の包括化支援員',
      '特に配慮が必要な情報妊娠・母子保健',
      '提供しない相手',
      '重層的支援会議での利用：利用してよい',
      '令和9年11月21日（2027年11月21日）の24時まで',
      'いつでも撤回する',
      '0795-00-0000',
      '終わった日から5年',
    ])
      expect(said).toContain(words);
  });

  test.each([
    ['GIVEN', '同意の控え', true],
    ['RENEWED', '同意の控え', true],
    ['REFUSED', '不同意の控え', false],
    ['WITHDRAWN', '同意の撤回の控え', false],
    ['REVOKED', '終わった同意の控え', false],
    ['INVALIDATED', '終わった同意の控え', false],
    ['EXPIRED', '終わった同意の控え', false],
    ['DEFERRED', 'お伺いしたことの控え', false],
    ['REQUESTED', 'お伺いしたことの控え', false],
  ] as const)('of a record that is %s is titled %s', (state, title, gives) => {
    const html = printed(receiptOf(state));
    expect(/<h1>(.*?)<\/h1>/.exec(html)?.[1]).toContain(title);
    expect(textOf(html).includes('提供する情報')).toBe(gives);
  });

  test('of a refusal lists as not given what the form spoke of', () => {
    const said = textOf(printed(receiptOf(ConsentState.REFUSED)));
    expect(said).toMatch(
      /提供しない情報提供しない相手.*サポートプラン.*福祉総務課（重層担当）の包括化支援員/s,
    );
    expect(said).toContain('目的にかかわらず、提供しません');
    expect(said).not.toContain('有効期間');
  });

  test('of a consent whose time is over does not say that it permits anything', () => {
    expect(textOf(printed(receipt, '2027-11-21'))).toContain('提供する情報');
    const over = textOf(printed(receipt, '2027-11-22'));
    expect(over).toContain('次の同意は、効力を失っています');
    expect(over).not.toContain('提供する情報');
  });

  test('says that it may not be used in the conference when it does not say that it may', () => {
    const source = { ...receipt, record: { ...receipt.record, purposes: [Purpose.CONSULTATION] } };
    expect(textOf(printed(source))).toContain('重層的支援会議での利用：利用しない');
  });

  test('names an office that the rules name, and no other', () => {
    const source = {
      ...receipt,
      directory: {
        ...directory,
        offices: [...directory.offices, { code: officeCode('x'), name: '名前のない機関' }],
      },
    };
    expect(printed(source)).not.toContain('名前のない機関');
    expect(hashOn(printed(source))).toBe(hashOn(printed()));
  });
});
