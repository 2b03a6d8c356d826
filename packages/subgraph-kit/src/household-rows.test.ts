import { describe, expect, test } from '@jest/globals';
import type { Permit } from '@kasane/disclosure';
import type { VerifiedViewer } from '@kasane/identity';
import {
  Capacity,
  Category,
  Level,
  officeCode,
  personId,
  sectorId,
  staffId,
  type PersonId,
} from '@kasane/vocabulary';
import type { Guarded } from './context.js';
import { rowsOfHousehold } from './household-rows.js';
import { Recorder } from './recorder.js';
import { about, PersonalRecord } from './subjects.js';

class Row extends PersonalRecord {
  constructor(readonly id: string) {
    super();
  }
}

const mother = personId('p-mother');
const grandmother = personId('p-grandmother');
const child = personId('p-child');
const members = [mother, grandmother, child];
const field = 'HouseholdRecord.finances';

const viewer: VerifiedViewer = {
  staffId: staffId('worker'),
  office: officeCode('office'),
  capacity: Capacity.CITY_STAFF,
  roles: [],
  requestId: 'request',
  tokenDigest: 'digest',
};

/** A request in which FINANCE is permitted for these persons. */
function request(...permitting: readonly PersonId[]): Guarded {
  const permit: Permit = { level: Level.DETAIL, rule: 'CONSENT', evidence: 'consent' };
  return {
    scope: {
      permits: (subjects, category) =>
        category === Category.FINANCE && subjects.every((each) => permitting.includes(each))
          ? subjects.map(() => permit)
          : undefined,
    },
    recorder: new Recorder(viewer, sectorId('livelihood-support')),
  };
}

/** The files of a sector, and which of them were read. */
function files(rows: readonly Row[]) {
  const read: PersonId[] = [];
  const load = (person: PersonId): Promise<readonly Row[]> => {
    read.push(person);
    return Promise.resolve(rows.filter(({ subjects }) => subjects === undefined || subjects[0] === person));
  };
  return { read, loader: { load } };
}

const motherAlone = about(new Row('mother alone'), [mother]);
const motherAndGrandmother = about(new Row('mother and grandmother'), [mother, grandmother]);
const ofGrandmother = about(new Row('of grandmother'), [grandmother]);
const stored = [motherAndGrandmother, motherAlone, ofGrandmother];

const idsFor = async (context: Guarded, { loader }: ReturnType<typeof files>): Promise<readonly string[]> =>
  (await rowsOfHousehold(context, Category.FINANCE, members, loader, field)).map(({ id }) => id);

const outcomesOf = ({ recorder }: Guarded): readonly string[] =>
  recorder.entries().map(({ person, outcome, items }) => `${outcome} ${person} ${items[0]?.fields.join()}`);

describe('the rows of a household', () => {
  test('are shown when every person whom they speak of permits, though a child has no consent of their own', async () => {
    expect(await idsFor(request(mother, grandmother), files(stored))).toEqual([
      'mother and grandmother',
      'mother alone',
      'of grandmother',
    ]);
  });

  test('leave no gap where a row speaks also of somebody who does not permit', async () => {
    const hidden = await idsFor(request(mother), files(stored));
    const absent = await idsFor(request(mother), files([motherAlone]));
    expect(hidden).toEqual(['mother alone']);
    expect(hidden).toEqual(absent);
  });

  test('are read only from the files of members who permit', async () => {
    const sector = files(stored);
    await idsFor(request(grandmother), sector);
    expect(sector.read).toEqual([grandmother]);
  });

  test('are not read at all when nobody permits', async () => {
    const sector = files(stored);
    expect(await idsFor(request(), sector)).toEqual([]);
    expect(sector.read).toEqual([]);
  });

  test('are not opened by another category', async () => {
    const { loader, read } = files(stored);
    expect(await rowsOfHousehold(request(...members), Category.HOUSING, members, loader, field)).toEqual([]);
    expect(read).toEqual([]);
  });

  test('are not shown when one does not say whom it speaks of', async () => {
    await expect(idsFor(request(mother), files([new Row('unmarked')]))).rejects.toThrow(field);
  });

  test('are told apart for two viewers at once', async () => {
    const sector = files(stored);
    const [one, other] = await Promise.all([
      idsFor(request(mother), sector),
      idsFor(request(grandmother), sector),
    ]);
    expect([one, other]).toEqual([['mother alone'], ['of grandmother']]);
  });

  test('are noted for the ledger, permitted and denied', async () => {
    const context = request(mother);
    await idsFor(context, files([motherAlone]));
    expect(outcomesOf(context)).toEqual([
      `PERMITTED ${mother} ${field}`,
      `DENIED ${grandmother} ${field}`,
      `DENIED ${child} ${field}`,
    ]);
  });

  test('note a denial for each person of a row that was left out', async () => {
    const context = request(mother);
    await rowsOfHousehold(context, Category.FINANCE, [mother], files([motherAndGrandmother]).loader, field);
    expect(outcomesOf(context)).toEqual([
      `PERMITTED ${mother} ${field}`,
      `DENIED ${mother} ${field}`,
      `DENIED ${grandmother} ${field}`,
    ]);
  });
});
