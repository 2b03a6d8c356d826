import { describe, expect, test } from '@jest/globals';
import {
  allCategories,
  categories,
  Category,
  ConsentEffect,
  ConsentExpression,
  GrantorRelation,
  officeCode,
  Purpose,
  Role,
  sectorId,
  Tier,
} from '@kasane/vocabulary';
import { basicsToOffices, directory, draft, issuer, notice, toCoordinators } from '../documents.fixtures.js';
import { consentForm, DocumentInputError, type ConsentDraft, type ConsentFormInput } from '../index.js';
import { boxes, bodyOf, sectionsOf, textOf } from '../reading.fixtures.js';

const form: ConsentFormInput = { issuer, directory, notice, language: 'ja' };
const withDraft = (changes: Partial<ConsentDraft> = {}): string =>
  consentForm({ ...form, draft: { ...draft, ...changes } });
const item = (html: string, mark: number): string => sectionsOf(html).get(String(mark)) ?? '';
/** One item as it is written, with its boxes. */
const markupOf = (html: string, mark: number): string =>
  bodyOf(html)
    .split('<section')
    .find((part) => part.includes(`<span class="mark">${mark}</span>`)) ?? '';

describe('a consent form', () => {
  test.each(['ja', 'ja-simple'] as const)('has the twelve items, in order, in %s', (language) => {
    for (const html of [consentForm({ ...form, language }), consentForm({ ...form, language, draft })])
      expect([...sectionsOf(html).keys()]).toEqual(Array.from({ length: 12 }, (_, at) => String(at + 1)));
  });

  test('says what each of the twelve must say', () => {
    const html = withDraft();
    const must: readonly (readonly [number, readonly string[]])[] = [
      [1, ['グエン ティ ホア', '世帯主や家族であるというだけでは、代わりに同意することはできません']],
      [2, ['グエン ティ ホア', '昭和59年7月19日（1984年7月19日）']],
      [3, ['サポートプラン', '特に配慮が必要な情報']],
      [4, ['こども家庭センター', '福祉総務課（重層担当）の包括化支援員', '別の事業所にも提供しません']],
      [5, ['支援プランの作成', '本人に合った支援の計画を作るため']],
      [6, ['令和9年11月21日（2027年11月21日）の24時まで']],
      [7, ['重層的支援会議', '利用してよい', '利用しない']],
      [8, ['いつでも撤回する', '電話', '不利益はありません', '無効になることはありません']],
      [9, ['虐待の通報', '支援会議', '要保護児童対策地域協議会']],
      [10, ['本人は、その記録を見ることができます', '0795-00-0000']],
      [11, ['見本 花子', '令和8年11月22日', 'やさしい日本語', '例示 一郎']],
      [12, ['署名', '代筆者の氏名', '聴取者1', '聴取者2']],
    ];
    for (const [mark, said] of must) for (const one of said) expect(item(html, mark)).toContain(one);
  });

  test('names the version of the notice that was explained', () => {
    expect(textOf(consentForm(form))).toContain('kato-consent-notice 2026-04');
  });
});

describe('a blank form', () => {
  const html = consentForm(form);

  test('has no tick anywhere', () => {
    expect(boxes(html).ticked).toBe(0);
    expect(boxes(html).all).toBeGreaterThan(40);
  });

  test('offers every category of every desk but the closed ones, the sensitive ones apart', () => {
    const information = markupOf(html, 3);
    const [ordinary = '', sensitive = ''] = information.split('(2) ');
    for (const category of allCategories) {
      const label = categories[category].ja.replace('(', '（').replace(')', '）');
      const withBox = new RegExp(`aria-label="チェックなし"></span><span>${label}<small>`);
      expect([category, withBox.test(ordinary)]).toEqual([
        category,
        ['T1', 'T2'].includes(categories[category].tier),
      ]);
      expect([category, withBox.test(sensitive)]).toEqual([category, categories[category].tier === 'T3']);
    }
  });

  test('offers every office by name, and lines for others', () => {
    for (const { name } of directory.offices) expect(item(html, 4)).toContain(name);
    expect(item(html, 4)).toContain('その他の機関：');
  });

  test('offers no purpose for which the law needs no consent', () => {
    for (const word of ['緊急対応', '虐待対応', '統計', '開示請求'])
      expect(item(html, 5)).not.toContain(word);
  });

  test('offers the purposes that the city chose', () => {
    const chosen = consentForm({ ...form, purposes: [Purpose.OUTREACH, Purpose.CONFERENCE] });
    expect(boxes(markupOf(chosen, 5))).toEqual({ all: 1, ticked: 0 });
  });
});

describe('the closed tier', () => {
  test.each([
    ['blank', consentForm(form)],
    ['filled in', withDraft()],
  ])('is named on a form that is %s, with the reason, and has no box', (_kind, html) => {
    const closed = markupOf(html, 3).split('(3) ')[1]?.split('(4) ')[0] ?? '';
    for (const category of allCategories.filter((one) => categories[one].tier === Tier.T4))
      expect(textOf(`<body>${closed}</body>`)).toContain(categories[category].ja);
    expect(closed).toContain('一般の同意によって提供することはありません');
    expect(boxes(closed).all).toBe(0);
  });

  test('cannot be put on a form by a draft', () => {
    const elderCare = { sourceSectors: [sectorId('elder-care')], categories: [Category.RIGHTS_ADVOCACY] };
    expect(() => withDraft({ rules: [{ ...toCoordinators, ...elderCare }] })).toThrow(
      '「RIGHTS_ADVOCACY」は同意では提供できません（厳重秘匿）。',
    );
    // To say that it must not be given is another thing.
    expect(() =>
      withDraft({ rules: [toCoordinators, { ...toCoordinators, ...elderCare, effect: ConsentEffect.DENY }] }),
    ).not.toThrow();
  });
});

describe('a form filled in from a draft', () => {
  test('ticks what the draft names and offers nothing else to be ticked later', () => {
    const { all, ticked } = boxes(markupOf(withDraft(), 3));
    const named = draft.rules
      .filter(({ effect }) => effect === ConsentEffect.PERMIT)
      // INVOLVEMENT is held by both desks of the first rule.
      .reduce((sum, rule) => sum + rule.categories.length + Number(rule === toCoordinators), 0);
    expect(ticked).toBe(named);
    // The one that is left is for the person: that they confirmed the sensitive ones apart.
    expect(all).toBe(named + 1);
  });

  test('has the sensitive categories apart, with a box of their own that only the person ticks', () => {
    const [ordinary = '', sensitive = ''] = markupOf(withDraft(), 3).split('(2) ');
    expect(ordinary).not.toContain('家計・収入・債務');
    expect(sensitive).toContain('家計・収入・債務');
    expect(sensitive).toContain(
      '<p class="box-note"><span class="box" role="img" aria-label="チェックなし">',
    );
  });

  test('says that nothing sensitive is given when the draft names nothing sensitive', () => {
    const html = withDraft({ rules: [basicsToOffices] });
    expect(item(html, 3)).toMatch(/\(2\) 特に配慮が必要な情報[^(]*提供しません。/);
    expect(html).not.toContain('box-note">');
  });

  test('does not mix what goes to one recipient with what goes to another', () => {
    const rows =
      markupOf(withDraft(), 4)
        .match(/<tr>.*?<\/tr>/g)
        ?.map((row) => textOf(`<body>${row}</body>`)) ?? [];
    expect(rows[1]).toMatch(
      /^A こども家庭センター.*生活サポート相談窓口.*福祉総務課（重層担当）の包括化支援員$/,
    );
    expect(rows[2]).toMatch(/^B 多機関協働.*高齢介護課.*社会福祉課（障害）$/);
    expect(item(withDraft(), 3)).toMatch(/B 多機関協働氏名・生年月日/);
    expect(item(withDraft({ rules: [toCoordinators] }), 4)).not.toContain('A ');
  });

  test('lists what must not be given without a box, and to whom', () => {
    const html = withDraft();
    const denied = markupOf(html, 3).split('(4) ')[1] ?? '';
    expect(denied).toContain('相談・支援経過');
    expect(boxes(denied).all).toBe(0);
    expect(item(html, 4)).toContain('次の相手には提供しない：高齢介護課（地域包括支援センター）');
  });

  test('tells a role without an office as those who work with the person', () => {
    const rule = { ...toCoordinators, recipientOffices: [], recipientRoles: [Role.SECTOR_WORKER] };
    expect(item(withDraft({ rules: [rule] }), 4)).toContain('本人を担当する相談支援員');
  });

  test('prints a purpose that a blank form would not offer, for the draft says so', () => {
    expect(item(withDraft({ purposes: [Purpose.STATISTICS] }), 5)).toContain('統計');
  });

  test.each([
    [[Purpose.CONSULTATION, Purpose.CONFERENCE], /ticked[^ ]* [^>]*><\/span><span>利用してよい/],
    [[Purpose.CONSULTATION], /ticked[^ ]* [^>]*><\/span><span>利用しない/],
  ])('says whether the conference may use it: %j', (purposes, ticked) => {
    expect(markupOf(withDraft({ purposes }), 7)).toMatch(ticked);
    expect(boxes(markupOf(withDraft({ purposes }), 7))).toEqual({ all: 2, ticked: 1 });
  });

  test('has a signature for each who has a say, and one for a child who can sign', () => {
    const parents = ['親 一', '親 二'].map((name) => ({
      name,
      relation: GrantorRelation.PARENTAL_AUTHORITY,
    }));
    const html = withDraft({ grantors: parents });
    for (const { name } of parents) expect(item(html, 12)).toContain(`同意する人${name}親権者`);
    expect(item(html, 12)).toContain('本人の署名');
    expect(item(withDraft(), 12)).not.toContain('本人の署名');
  });

  test('shows the document by which a guardian speaks for an adult', () => {
    const guardian = {
      name: '後見 太郎',
      relation: GrantorRelation.ADULT_GUARDIAN,
      authorityDocument: '登記事項証明書',
    };
    expect(item(withDraft({ grantors: [guardian] }), 1)).toContain(
      '成年後見人後見 太郎権限を示す書類：登記事項証明書',
    );
  });

  test('has two lines for those who listen, whatever is known', () => {
    for (const witnesses of [undefined, [], ['聴取 一'], ['聴取 一', '聴取 二']]) {
      const said = item(withDraft({ expression: ConsentExpression.ORAL_PHONE, witnesses }), 12);
      expect(said).toMatch(/聴取者1.*聴取者2/);
      expect(said).not.toContain('聴取者3');
      for (const name of witnesses ?? []) expect(said).toContain(name);
      expect(said).toContain('聴取者2名が必要です');
    }
  });

  test('says one year when the draft has no end', () => {
    expect(item(withDraft({ validUntil: undefined }), 6)).toContain('1年を経過する日');
  });
});

describe('a form is not printed', () => {
  const problemsOf = (changes: Partial<ConsentDraft>): readonly string[] => {
    try {
      withDraft(changes);
    } catch (error) {
      if (error instanceof DocumentInputError) return error.problems;
      throw error;
    }
    return [];
  };

  test('when it would name what it does not know; every problem is told at once', () => {
    const rule = {
      ...toCoordinators,
      sourceSectors: [sectorId('no-sector')],
      recipientOffices: [officeCode('no-office')],
    };
    expect(problemsOf({ rules: [rule, rule], grantors: [], purposes: [] })).toEqual([
      '提供元「no-sector」の名称が渡されていません。',
      '提供先「no-office」の名称が渡されていません。',
      '同意する人が渡されていません。',
      '利用目的が渡されていません。',
    ]);
  });

  test('when a category would be silently left out', () => {
    const rule = { ...toCoordinators, sourceSectors: [sectorId('child-family')] };
    expect(problemsOf({ rules: [rule] })).toEqual(
      ['LIVELIHOOD_INTAKE', 'FINANCE', 'HOUSING'].map(
        (category) => `「${category}」を持つ提供元がありません。`,
      ),
    );
  });

  test('when it names nobody to receive, or nothing at all', () => {
    expect(problemsOf({ rules: [{ ...toCoordinators, recipientOffices: [], recipientRoles: [] }] })).toEqual([
      '提供先のない項があります。',
    ]);
    expect(problemsOf({ rules: [] })).toEqual(['提供する情報が渡されていません。']);
    expect(problemsOf({ rules: Array.from({ length: 27 }, () => toCoordinators) })).toEqual([
      '項が多すぎます。用紙を分けてください。',
    ]);
  });

  test('when its days are none, or in the wrong order', () => {
    expect(() => withDraft({ validUntil: '2027-02-29' })).toThrow('not a calendar date: 2027-02-29');
    expect(problemsOf({ validFrom: '2027-01-01', validUntil: '2026-12-31' })).toEqual([
      '終わりの日が始まりの日より前です。',
    ]);
  });
});
