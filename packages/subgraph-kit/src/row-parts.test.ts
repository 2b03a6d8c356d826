import { describe, expect, test } from '@jest/globals';
import { personId } from '@kasane/vocabulary';
import { partsOf, textOf } from './row-parts.js';
import { about, PersonalRecord, Seal, sealOf, subjectsOf } from './subjects.js';

class Plan extends PersonalRecord {
  id = 'plan-1';
  localId = '1';
  need = 'of the plan itself';
  seal = Seal.RELEASE_ONLY;
}
const read = (part: Readonly<Record<string, unknown>>) => ({
  need: textOf(part, 'need'),
  priority: textOf(part, 'priority'),
});

describe('the parts of a row', () => {
  const plan = about(new Plan(), [personId('p-1'), personId('p-2')]);

  test('speak of whom the row speaks of, and are sealed as it is', () => {
    const [part] = partsOf(plan, '[{"need":"眠りたい","priority":1}]', read);
    expect(part).toMatchObject({ need: '眠りたい', priority: '1', id: 'plan-1' });
    expect(subjectsOf(part, 'Plan.items')).toEqual(['p-1', 'p-2']);
    expect(sealOf(part as unknown as PersonalRecord)).toBe(Seal.RELEASE_ONLY);
  });

  test('take nothing from their text but what they know by name', () => {
    const [part] = partsOf(
      plan,
      '[{"subjects":["p-9"],"seal":null,"id":"other","__proto__":{"need":"forged"}}]',
      read,
    );
    expect(subjectsOf(part, 'Plan.items')).toEqual(['p-1', 'p-2']);
    expect(sealOf(part as unknown as PersonalRecord)).toBe(Seal.RELEASE_ONLY);
    // What the text does not say is nothing: not what the row says under the same name.
    expect(part).toMatchObject({ id: 'plan-1', need: null, priority: null });
  });

  test('of a row that keeps none are none', () => expect(partsOf(plan, null, read)).toEqual([]));

  test.each(['カクレ', '{"need":"秘密"}', '["秘密"]', '[null]'])(
    'that cannot be read fail, without telling what stands there (%s)',
    (text) => {
      expect(() => partsOf(plan, text, read)).toThrow('The parts of a row are not a list of objects.');
    },
  );
});
