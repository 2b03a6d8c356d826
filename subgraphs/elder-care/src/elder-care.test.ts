import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { household, person, staffById } from '@kasane/sample-municipality';
import { MAX_STATEMENTS, openSector, type SectorUnderTest } from '@kasane/subgraph-kit/testing';
import { Purpose } from '@kasane/vocabulary';
import { CareNeedCertification } from './certification/care-need-certification.js';
import { elderCare } from './elder-care.js';

/** Within the days that the sample records speak of. */
const TODAY = new Date('2026-11-22T03:00:00Z');

let sector: SectorUnderTest;
beforeAll(async () => {
  sector = await openSector(elderCare, { clock: () => TODAY });
}, 60_000);
afterAll(() => sector?.close());

const six = household('H06').members.map((member) => person(member.person).id);
const worker = {
  ...staffById('kato-elder-care-worker'),
  purpose: Purpose.CONSULTATION,
  requestId: 'request',
};
/** A part of the record of one person, as if they had consented to all of it; or for the worker in charge. */
async function recordOf(key: string, selection: string, as?: typeof worker): Promise<unknown> {
  const { records, errors } = await sector.ask(selection, [person(key).id], as);
  expect(errors).toEqual([]);
  return records[0];
}

describe('six persons with all their records', () => {
  test('cost no more statements than the kit promises, the ledger’s included', async () => {
    await sector.ask(sector.everything, six);
    const { records, errors } = await sector.ask(sector.everything, six);
    expect(errors).toEqual([]);
    expect(JSON.stringify(records)).toContain('入浴介助');
    expect(sector.statements.length).toBeLessThanOrEqual(MAX_STATEMENTS);
    await sector.ask(sector.everything, six, worker);
    expect(sector.statements.length).toBeLessThanOrEqual(MAX_STATEMENTS);
  });

  test('are found by an index, table by table', async () => {
    await sector.ask(sector.everything, six);
    const records = sector.statements.find((sql) => sql.includes('kg_nintei')) ?? '';
    const values = [...records.matchAll(/\$\d+/g)].map(() => '9000000601');
    await sector.running.dataSource.transaction(async (transaction) => {
      // On so few rows a scan is cheaper: what matters is that no condition hides the column from its index.
      await transaction.query('SET LOCAL enable_seqscan = off');
      const plan = JSON.stringify(await transaction.query(`EXPLAIN ${records}`, values));
      expect(plan).toContain('kg_nintei_hihokensha');
      expect(plan).not.toContain('Seq Scan');
    });
  });
});

describe('the last known certification', () => {
  const selection = `certification { status level isValidToday }
    lastKnownCertification { level validUntil isValidToday }`;

  test('is told with its date while the renewal is pending', async () => {
    expect(await recordOf('h08-mother', selection)).toEqual({
      certification: { status: 'APPLIED', level: null, isValidToday: false },
      lastKnownCertification: { level: 'CARE_1', validUntil: '2026-09-30', isValidToday: false },
    });
  });

  test('is the newest where it holds', async () => {
    expect(await recordOf('h05-mother', selection)).toEqual({
      certification: { status: 'CERTIFIED', level: 'CARE_3', isValidToday: true },
      lastKnownCertification: { level: 'CARE_3', validUntil: '2028-04-30', isValidToday: true },
    });
  });

  test('is none where nothing was ever decided', async () => {
    expect(await recordOf('h02-self', selection)).toEqual({
      certification: null,
      lastKnownCertification: null,
    });
  });

  test('may be valid from before it was decided, after a change of level', async () => {
    const { manager } = sector.running.dataSource;
    await manager.insert(CareNeedCertification, {
      id: 'cert-change',
      localId: '9000000301',
      applicationKindCode: '3',
      appliedOn: '2026-10-01',
      statusCode: '2',
      levelCode: '21',
      certifiedOn: '2026-11-10',
      validFrom: '2026-10-01',
    });
    expect(
      await recordOf(
        'h03-grandmother',
        'lastKnownCertification { applicationKind level validFrom certifiedOn }',
      ),
    ).toEqual({
      lastKnownCertification: {
        applicationKind: 'CHANGE',
        level: 'CARE_1',
        validFrom: '2026-10-01',
        certifiedOn: '2026-11-10',
      },
    });
    await manager.delete(CareNeedCertification, { id: 'cert-change' });
  });
});

test('a code or a date that the package holds outside of its lists is kept as it is, and nobody guesses', async () => {
  const { manager } = sector.running.dataSource;
  await manager.query(
    `INSERT INTO kg_nintei (seiri_no, hihokensha_no, shinsei_ymd, shinsei_kbn, jokyo_kbn, yokaigo_jotai_kbn_cd, yuko_kaishi_ymd)
     VALUES ('cert-odd', '9000000201', '20250600', '7', 'X', '01', '99999999')`,
  );
  expect(
    await recordOf(
      'h02-self',
      'certifications { appliedOn applicationKind applicationKindCode status statusCode level levelCode validFrom isValidToday }',
    ),
  ).toEqual({
    certifications: [
      {
        appliedOn: '20250600',
        applicationKind: null,
        applicationKindCode: '7',
        status: null,
        statusCode: 'X',
        level: null,
        levelCode: '01',
        validFrom: null,
        isValidToday: false,
      },
    ],
  });
  await manager.query(`DELETE FROM kg_nintei WHERE seiri_no = 'cert-odd'`);
});

describe('what the office keeps to itself', () => {
  const health = 'healthAssessments { writtenOn disabilityIndependence }';

  test('is the paper whose doctor did not agree, though the person did', async () => {
    expect(await recordOf('h06-grandfather', health)).toEqual({
      healthAssessments: [{ writtenOn: '2024-10-22', disabilityIndependence: 'J2' }],
    });
    expect(await recordOf('h06-grandmother', health)).toEqual({ healthAssessments: [] });
    expect(await recordOf('h06-grandmother', health, worker)).toEqual({
      healthAssessments: [{ writtenOn: '2025-09-01', disabilityIndependence: 'B1' }],
    });
  });

  test('is a sealed consultation', async () => {
    const consultations = 'consultations { kind passedOnTo }';
    expect(await recordOf('h08-mother', consultations)).toEqual({ consultations: [] });
    expect(await recordOf('h08-mother', consultations, worker)).toEqual({
      consultations: [{ kind: '権利擁護', passedOnTo: null }],
    });
    expect(await recordOf('h06-grandmother', consultations)).toEqual({ consultations: [] });
    const both = await sector.ask(consultations, six);
    expect(JSON.stringify(both.records)).toContain('居宅介護支援事業所');
  });

  test('is who reported: no table that the hub makes or reads has a place for it', async () => {
    const columns = sector.running.dataSource.entityMetadatas.flatMap(({ columns: own }) =>
      own.map(({ databaseName }) => databaseName),
    );
    expect(columns).toContain('jijitsu_kakunin');
    expect(columns.join()).not.toMatch(/tsuho|tsukoku|reporter|atena/);
  });
});

describe('a case of rights advocacy', () => {
  const cases = 'rightsAdvocacy { recordId abuseKinds isUrgent }';
  const [mother, son] = ['h08-mother', 'h08-self'].map((key) => person(key).id);

  test('is the worker’s; to others it is opened for the suspected too, or not at all', async () => {
    const found = [
      {
        recordId: 'RightsAdvocacyCase:kenri-h08-mother',
        abuseKinds: ['PHYSICAL', 'ECONOMIC'],
        isUrgent: false,
      },
    ];
    expect(await recordOf('h08-mother', cases, worker)).toEqual({ rightsAdvocacy: found });
    expect(await recordOf('h08-mother', cases)).toEqual({ rightsAdvocacy: [] });
    const both = await sector.ask(
      cases,
      [mother, son].flatMap((id) => id ?? []),
    );
    expect(both.records).toEqual([{ rightsAdvocacy: found }, { rightsAdvocacy: [] }]);
  });

  test('is released by its worker alone, and then waits for the coordinator', async () => {
    const release = `mutation { elderCareRelease(session: "s-1", recordId: "RightsAdvocacyCase:kenri-h08-mother",
      until: "2026-12-01T00:00:00Z") { needsApproval } }`;
    expect((await sector.post(release, {}, worker)).data).toEqual({
      elderCareRelease: { needsApproval: true },
    });
    const stranger = { ...worker, ...staffById('aizu-houkatsu-2-worker') };
    expect((await sector.post(release, {}, stranger)).errors[0]?.extensions?.code).toBe('NOT_FOUND');
  });
});

test('the checklist shows an answer for each of its 25 items, or none of them', async () => {
  const selection = 'basicChecklists { answers answersAsGiven isProgramEligible }';
  const record = (await recordOf('h06-grandmother', selection)) as {
    readonly basicChecklists: readonly { readonly answers: readonly (boolean | null)[] }[];
  };
  expect(record.basicChecklists[0]?.answers).toHaveLength(25);
  expect(record.basicChecklists[0]?.answers[22]).toBeNull();
  const { manager } = sector.running.dataSource;
  await manager.query(`UPDATE hk_kihon_checklist SET kaito = '01' WHERE seiri_no = 'check-h03-grandmother'`);
  expect(await recordOf('h03-grandmother', selection)).toEqual({
    basicChecklists: [{ answers: null, answersAsGiven: '01', isProgramEligible: true }],
  });
});

test('a care plan carries its own needs, and says when it is provisional', async () => {
  expect(await recordOf('h06-grandmother', 'carePlan { kind isProvisional needs { need to } }')).toEqual({
    carePlan: {
      kind: 'HOME_CARE',
      isProvisional: false,
      needs: [
        { need: '浴室で転ばずに入浴したい。', to: '2026-09-30' },
        { need: '階段の上り下りが不安。', to: null },
      ],
    },
  });
  expect(await recordOf('h06-grandfather', 'carePlan { isProvisional needs { need } }')).toEqual({
    carePlan: { isProvisional: true, needs: [] },
  });
});

describe('a table that was changed under us', () => {
  test('makes what is in it unavailable, never empty; the rest goes on, and nobody is told that we are ready', async () => {
    const ready = async () => (await fetch(`${sector.running.url.replace('/graphql', '')}/readyz`)).status;
    expect(await ready()).toBe(200);
    await sector.migrate('ALTER TABLE kg_service_riyo RENAME COLUMN hindo TO hindo_kaisu');
    const broken = await sector.ask('services { kind }', six);
    expect(broken.errors[0]?.extensions?.code).toBe('SECTOR_UNAVAILABLE');
    expect(JSON.stringify(broken.records)).not.toContain('[]');
    expect((await sector.ask('carePlan { madeOn }', six)).errors).toEqual([]);
    expect(await ready()).toBe(503);
    await sector.migrate('ALTER TABLE kg_service_riyo RENAME COLUMN hindo_kaisu TO hindo');
    expect((await sector.ask('services { kind }', six)).errors).toEqual([]);
    expect(await ready()).toBe(200);
  });
});
