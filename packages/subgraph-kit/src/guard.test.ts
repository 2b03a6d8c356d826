import { describe, expect, test } from '@jest/globals';
import type { Permit } from '@kasane/disclosure';
import { Category, Level } from '@kasane/vocabulary';
import type { DisclosureScope } from './context.js';
import { disclosedSdl, notPersonalSdl } from './disclosed.js';
import { aRequest, GRANDMOTHER, guardedSchema, linesOf, MOTHER, SON } from './kit.fixtures.js';
import { opening } from './opening.js';
import { about, PersonalRecord } from './subjects.js';

const CANARY = 'CANARY-GUARD';

/** What the file of one person holds; counts what was read of it. */
class File extends PersonalRecord {
  reads = 0;
  rows: unknown = [];
  one: unknown = null;

  get level(): string {
    this.reads++;
    return CANARY;
  }
}

class Row extends PersonalRecord {
  detail: Row | undefined;
  constructor(
    readonly id: string,
    detail?: Row,
  ) {
    super();
    this.detail = detail;
  }
}

const school = disclosedSdl(Category.SCHOOL);
const sdl = `
  type Query { file: File }
  type File {
    level: String ${school}
    plain: String ${school}
    later: String ${school}
    failing: String ${school}
    rows: [Row] ${school}
    grid: [[Row]] ${school}
    strict: [Row!] ${school}
    one: Row ${school}
    public: String ${notPersonalSdl('published')}
  }
  type Row ${school} { id: ID note: String ${disclosedSdl(Category.NOTES)} detail: Row }
`;

/** A schema over one file; its resolvers count in `file.reads` too. */
function schemaOf(file: File) {
  const counted = <T>(value: T): T => {
    file.reads++;
    return value;
  };
  return guardedSchema(sdl, {
    Query: { file: () => file },
    File: {
      plain: () => counted(CANARY),
      later: async () => counted(CANARY),
      failing: async () => {
        throw counted(new Error('the database is away'));
      },
      rows: () => file.rows,
      grid: () => file.rows,
      strict: () => file.rows,
      public: () => 'published',
    },
    Row: { note: ({ id }: Row) => `note of ${id}` },
  });
}

const fileOf = (...subjects: Parameters<typeof about>[1]): File => about(new File(), subjects);
const withRows = (rows: unknown): File => Object.assign(fileOf(MOTHER), { rows });
const mothers = aRequest.bind(undefined, [MOTHER, Category.SCHOOL]);

describe('a withheld field', () => {
  test.each(['level', 'plain', 'later', 'failing'])('is null, and was never read: %s', async (field) => {
    const file = fileOf(MOTHER);
    const answer = await schemaOf(file).ask(`{ file { ${field} } }`, aRequest());
    expect(answer).toEqual({ data: { file: { [field]: null } } });
    expect(file.reads).toBe(0);
  });

  test('is read once where it is permitted, so that the zero above means something', async () => {
    for (const field of ['level', 'plain', 'later']) {
      const file = fileOf(MOTHER);
      const answer = await schemaOf(file).ask(`{ file { ${field} } }`, mothers());
      expect(answer).toEqual({ data: { file: { [field]: CANARY } } });
      expect(file.reads).toBe(1);
    }
  });

  test('is withheld by another category, and by another person', async () => {
    const { ask } = schemaOf(fileOf(MOTHER));
    for (const request of [aRequest([MOTHER, Category.NOTES]), aRequest([SON, Category.SCHOOL])])
      expect(await ask('{ file { plain } }', request)).toEqual({ data: { file: { plain: null } } });
  });

  test('needs everybody whom the record speaks of', async () => {
    const { ask } = schemaOf(fileOf(MOTHER, SON));
    const both = aRequest([MOTHER, Category.SCHOOL], [SON, Category.SCHOOL]);
    expect(await ask('{ file { plain } }', mothers())).toEqual({ data: { file: { plain: null } } });
    expect(await ask('{ file { plain } }', both)).toEqual({ data: { file: { plain: CANARY } } });
  });

  test('is noted as denied, a shown one as permitted, once however often it is asked', async () => {
    const denied = aRequest();
    await schemaOf(fileOf(MOTHER)).ask('{ file { plain again: plain level } }', denied);
    expect(linesOf(denied)).toEqual([`DENIED ${MOTHER} SCHOOL File.level File.plain`]);
    const permitted = mothers();
    await schemaOf(fileOf(MOTHER)).ask('{ file { plain level } }', permitted);
    expect(linesOf(permitted)).toEqual([`PERMITTED ${MOTHER} SCHOOL File.level File.plain`]);
  });

  test('is noted with the rule that closed it, of each of whom it speaks, where one did', async () => {
    const request = aRequest();
    const closing = (person: unknown): string | undefined => (person === MOTHER ? 'PROTECTED' : undefined);
    const scope = { ...request.scope, deniedBy: closing };
    await schemaOf(fileOf(MOTHER, SON)).ask('{ file { plain } }', { ...request, scope });
    expect(request.recorder.entries().map(({ person, items: [item] }) => [person, item?.rule])).toEqual([
      [MOTHER, 'PROTECTED'],
      [SON, undefined],
    ]);
  });

  test('leaves two viewers at once their own answers', async () => {
    const { ask } = schemaOf(fileOf(MOTHER));
    const [shown, withheld] = await Promise.all([
      ask('{ file { later } }', mothers()),
      ask('{ file { later } }', aRequest()),
    ]);
    expect([shown.data, withheld.data]).toEqual([{ file: { later: CANARY } }, { file: { later: null } }]);
  });
});

const ownRow = (): Row => about(new Row('mother alone'), [MOTHER]);
const mixedRow = (): Row => about(new Row('mother and grandmother'), [MOTHER, GRANDMOTHER]);
const lastRow = (): Row => about(new Row('last'), [MOTHER]);

describe('a row that speaks also of somebody who is not permitted', () => {
  const shapes: readonly (readonly [string, () => unknown])[] = [
    ['a list', () => [ownRow(), mixedRow(), lastRow()]],
    ['a promise of a list', async () => [ownRow(), mixedRow(), lastRow()]],
    ['a list of promises', () => [ownRow(), mixedRow(), lastRow()].map((row) => Promise.resolve(row))],
    ['a list of some promises', () => [ownRow(), Promise.resolve(mixedRow()), lastRow()]],
    ['a set', () => new Set([ownRow(), mixedRow(), lastRow()])],
    [
      'the values of a map',
      () => new Map([ownRow(), mixedRow(), lastRow()].map((row) => [row.id, row])).values(),
    ],
    [
      'a generator',
      function* () {
        yield ownRow();
        yield mixedRow();
        yield lastRow();
      },
    ],
    ['a promise of another library', () => thenable([ownRow(), mixedRow(), lastRow()])],
    ['a list of promises of another library', () => [ownRow(), mixedRow(), lastRow()].map(thenable)],
  ];

  test.each(shapes)('is left out in its place, without a gap: %s', async (_, rows) => {
    const request = mothers();
    for (const field of ['rows', 'strict']) {
      const answer = await schemaOf(withRows(rows())).ask(`{ file { ${field} { id } } }`, request);
      expect(answer).toEqual({ data: { file: { [field]: [{ id: 'mother alone' }, { id: 'last' }] } } });
    }
    expect(linesOf(request)).toContain(`DENIED ${GRANDMOTHER} SCHOOL File.rows File.strict`);
  });

  test.each(shapes)('is there when both permit: %s', async (_, rows) => {
    const both = aRequest([MOTHER, Category.SCHOOL], [GRANDMOTHER, Category.SCHOOL]);
    const answer = await schemaOf(withRows(rows())).ask('{ file { rows { id } } }', both);
    expect(answer.data).toEqual({
      file: { rows: [{ id: 'mother alone' }, { id: 'mother and grandmother' }, { id: 'last' }] },
    });
  });

  test('leaves an empty list when it was the only one, as if there were none', async () => {
    const answers = await Promise.all(
      [[mixedRow()], []].map((rows) => schemaOf(withRows(rows)).ask('{ file { rows { id } } }', mothers())),
    );
    expect(answers).toEqual([{ data: { file: { rows: [] } } }, { data: { file: { rows: [] } } }]);
  });

  test('is left out of lists in lists', async () => {
    const rows = [[ownRow(), mixedRow()], [mixedRow()], [Promise.resolve(mixedRow()), lastRow()]];
    const answer = await schemaOf(withRows(rows)).ask('{ file { grid { id } } }', mothers());
    expect(answer).toEqual({ data: { file: { grid: [[{ id: 'mother alone' }], [], [{ id: 'last' }]] } } });
  });

  test('keeps the gaps that the owner made', async () => {
    const rows = [null, ownRow(), mixedRow(), null];
    const answer = await schemaOf(withRows(rows)).ask('{ file { rows { id } } }', mothers());
    expect(answer).toEqual({ data: { file: { rows: [null, { id: 'mother alone' }, null] } } });
  });

  test.each([
    ['at once', (row: Row) => row],
    ['later', async (row: Row) => row],
    ['from another library', (row: Row) => thenable(row)],
  ])('becomes null where it is the only one that a field gives: %s', async (_, give) => {
    const file = Object.assign(fileOf(MOTHER), { one: give(mixedRow()) });
    const request = mothers();
    expect(await schemaOf(file).ask('{ file { one { __typename id } } }', request)).toEqual({
      data: { file: { one: null } },
    });
    expect(linesOf(request)).toContain(`DENIED ${GRANDMOTHER} SCHOOL File.one`);
  });
});

describe('a field with one record that is given rows', () => {
  const one = (rows: unknown): File => Object.assign(fileOf(MOTHER), { one: rows });

  test('gives the first that may be shown: the newest is chosen after what is hidden was left out', async () => {
    const request = mothers();
    const hidden = await schemaOf(one([mixedRow(), ownRow(), lastRow()].values())).ask(
      '{ file { one { id } } }',
      request,
    );
    const absent = await schemaOf(one([ownRow(), lastRow()].values())).ask(
      '{ file { one { id } } }',
      mothers(),
    );
    expect(hidden).toEqual({ data: { file: { one: { id: 'mother alone' } } } });
    expect(hidden).toEqual(absent);
    expect(linesOf(request)).toContain(`DENIED ${GRANDMOTHER} SCHOOL File.one`);
  });

  test('does not look at those behind it: the ledger tells of no row that was not shown', async () => {
    const request = aRequest([MOTHER, Category.SCHOOL], [GRANDMOTHER, Category.SCHOOL]);
    await schemaOf(one([ownRow(), mixedRow()])).ask('{ file { one { id } } }', request);
    expect(linesOf(request).join('\n')).not.toContain(GRANDMOTHER);
  });

  test('gives null where none may be shown, and where there is none', async () => {
    for (const rows of [[mixedRow()], [], Promise.resolve([mixedRow()]), [Promise.resolve(mixedRow())]])
      expect(await schemaOf(one(rows)).ask('{ file { one { id } } }', mothers())).toEqual({
        data: { file: { one: null } },
      });
  });
});

describe('a record that does not say whom it speaks of', () => {
  test('is an error where nothing is above it, and shows nothing', async () => {
    const answer = await schemaOf(new File()).ask('{ file { plain public } }', mothers());
    expect(answer.data).toEqual({ file: { plain: null, public: 'published' } });
    expect(answer.errors).toHaveLength(1);
    expect(JSON.stringify(answer)).not.toContain(CANARY);
  });

  test('is an error when it says "nobody"', async () => {
    const answer = await schemaOf(fileOf()).ask('{ file { plain } }', mothers());
    expect(answer.data).toEqual({ file: { plain: null } });
    expect(answer.errors).toHaveLength(1);
  });

  test('speaks of whom the field speaks of, and so do the records inside it', async () => {
    const file = withRows([new Row('row', new Row('inside', new Row('deep inside')))]);
    const answer = await schemaOf(file).ask(
      '{ file { rows { id detail { id detail { id } } } } }',
      mothers(),
    );
    expect(answer).toEqual({
      data: { file: { rows: [{ id: 'row', detail: { id: 'inside', detail: { id: 'deep inside' } } }] } },
    });
  });

  test('is still asked for each of its categories', async () => {
    const answer = await schemaOf(withRows([new Row('row')])).ask('{ file { rows { id note } } }', mothers());
    expect(answer).toEqual({ data: { file: { rows: [{ id: 'row', note: null }] } } });
  });

  test('is an error when it is no record of the kit: a plain object inherits nothing', async () => {
    const answer = await schemaOf(withRows([{ id: CANARY }])).ask('{ file { rows { id } } }', mothers());
    expect(answer.data).toEqual({ file: { rows: [{ id: null }] } });
    expect(answer.errors).toHaveLength(1);
    expect(JSON.stringify(answer)).not.toContain(CANARY);
  });
});

describe('a promise that is rejected', () => {
  test('stays an error, and is noted: the viewer was permitted to see it', async () => {
    const request = mothers();
    const answer = await schemaOf(fileOf(MOTHER)).ask('{ file { failing } }', request);
    expect(answer.data).toEqual({ file: { failing: null } });
    expect(answer.errors?.map(({ message }) => message)).toEqual(['the database is away']);
    expect(linesOf(request)).toEqual([`PERMITTED ${MOTHER} SCHOOL File.failing`]);
  });

  test('costs a list its own item only', async () => {
    const file = fileOf(MOTHER);
    const { ask } = schemaOf(file);
    const broken = async (): Promise<Row> => {
      throw new Error('one row is broken');
    };
    Object.defineProperty(file, 'rows', { get: () => [ownRow(), broken(), mixedRow(), lastRow()] });
    const answer = await ask('{ file { rows { id } } }', mothers());
    expect(answer.data).toEqual({ file: { rows: [{ id: 'mother alone' }, null, { id: 'last' }] } });
    expect(answer.errors?.map(({ message }) => message)).toEqual(['one row is broken']);
  });

  test('is an error where a loader gives it as a value', async () => {
    const answer = await schemaOf(withRows([ownRow(), new Error('one row is broken')])).ask(
      '{ file { rows { id } } }',
      mothers(),
    );
    expect(answer.data).toEqual({ file: { rows: [{ id: 'mother alone' }, null] } });
    expect(answer.errors).toHaveLength(1);
  });
});

/** A promise that is not of this realm: bluebird's, or one of a driver's own. */
function thenable<T>(value: T): PromiseLike<T> {
  const promise = Promise.resolve(value);
  return { then: (resolve, reject) => promise.then(resolve, reject) };
}

describe('how much of a category is open', () => {
  const { EXISTENCE, SUMMARY, DETAIL } = Level;
  const levelSdl = `
    type Query { file: File }
    type File { rows: [Row] ${school} one: Row ${school} }
    type Row {
      id: ID ${school}
      kind: String ${disclosedSdl(Category.SCHOOL, SUMMARY)}
    }
  `;
  class LocalRow extends PersonalRecord {
    localId = 'local';
    kind = 'a kind';
    constructor(readonly id: string) {
      super();
    }
  }
  const rows = ['1', '2', '3'].map((id) => () => new LocalRow(id));
  /** A session that opens so much, and row 2 whole. */
  const at = (level: Level, released: readonly string[] = []) => {
    const request = aRequest();
    const permit: Permit = {
      level,
      rule: 'SUPPORT_CONFERENCE',
      evidence: 's-1',
      released: { session: 's-1' },
    };
    const permits: DisclosureScope['permits'] = (subjects, category, asked = {}) => {
      const found = subjects.map(() =>
        opening(permit, asked, (record) => released.includes((record as LocalRow).id)),
      );
      return category === Category.SCHOOL && found.every((each) => each !== undefined) ? found : undefined;
    };
    const file = Object.assign(fileOf(MOTHER), { rows: rows.map((make) => make()) });
    const schema = guardedSchema(levelSdl, {
      Query: { file: () => file },
      File: { rows: () => file.rows, one: () => file.rows },
    });
    return schema.ask('{ file { rows { id kind } one { id kind } } }', { ...request, scope: { permits } });
  };
  const told = (...list: readonly { id: string | null; kind: string | null }[]) => ({
    data: { file: { rows: list, one: list[0] ?? null } },
  });
  const whole = (id: string) => ({ id, kind: 'a kind' });
  const brief = { id: null, kind: 'a kind' };
  const bare = { id: null, kind: null };

  test('in detail everything is shown', async () => {
    expect(await at(DETAIL)).toEqual(told(whole('1'), whole('2'), whole('3')));
  });
  test('in summary every row, and of it what is marked so', async () => {
    expect(await at(SUMMARY)).toEqual(told(brief, brief, brief));
  });
  test('of existence one row stands for all, without a value: how many there are is more', async () => {
    expect(await at(EXISTENCE)).toEqual(told(bare));
  });
  test('nothing: nothing', async () => {
    expect(await at(Level.NONE)).toEqual(told());
  });
  test.each([
    [DETAIL, told(whole('1'), whole('2'), whole('3'))],
    [SUMMARY, told(brief, whole('2'), brief)],
    [EXISTENCE, told(bare, whole('2'))],
    [Level.NONE, told(whole('2'))],
  ])('a released row is shown whole beside what is open at %s', async (level, expected) => {
    expect(await at(level, ['2'])).toEqual(expected);
  });
});
