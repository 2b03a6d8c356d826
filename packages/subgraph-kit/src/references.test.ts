import { describe, expect, test } from '@jest/globals';
import { ErrorCode, householdId, personId, type HouseholdId, type PersonId } from '@kasane/vocabulary';
import fc from 'fast-check';
import { aViewer, MOTHER, SON } from './kit.fixtures.js';
import {
  HouseholdReference,
  householdReference,
  PersonReference,
  personReference,
  referenceId,
  referenceText,
} from './references.js';
import type { SectorContext } from './sector-subgraph.js';

class Person extends PersonReference {}
class Household extends HouseholdReference {}

const H = householdId('h-1');
const resolvePerson = personReference(Person, 'schoolEducationGrant');
const resolveHousehold = householdReference(Household, 'schoolEducationGrant');

/** A request, and what its scope was asked to admit. */
function aContext(viewer = aViewer(), members: readonly PersonId[] = []) {
  const admitted: (readonly [string | undefined, readonly PersonId[]])[] = [];
  const scope = {
    admit: async (grant: string | undefined, persons: readonly PersonId[]) =>
      void admitted.push([grant, persons]),
    membersOf: (household: HouseholdId) => (household === H ? members : []),
  };
  return { admitted, context: { viewer, scope } as unknown as SectorContext };
}

/** Like a representation from outside: parsed JSON. */
const sent = (json: string): Record<string, unknown> => JSON.parse(json) as Record<string, unknown>;

describe('a reference to a person', () => {
  test('gives its id and its grant, and nothing else of what the caller put there', async () => {
    const { admitted, context } = aContext();
    const reference = sent(`{ "__typename": "Person", "id": "${MOTHER}", "schoolEducationGrant": "grant",
      "subjects": ["${SON}"], "name": "CANARY", "constructor": "CANARY", "__proto__": { "subjects": ["${SON}"] } }`);
    const person = await resolvePerson(reference, context);
    expect(person).toBeInstanceOf(Person);
    expect({ ...(person as Person) }).toEqual({ id: MOTHER, subjects: [MOTHER] });
    expect(admitted).toEqual([['grant', [MOTHER]]]);
  });

  test('needs no grant: then only an own assignment can open anything', async () => {
    for (const grant of ['', ', "schoolEducationGrant": null']) {
      const { admitted, context } = aContext();
      await resolvePerson(sent(`{ "id": "${MOTHER}"${grant} }`), context);
      expect(admitted).toEqual([[undefined, [MOTHER]]]);
    }
  });

  test('is refused without a purpose, before anything is read', async () => {
    const { purpose: _, ...purposeless } = aViewer();
    const { admitted, context } = aContext(purposeless);
    await expect(resolvePerson({ id: MOTHER }, context)).rejects.toMatchObject({
      code: ErrorCode.PURPOSE_REQUIRED,
    });
    await expect(resolveHousehold({ id: H }, context)).rejects.toMatchObject({
      code: ErrorCode.PURPOSE_REQUIRED,
    });
    expect(admitted).toEqual([]);
  });

  const unusable: readonly (readonly [string, string])[] = [
    ['nothing', '{}'],
    ['null', '{ "id": null }'],
    ['an empty text', '{ "id": "" }'],
    ['a number', '{ "id": 1 }'],
    ['a flag', '{ "id": true }'],
    ['a list', `{ "id": ["${MOTHER}"] }`],
    ['an object', `{ "id": { "toString": "${MOTHER}" } }`],
    ['65 letters', `{ "id": "${'x'.repeat(65)}" }`],
    ['a million letters', `{ "id": "${'x'.repeat(1_000_000)}" }`],
    ['what is inherited', `{ "__proto__": { "id": "${MOTHER}" } }`],
  ];
  test.each(unusable)('is refused when its id is %s', async (_, json) => {
    const { admitted, context } = aContext();
    await expect(resolvePerson(sent(json), context)).rejects.toMatchObject({
      code: ErrorCode.BAD_USER_INPUT,
    });
    await expect(resolveHousehold(sent(json), context)).rejects.toMatchObject({
      code: ErrorCode.BAD_USER_INPUT,
    });
    expect(admitted).toEqual([]);
  });

  test('is refused when its id is inherited from a prototype', () => {
    expect(() => referenceId(Object.create({ id: MOTHER }) as Record<string, unknown>)).toThrow('has no id');
  });

  test.each([
    ['a number', 7],
    ['a list', ['grant']],
    ['an object', { grant: 1 }],
    ['an empty text', ''],
    ['more than 64 KiB', 'x'.repeat(64 * 1024 + 1)],
  ])('is refused when its grant is %s', async (_, schoolEducationGrant) => {
    const { admitted, context } = aContext();
    await expect(resolvePerson({ id: MOTHER, schoolEducationGrant }, context)).rejects.toMatchObject({
      code: ErrorCode.BAD_USER_INPUT,
    });
    expect(admitted).toEqual([]);
  });

  test('never repeats what it refuses', () => {
    expect(() => referenceText({ id: ['CANARY'] }, 'id', 64)).toThrow(/^The reference's id is not usable\.$/);
  });

  test('gives a short text of its own, or nothing, or is refused, whatever is sent', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('id', '__proto__', 'constructor', 'x'), fc.jsonValue()),
        (reference) => {
          try {
            const text = referenceText(reference, 'id', 64);
            expect(text === undefined || (text === reference['id'] && text.length <= 64)).toBe(true);
          } catch (error) {
            expect(error).toMatchObject({ code: ErrorCode.BAD_USER_INPUT });
          }
        },
      ),
    );
  });
});

describe('a reference to a household', () => {
  test('speaks of the members that a verified grant named, whatever the caller says', async () => {
    const { admitted, context } = aContext(aViewer(), [MOTHER, SON]);
    const household = (await resolveHousehold(
      { id: H, schoolEducationGrant: 'grant', members: ['p-somebody'], subjects: ['p-somebody'] },
      context,
    )) as Household;
    expect({ ...household }).toEqual({ id: H, subjects: [MOTHER, SON] });
    expect(admitted).toEqual([
      ['grant', []],
      [undefined, [MOTHER, SON]],
    ]);
  });

  test('speaks of nobody when no grant named its members, so nothing of it can be shown', async () => {
    const { context } = aContext(aViewer(), [MOTHER]);
    const household = (await resolveHousehold({ id: 'h-other' }, context)) as Household;
    expect(household.subjects).toEqual([]);
  });

  test('is another kind of id than a person', async () => {
    const { context } = aContext(aViewer(), [MOTHER]);
    expect(((await resolvePerson({ id: H }, context)) as Person).subjects).toEqual([personId(H)]);
  });
});
