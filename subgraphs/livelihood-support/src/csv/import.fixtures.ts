import 'reflect-metadata';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ledgerMigrations } from '@kasane/ledger';
import { openDatabase } from '@kasane/subgraph-kit';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { livelihoodSupport } from '../livelihood-support.js';
import { csvTables, tableOf } from './csv-tables.js';
import { importFile, type Imported } from './import-file.js';
import { importFolder, NothingToImport, type FolderOptions } from './import-folder.js';
import { importEntities } from './import-tables.js';
import { progressTo } from './progress.js';
import { cp932, csvOf, csvText, intakeRow, intakes } from './sample-csv.js';
import { wordsOfResult } from './words.js';

export interface ImportDatabase {
  readonly url: string;
  readonly migrationUrl: string;
  readonly appRole: string | undefined;
  readonly drop: () => Promise<void>;
}

/** What holds of the import in every database: run on PostgreSQL with all tests, on MariaDB with the services'. */
export function importTests(create: () => Promise<ImportDatabase>): void {
  let drop: (() => Promise<void>) | undefined;
  let dataSource: DataSource;
  let folder: string;
  beforeAll(async () => {
    const database = await create();
    drop = database.drop;
    const { url, migrationUrl, appRole } = database;
    dataSource = await openDatabase({
      databaseUrl: url,
      migrationUrl,
      entities: [...livelihoodSupport.entities, ...importEntities],
      migrations: [...ledgerMigrations({ appRole }), ...livelihoodSupport.migrations],
    });
  }, 60_000);
  afterAll(async () => {
    await dataSource?.destroy();
    await drop?.();
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kasane-csv-'));
    for (const table of [...new Set([...csvTables.map(({ table }) => table), 'csv_import', 'csv_gaiji'])])
      await dataSource.query(`DELETE FROM ${table}`);
  });

  const put = (name: string, content: string | Buffer): Promise<void> =>
    writeFile(join(folder, name), typeof content === 'string' ? cp932(content) : content);
  const run = async (options: Partial<FolderOptions> = {}): Promise<Readonly<Record<string, Imported>>> =>
    Object.fromEntries(
      (await importFolder(folder, { dataSource, ...options })).map(({ file, result }) => [file, result]),
    );
  /** The only file of the folder. */
  const runOne = async (options?: Partial<FolderOptions>): Promise<Imported> => {
    const [result] = Object.values(await run(options));
    if (!result) throw new Error('nothing was imported');
    return result;
  };
  const intakeTable = csvTables.find(({ file }) => file === '相談')!;
  const rows = (table = 'livelihood_intake'): Promise<Record<string, unknown>[]> =>
    dataSource.query(`SELECT * FROM ${table} ORDER BY 1`);
  const written = (result: Imported) => (result.outcome === 'IMPORTED' ? result.written : result);
  const faults = (result: Imported) => (result.outcome === 'SAME_FILE' ? [] : result.faults);

  describe('a nightly file', () => {
    test('is taken as it was written: CP932, quoted, CRLF, eras, line breaks in a cell', async () => {
      await put(
        '相談.csv',
        csvOf('相談', [
          intakeRow(7),
          { ...intakeRow(8), 主訴: '「電気」を,止められる。"急ぎ"', 課題: '自死企図;病気' },
        ]),
      );
      expect(written(await runOne())).toEqual({ added: 2, changed: 0, same: 0, deleted: 0 });
      expect(await rows()).toMatchObject([
        {
          id: 'csv-S0000007',
          local_id: 'K07-000000-1',
          received_on: '2025-08-08',
          channel: 'FAMILY',
          assessment: '転居が決まれば、家計も体調も落ち着くと見る。\r\n次回は家計の書き出しを一緒にする。',
          issues: 'POVERTY,HOUSING_UNSTABLE,ARREARS',
          closed_issues: null,
          screening: 'CONTINUED',
          urgency: 'SOON',
        },
        {
          chief_complaint: '「電気」を,止められる。"急ぎ"',
          issues: 'ILLNESS',
          closed_issues: 'SUICIDE_RISK',
        },
      ]);
    });

    test('is the same in UTF-8, with and without a byte order mark, and in another order of columns', async () => {
      const text = csvOf('相談', intakes(3));
      await put('相談.csv', text);
      await run();
      const before = await rows();
      await put('相談.csv', Buffer.from(`\uFEFF${text}`));
      expect(written(await runOne())).toEqual({ added: 0, changed: 0, same: 3, deleted: 0 });
      const turned = csvText(
        [
          Object.keys(intakeTable.columns),
          ...intakes(3).map((row) => Object.keys(intakeTable.columns).map((header) => row[header] ?? '')),
        ].map((cells) => cells.toReversed()),
      );
      await put('相談.csv', Buffer.from(turned));
      expect(written(await runOne())).toEqual({ added: 0, changed: 0, same: 3, deleted: 0 });
      expect(await rows()).toEqual(before);
    });

    test('that comes again changes nothing, and one that changed changes what it changed', async () => {
      await put('相談.csv', csvOf('相談', intakes(10)));
      await run();
      expect(await runOne()).toEqual({ outcome: 'SAME_FILE' });
      await put(
        '相談.csv',
        csvOf(
          '相談',
          [...intakes(9), intakeRow(20)].map((row, at) => (at === 2 ? { ...row, 緊急性: '緊急' } : row)),
        ),
      );
      expect(written(await runOne())).toEqual({ added: 1, changed: 1, same: 8, deleted: 1 });
    });

    test('touches no row that it did not bring', async () => {
      await dataSource.query(
        `INSERT INTO livelihood_intake (id, local_id, received_on, channel) VALUES ('written-in-the-hub', 'K1', '2026-01-01', 'SELF')`,
      );
      await put('相談.csv', csvOf('相談', intakes(2)));
      await run();
      await put('相談.csv', csvOf('相談', intakes(3).slice(1)));
      await run();
      expect((await rows()).map(({ id }) => id)).toEqual([
        'csv-S0000001',
        'csv-S0000002',
        'written-in-the-hub',
      ]);
    });

    test('of every kind fills its table, and every column of it is one of the table', async () => {
      for (const { file, columns } of csvTables) {
        const sample: Record<string, string> = {
          氏名: '見本 花子',
          主副: '主担当',
          相談経路: '本人',
          住居の種類: '持ち家',
          転居の必要: '無',
          状況: file === '就労' ? '求職中' : '開始・決定',
          事業: '就労支援',
          方法: '電話',
          対応者: '見本',
          内容: file === '居住支援' ? '宿泊場所・衣食の提供' : '電話した。',
          種類: file === '給付' ? '離職等による家賃の補助' : 'フードバンク',
          取扱い: 'ここだけの話',
          機関コード: 'office-1',
        };
        const row = Object.fromEntries(
          Object.keys(columns).map((header) => [
            header,
            sample[header] ?? (/番号$/.test(header) ? 'N1' : /日$|時点$/.test(header) ? 'R8.4.1' : ''),
          ]),
        );
        await put(`${file}.csv`, csvOf(file, [row]));
      }
      for (const result of Object.values(await run()))
        expect(written(result)).toEqual({ added: 1, changed: 0, same: 0, deleted: 0 });
      expect(await rows('contact_log')).toMatchObject([
        { id: 'csv-N1', seal: 'NEVER', held_on: '2026-04-01' },
      ]);
      expect(await rows('local_person')).toMatchObject([
        { local_id: 'N1', name: '見本 花子', name_key: '見本花子' },
      ]);
      for (const result of Object.values(await run())) expect(result).toEqual({ outcome: 'SAME_FILE' });
    });

    test('may have a date in its name, and the former name of 居住支援', () => {
      expect(tableOf('相談_20261122.csv')?.table).toBe('livelihood_intake');
      expect(tableOf('フ\u309aラン.csv'.normalize('NFD'))?.table).toBe(tableOf('プラン.csv')?.table);
      expect(tableOf('一時生活支援.csv')?.table).toBe('residential_support');
      for (const other of ['相談メモ.csv', '相談.txt', 'rejected']) expect(tableOf(other)).toBeUndefined();
    });

    test('keeps 外字 as 〓 with their codes, until they are gone', async () => {
      const [head = '', line = ''] = csvOf('利用者', [{ 利用者番号: 'K1', 氏名: '田X 花子' }]).split('\r\n');
      const [before = '', after = ''] = line.split('X');
      await put(
        '利用者.csv',
        Buffer.concat([cp932(`${head}\r\n${before}`), Buffer.from([0xf0, 0x40]), cp932(`${after}\r\n`)]),
      );
      await run();
      expect(await rows('local_person')).toMatchObject([{ name: '田〓 花子' }]);
      expect(await rows('csv_gaiji')).toEqual([
        { table_name: 'local_person', row_id: 'K1', codes: '氏名:1=F040' },
      ]);
      await put('利用者.csv', csvOf('利用者', [{ 利用者番号: 'K1', 氏名: '田辺 花子' }]));
      await run();
      expect(await rows('csv_gaiji')).toEqual([]);
    });
  });

  describe('a line that cannot be taken', () => {
    const good = intakes(8);
    const CANARY = 'カナリア町';
    const bad = [
      { ...intakeRow(8), 受付日: `H31.5.1 ${CANARY}`, 相談経路: CANARY },
      { ...intakeRow(9), 利用者番号: '' },
    ];

    test('is told with line, column and reason, never with what stood there; the rest is taken', async () => {
      await put('相談.csv', csvOf('相談', [...good, ...bad]));
      const result = await runOne();
      expect(written(result)).toMatchObject({ added: 8 });
      expect(faults(result).map(({ line, column }) => [line, column])).toEqual([
        // Each of the rows before it goes on over two lines.
        [18, '受付日'],
        [18, '相談経路'],
        [20, '利用者番号'],
      ]);
      const report = await readFile(join(folder, 'rejected', '相談.rejected.csv'), 'utf8');
      expect(report.startsWith('\uFEFF"ファイル","行","列","理由"\r\n"相談.csv","18","受付日"')).toBe(true);
      for (const words of [report, wordsOfResult({ file: '相談.csv', result }).join('\n')])
        expect(words).not.toContain(CANARY);
      await put('相談.csv', csvOf('相談', good));
      await run();
      await expect(readFile(join(folder, 'rejected', '相談.rejected.csv'))).rejects.toThrow();
    });

    test('leaves what was known of it yesterday', async () => {
      await put('相談.csv', csvOf('相談', intakes(10)));
      await run();
      await put('相談.csv', csvOf('相談', [...good, bad[0] ?? {}, intakeRow(9)]));
      expect(written(await runOne())).toEqual({ added: 0, changed: 0, same: 9, deleted: 0 });
      expect(await rows()).toHaveLength(10);
    });

    test('whose number cannot be read stops every deletion: it may be the number of any', async () => {
      await put('相談.csv', csvOf('相談', intakes(10)));
      await run();
      await put('相談.csv', csvOf('相談', [...intakes(9), { ...intakeRow(9), 相談番号: '' }]));
      expect(written(await runOne())).toMatchObject({ deleted: 0 });
      expect(await rows()).toHaveLength(10);
    });

    test('with the number of another is rejected with it, and both lines are named', async () => {
      await put('相談.csv', csvOf('相談', [...intakes(6), { ...intakeRow(2), 緊急性: '緊急' }]));
      const result = await runOne();
      expect(written(result)).toMatchObject({ added: 5 });
      expect(faults(result)).toEqual([
        { line: 6, column: '相談番号', reason: '相談番号が 6行目と 14行目で同じです。' },
        { line: 14, column: '相談番号', reason: '相談番号が 6行目と 14行目で同じです。' },
      ]);
      expect((await rows()).map(({ id }) => id)).not.toContain('csv-S0000002');
    });

    test('with another number of cells is told; nothing is moved into the wrong column', async () => {
      await put('相談.csv', `${csvOf('相談', intakes(3))}"S9999999","K1"\r\n`);
      expect(faults(await runOne())).toEqual([{ line: 8, reason: expect.stringContaining('列の数') }]);
    });
  });

  describe('a file of which nothing is taken leaves yesterday’s data:', () => {
    beforeEach(async () => {
      await put('相談.csv', csvOf('相談', intakes(10)));
      await run();
    });
    const refused = async (content: string | Buffer) => {
      const before = await rows();
      await put('相談.csv', content);
      const result = await runOne();
      expect(result.outcome).toBe('REFUSED');
      expect(await rows()).toEqual(before);
      return faults(result);
    };

    test('a quote that is not closed, told with its line', async () => {
      const text = csvOf('相談', intakes(12));
      expect(await refused(text.replace('"S0000005"', '"S0000005'))).toEqual([
        { line: 12, reason: expect.stringContaining('引用符') },
      ]);
      expect(await refused(`${text}"S0000099`)).toEqual([
        { line: 26, reason: expect.stringContaining('引用符') },
      ]);
    });

    test('lines in another encoding', async () => {
      const text = csvOf('相談', intakes(12)).split('\r\n"S');
      const mixed = Buffer.concat([
        cp932(text.slice(0, 11).join('\r\n"S')),
        Buffer.from(`\r\n"S${text.slice(11).join('\r\n"S')}`),
      ]);
      expect(await refused(mixed)).toEqual([
        { line: 22, reason: expect.stringContaining('文字コード') },
        { line: 24, reason: expect.stringContaining('文字コード') },
      ]);
    });

    test('a header without a column, or with one twice; an empty file', async () => {
      expect(await refused(csvOf('相談', intakes(12)).replace('"緊急性"', '"急ぎ"'))).toEqual([
        { line: 1, column: '緊急性', reason: expect.stringContaining('ありません') },
      ]);
      expect(
        await refused(csvOf('相談', intakes(12)).replace('"緊急性"', '"緊急性","緊急性"')),
      ).toMatchObject([{ column: '緊急性' }]);
      expect(await refused('')).toEqual([{ reason: '空のファイルです。' }]);
    });

    test('one in which most lines cannot be read', async () => {
      const [first] = await refused(
        csvOf(
          '相談',
          intakes(12).map((row) => ({ ...row, 受付日: '2026/13/01' })),
        ),
      );
      expect(first?.reason).toContain('作り方が変わっていないか');
    });

    test('more than a fifth fewer rows, until somebody says why; that is kept', async () => {
      const fewer = csvOf('相談', intakes(7));
      expect(await refused(fewer)).toEqual([{ reason: expect.stringContaining('--accept-fewer') }]);
      expect((await runOne({ acceptFewer: '  ' })).outcome).toBe('REFUSED');
      expect(written(await runOne({ acceptFewer: '古い相談を整理した' }))).toMatchObject({
        deleted: 3,
        same: 7,
      });
      expect((await rows('csv_import')).map(({ accepted_fewer: why }) => why).filter(Boolean)).toEqual([
        '古い相談を整理した',
      ]);
    });

    test('a crash while it is written', async () => {
      const before = await rows();
      await put('相談.csv', csvOf('相談', intakes(600)));
      // What a killed process leaves: a transaction that never ends with COMMIT.
      const crash = importFile(join(folder, '相談.csv'), intakeTable, {
        dataSource,
        progress: (step, _, __, lines) => {
          if (step === 'WRITING' && lines > 0) throw new Error('killed');
        },
      });
      await expect(crash).rejects.toThrow();
      expect(await rows()).toEqual(before);
      expect(written(await runOne())).toMatchObject({ added: 590 });
    });

    test('a report that cannot be written', async () => {
      const before = await rows();
      await put('相談.csv', csvOf('相談', [...intakes(11), { ...intakeRow(11), 受付日: '' }]));
      await writeFile(join(folder, 'rejected'), 'not a folder');
      await expect(run()).rejects.toThrow();
      expect(await rows()).toEqual(before);
    });
  });

  describe('a folder', () => {
    test('without a known file, with two of one kind, or that there is not, is not begun', async () => {
      await expect(run()).rejects.toThrow(NothingToImport);
      await put('相談.csv', csvOf('相談', intakes(1)));
      await put('相談_2.csv', csvOf('相談', intakes(2)));
      await expect(run()).rejects.toThrow('二つ以上');
      await expect(importFolder(join(folder, 'nowhere'), { dataSource })).rejects.toThrow(NothingToImport);
    });

    test('with a refused file takes the others', async () => {
      await put('相談.csv', 'x');
      await put('利用者.csv', csvOf('利用者', [{ 利用者番号: 'K1', 氏名: '見本' }]));
      expect(Object.entries(await run()).map(([file, { outcome }]) => [file, outcome])).toEqual([
        ['利用者.csv', 'IMPORTED'],
        ['相談.csv', 'REFUSED'],
      ]);
    });
  });

  test('two imports at once of one table take turns, and the later is right', async () => {
    await put('相談.csv', csvOf('相談', intakes(300)));
    await put('二.csv', csvOf('相談', intakes(310)));
    const both = await Promise.all([
      importFile(join(folder, '相談.csv'), intakeTable, { dataSource }),
      importFile(join(folder, '二.csv'), intakeTable, { dataSource }),
    ]);
    expect(both.map(({ outcome }) => outcome)).toEqual(['IMPORTED', 'IMPORTED']);
    expect([300, 310]).toContain((await rows()).length);
  });

  test('five thousand lines are taken in seconds, with progress', async () => {
    await put('相談.csv', csvOf('相談', intakes(5_000)));
    const told: string[] = [];
    let clock = 0;
    const progress = progressTo(
      (line) => told.push(line),
      () => (clock += 500),
    );
    const began = performance.now();
    expect(written(await runOne({ progress }))).toMatchObject({ added: 5_000 });
    expect(performance.now() - began).toBeLessThan(20_000);
    expect(told.some((line) => /^… 相談\.csv 書き込み \d+ % \([\d,]+ 行\/秒\)$/.test(line))).toBe(true);
  }, 60_000);
}
