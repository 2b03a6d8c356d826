import { describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csv } from './csv.js';

const read = (text: string): string[][] => parse(text, { bom: true, relax_column_count: true });
const cells = fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), { minLength: 1 });

describe('CSV', () => {
  test('is read again as it was written, whatever is in a cell', () => {
    fc.assert(
      fc.property(cells, (rows) => {
        const plain = rows.map((row) => row.map((cell) => cell.replace(/^[=+\-@\t\r＝＋－＠]+/u, 'x')));
        // A row of one empty cell and an empty line are the same to a reader.
        fc.pre(plain.every((row) => row.some((cell) => cell !== '')));
        expect(read(csv(plain))).toEqual(plain);
      }),
    );
  });

  test('holds no formula, in whatever width its sign was typed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'),
        fc.string(),
        (sign, rest) => {
          expect(read(csv([[sign + rest]]))[0]?.[0]).toBe(`'${sign}${rest}`);
        },
      ),
    );
  });
});
