import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createGrantSigner, POLICY_VERSION } from '@kasane/disclosure';
import {
  createViewerTokenMinter,
  createViewerTokenVerifier,
  generateSigningKey,
  type Viewer,
} from '@kasane/identity';
import {
  Capacity,
  Category,
  defaultRegistry,
  officeCode,
  personId,
  Role,
  staffId,
  type PersonId,
} from '@kasane/vocabulary';
import { Enrolment, schoolEducation } from '../example.fixtures.js';
import {
  LocalPerson,
  localPerson,
  PersonLink,
  ResponsibilityRow,
  startSubgraph,
  type RunningSubgraph,
} from '../index.js';
import { aViewer, byConsent, SCHOOL } from '../kit.fixtures.js';

const [TARO, JIRO] = [personId('p-taro'), personId('p-jiro')];
const coordinator = aViewer();
const teacher = aViewer({
  staffId: staffId('teacher'),
  office: officeCode('school-board'),
  sector: SCHOOL.id,
  capacity: Capacity.CITY_STAFF,
  roles: [Role.SECTOR_WORKER],
});
const colleague = { ...teacher, staffId: staffId('colleague') };
const stranger = { ...teacher, staffId: staffId('stranger'), office: officeCode('another-board') };
const taro = {
  name: '髙橋 太郎',
  kana: 'タカハシ タロウ',
  birthDate: '2014-04-02',
  address: '見本市架空町1-2',
};

const [viewerKeys, grantKeys] = await Promise.all([generateSigningKey(), generateSigningKey()]);
export interface LinkingDatabase {
  readonly url: string;
  readonly migrationUrl: string;
  readonly appRole: string | undefined;
  readonly drop: () => Promise<void>;
}

/** What holds of links in every database: run on PostgreSQL with all tests, on MariaDB with the services'. */
export function linkingTests(create: () => Promise<LinkingDatabase>): void {
  let drop: (() => Promise<void>) | undefined;
  let running: RunningSubgraph;
  let now = new Date('2026-11-22T03:00:00Z');
  beforeAll(async () => {
    const database = await create();
    drop = database.drop;
    running = await startSubgraph(
      schoolEducation,
      {
        host: '127.0.0.1',
        port: 0,
        databaseUrl: database.url,
        migrationUrl: database.migrationUrl,
        appRole: database.appRole,
        viewerKey: viewerKeys.publicKey,
        grantKey: grantKeys.publicKey,
        grantSigningKey: undefined,
        registry: [...defaultRegistry, SCHOOL],
        seed: 'sample',
        logLevel: 'silent',
      },
      () => now,
    );
  }, 60_000);
  afterAll(async () => {
    await running?.close();
    await drop?.();
  });

  let files = 0;
  /** A file of the school board, with an enrolment that tells its number. */
  async function file(
    given: Partial<Parameters<typeof localPerson>[0]> = {},
    office = 'school-board',
  ): Promise<string> {
    const localId = `8-${++files}`;
    const { manager } = running.dataSource;
    await manager.insert(LocalPerson, localPerson({ localId, ...taro, ...given }));
    await manager.insert(ResponsibilityRow, {
      id: `resp-${localId}`,
      localId,
      officeCode: office,
      staffId: 'teacher',
      staffName: null,
      role: 'LEAD',
      from: '2025-04-01',
      to: null,
    });
    await manager.insert(Enrolment, {
      id: `enrolment-${localId}`,
      localId,
      alsoAbout: null,
      grade: localId,
      from: '2026-04-06',
    });
    return localId;
  }
  beforeEach(async () => {
    const { manager } = running.dataSource;
    // Each test has its own files, and an hour of its own.
    now = new Date(now.getTime() + 7_200_000);
    for (const entity of [PersonLink, LocalPerson, ResponsibilityRow])
      await manager.createQueryBuilder().delete().from(entity).execute();
  });

  interface Answer {
    readonly data?: Readonly<Record<string, never>> | null;
    readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
  }

  const mint = (viewer: Viewer): Promise<string> =>
    createViewerTokenMinter({ privateKey: viewerKeys.privateKey, clock: () => now }).mint(viewer);
  async function post(viewer: Viewer, query: string, variables = {}, token?: string): Promise<Answer> {
    const response = await fetch(`${running.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'hub-viewer': token ?? (await mint(viewer)) },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as Answer;
  }
  const code = ({ errors }: Answer): string | undefined => errors?.[0]?.extensions.code;

  async function suggest(viewer: Viewer, person: PersonId = TARO, identity: object = taro): Promise<Answer> {
    return post(
      viewer,
      `mutation ($person: ID!, $identity: LinkIdentityInput!) { schoolEducationSuggestLinks(person: $person, identity: $identity) {
       ... on SchoolEducationLinkCandidates { candidates { clientNumber status score name birthDate address alike unlinkedBefore taken } }
       ... on SchoolEducationLinkNotChanged { problems } } }`,
      { person, identity },
    );
  }
  const candidates = async (...of: Parameters<typeof suggest>): Promise<readonly Record<string, unknown>[]> =>
    (
      (await suggest(...of)).data?.['schoolEducationSuggestLinks'] as unknown as {
        candidates: Record<string, unknown>[];
      }
    ).candidates;

  const change =
    (name: string, word: string) =>
    async (viewer: Viewer, clientNumber: string, text = '健康保険証で確かめた', person: PersonId = TARO) => {
      const type = name === 'Unlink' ? 'Unlinked' : 'LinkChanged';
      const more = name === 'Unlink' ? 'shownTo { staffId office categories fields }' : '';
      const answer = await post(
        viewer,
        `mutation ($person: ID!, $clientNumber: ID!, $text: String!) { changed: schoolEducation${name}(person: $person, clientNumber: $clientNumber, ${word}: $text) {
         ... on SchoolEducation${type} { link { status method score } ${more} } ... on SchoolEducationLinkNotChanged { problems since by } } }`,
        { person, clientNumber, text },
      );
      return code(answer) ?? (answer.data?.['changed'] as unknown as Record<string, unknown>);
    };
  const [confirm, reject, unlink] = [
    change('ConfirmLink', 'checkedBy'),
    change('RejectLink', 'reason'),
    change('Unlink', 'reason'),
  ];

  /** What a coordinator is shown of a person with a consent to all of it. */
  async function grades(person: PersonId, viewer: Viewer = coordinator): Promise<unknown> {
    const token = await mint(viewer);
    const { tokenDigest } = await createViewerTokenVerifier({
      publicKey: viewerKeys.publicKey,
      clock: () => now,
    }).verify(token);
    const grant = await (
      await createGrantSigner({ privateKey: grantKeys.privateKey, clock: () => now })
    ).sign({
      sector: SCHOOL.id,
      viewer: tokenDigest,
      policyVersion: POLICY_VERSION,
      persons: new Map([
        [person, new Map(SCHOOL.categories.map((category) => [category, byConsent('c-1')]))],
      ]),
      barred: new Map(),
      households: new Map(),
    });
    const { data } = await post(
      viewer,
      'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Person { schoolEducation { enrolments { grade } } } } }',
      { of: [{ __typename: 'Person', id: person, schoolEducationGrant: grant }] },
      token,
    );
    return (
      data?.['_entities'] as unknown as { schoolEducation: { enrolments: { grade: string }[] } }[]
    )[0]?.schoolEducation.enrolments.map(({ grade }) => grade);
  }

  describe('a search for candidates', () => {
    test('finds the own office’s files in another spelling, and gives no data', async () => {
      const number = await file({ name: '高橋　太郎', kana: 'ﾀｶﾊｼ ﾀﾛｳ' });
      expect(await candidates(teacher)).toEqual([
        {
          clientNumber: number,
          status: 'SUGGESTED',
          score: 100,
          name: 'SAME',
          birthDate: 'SAME',
          address: 'SAME',
          alike: false,
          unlinkedBefore: false,
          taken: false,
        },
      ]);
      expect(await grades(TARO)).toEqual([]);
    });

    test('finds nothing in the files of another office of the sector', async () => {
      await file({}, 'another-board');
      expect(await candidates(teacher)).toEqual([]);
      expect(await candidates(stranger)).toHaveLength(1);
    });

    test('of a file without an office is the manager’s', async () => {
      const number = await file();
      await running.dataSource.manager.update(ResponsibilityRow, { localId: number }, { to: '2025-12-31' });
      expect(await candidates(teacher)).toEqual([]);
      expect(await candidates({ ...teacher, roles: [Role.OFFICE_MANAGER] })).toHaveLength(1);
    });

    test('gives five at most, and needs a name and a day or a house', async () => {
      for (let at = 0; at < 7; at += 1) await file();
      expect(await candidates(teacher)).toHaveLength(5);
      for (const identity of [
        { name: '髙橋 太郎' },
        { birthDate: '2014-04-02' },
        { name: '・', address: '1-2' },
        { ...taro, birthDate: 'きのう' },
        { ...taro, otherNames: ['a', 'b', 'c', 'd', 'e', 'f'] },
        { ...taro, name: '長'.repeat(257) },
      ])
        expect((await suggest(teacher, TARO, identity)).data?.['schoolEducationSuggestLinks']).toEqual({
          problems: [expect.any(String)],
        });
    });

    test('is refused to everybody else, in the same words whether or not the sector knows the person', async () => {
      const words = async () =>
        JSON.stringify(await suggest(coordinator)).replace(/"correlationId":"[^"]*"/, '');
      const unknown = await words();
      await file();
      expect(await words()).toBe(unknown);
      expect(unknown).toContain('FORBIDDEN');
      expect(code(await suggest({ ...teacher, sector: defaultRegistry[1]!.id }))).toBe('FORBIDDEN');
      expect(code(await suggest({ ...teacher, roles: [Role.COMMITTEE] }))).toBe('FORBIDDEN');
      const { purpose: _, ...purposeless } = teacher;
      expect(code(await suggest(purposeless as Viewer))).toBe('PURPOSE_REQUIRED');
    });

    test('is one of thirty within an hour, for each worker', async () => {
      for (let at = 0; at < 30; at += 1) await suggest(teacher);
      expect(code(await suggest(teacher))).toBe('RATE_LIMITED');
      expect(code(await suggest(colleague))).toBeUndefined();
      now = new Date(now.getTime() + 3_600_001);
      expect(code(await suggest(teacher))).toBeUndefined();
    }, 60_000);

    test('stands in the ledger, found or not, and who was refused too', async () => {
      const request = { ...teacher, requestId: 'request-of-search' };
      await suggest(request, JIRO);
      await suggest({ ...coordinator, requestId: 'request-of-stranger' }, JIRO);
      const rows = await running.dataSource.query(
        `SELECT kind, outcome, person_id, items FROM ledger_entry WHERE request_id IN ('request-of-search', 'request-of-stranger') ORDER BY seq`,
      );
      expect(rows).toEqual([
        {
          kind: 'CHANGE',
          outcome: 'PERMITTED',
          person_id: JIRO,
          items: expect.stringContaining('SuggestLinks'),
        },
        {
          kind: 'CHANGE',
          outcome: 'DENIED',
          person_id: JIRO,
          items: expect.stringContaining('SuggestLinks'),
        },
      ]);
    });
  });

  describe('a suggested link', () => {
    test('is confirmed by a human, with how it was checked, and then gives data', async () => {
      const number = await file();
      await suggest(teacher);
      expect(await confirm(teacher, number, '  ')).toMatchObject({
        problems: ['確認の方法を書いてください。'],
      });
      expect(await grades(TARO)).toEqual([]);
      expect(await confirm(teacher, number)).toEqual({
        link: { status: 'CONFIRMED', method: 'NAME_AND_BIRTH_DATE', score: 100 },
      });
      expect(await grades(TARO)).toEqual([number]);
    });

    test('is not found by another office, a number that there is not, or before anybody suggested it', async () => {
      const number = await file();
      expect(await confirm(teacher, number)).toBe('NOT_FOUND');
      await suggest(teacher);
      for (const [viewer, of] of [
        [stranger, number],
        [teacher, '8-none'],
        [teacher, '利用者'],
      ] as const)
        expect(await confirm(viewer, of)).toBe('NOT_FOUND');
      expect(await confirm(coordinator, number)).toBe('FORBIDDEN');
    });

    test('of twins is not confirmed before the other was rejected', async () => {
      const [one, other] = [await file(), await file({ name: '高橋 次郎', kana: 'タカハシ ジロウ' })];
      const namesake = await file();
      expect(
        (await candidates(teacher)).filter(({ alike }) => alike).map(({ clientNumber }) => clientNumber),
      ).toEqual([one, namesake]);
      expect(await confirm(teacher, one)).toMatchObject({ problems: [expect.stringContaining('双子')] });
      expect(await reject(teacher, namesake, '母の名が違う')).toMatchObject({ link: { status: 'REJECTED' } });
      expect(await confirm(teacher, one)).toMatchObject({ link: { status: 'CONFIRMED' } });
      expect(await grades(TARO)).toEqual([one]);
      expect((await candidates(teacher)).map(({ clientNumber, status }) => [clientNumber, status])).toEqual([
        [one, 'CONFIRMED'],
        [namesake, 'REJECTED'],
        [other, 'SUGGESTED'],
      ]);
    });

    test('that was rejected by mistake is taken back, and tells of no disclosure', async () => {
      const number = await file();
      await suggest(teacher);
      await reject(teacher, number, '別人');
      expect(await confirm(teacher, number)).toMatchObject({ by: 'teacher' });
      expect(await unlink(colleague, number, '取り違えた')).toEqual({
        link: expect.objectContaining({ status: 'SUGGESTED' }),
        shownTo: [],
      });
      expect(await confirm(teacher, number)).toMatchObject({ link: { status: 'CONFIRMED' } });
    });

    test('that two confirm at once is confirmed by one; the other is told by whom', async () => {
      const number = await file();
      await suggest(teacher);
      const results = await Promise.all([confirm(teacher, number), confirm(colleague, number)]);
      expect(results.filter((result) => typeof result === 'object' && 'link' in result)).toHaveLength(1);
      expect(results.find((result) => typeof result === 'object' && 'problems' in result)).toEqual({
        problems: [expect.stringContaining('他の人が先に')],
        since: now.toISOString(),
        by: expect.stringMatching(/^(teacher|colleague)$/),
      });
    });

    test('to a file that is somebody else’s is not confirmed, also at the same moment', async () => {
      const number = await file();
      await suggest(teacher, TARO);
      await suggest(teacher, JIRO);
      // Each is the other's rival: neither can be confirmed while both are open.
      expect(await confirm(teacher, number, '本人に聞いた', JIRO)).toMatchObject({
        problems: [expect.stringContaining('候補')],
      });
      await running.dataSource.manager.update(PersonLink, { personId: JIRO }, { score: 50 });
      const both = await Promise.all([
        confirm(teacher, number),
        confirm(colleague, number, '本人に聞いた', JIRO),
      ]);
      expect(both.filter((result) => typeof result === 'object' && 'link' in result)).toHaveLength(1);
      expect(
        await running.dataSource.manager.countBy(PersonLink, { localId: number, status: 'CONFIRMED' }),
      ).toBe(1);
      // The search for the other one says that one of the two is wrong.
      const found = [...(await candidates(teacher, TARO)), ...(await candidates(teacher, JIRO))];
      expect(found.map(({ taken }) => taken).sort()).toEqual([false, true]);
    });
  });

  describe('a wrong link', () => {
    test('gives nothing from the next request on, and tells who was shown what, to the office and to each of them', async () => {
      const number = await file();
      await suggest(teacher);
      await confirm(teacher, number);
      now = new Date(now.getTime() + 60_000);
      expect(await grades(TARO)).toEqual([number]);
      expect(await unlink(stranger, number, '別人')).toBe('NOT_FOUND');
      now = new Date(now.getTime() + 60_000);
      expect(await unlink(teacher, number, '同姓同名の別人だった')).toMatchObject({
        link: { status: 'UNLINKED' },
        shownTo: [
          {
            staffId: coordinator.staffId,
            office: coordinator.office,
            categories: [Category.SCHOOL],
            fields: ['Enrolment.grade', 'SchoolEducationRecord.enrolments'],
          },
        ],
      });
      expect(await grades(TARO)).toEqual([]);
      expect(await unlink(teacher, number, 'もう一度')).toMatchObject({
        problems: [expect.any(String)],
        by: 'teacher',
      });
      const notices = async (viewer: Viewer) =>
        (await post(viewer, '{ schoolEducationLinkNotices { person categories } }')).data?.[
          'schoolEducationLinkNotices'
        ];
      expect(await notices(coordinator)).toEqual(
        expect.arrayContaining([{ person: TARO, categories: [Category.SCHOOL] }]),
      );
      expect(await notices({ ...coordinator, staffId: staffId('somebody-else') })).toEqual([]);
      // Found again, it says that it was taken back; a human may still think otherwise.
      expect(await candidates(teacher)).toMatchObject([{ status: 'SUGGESTED', unlinkedBefore: true }]);
    });

    test('keeps its history, which nobody can change: not the owner of the database either', async () => {
      const number = await file();
      await suggest(teacher, JIRO);
      await confirm(teacher, number, '本人確認書類', JIRO);
      now = new Date(now.getTime() + 1_000);
      await unlink(colleague, number, '誤り', JIRO);
      const history = async (viewer: Viewer) =>
        (
          (
            await post(
              viewer,
              `{ schoolEducationLinkHistory(person: "${JIRO}") { step clientNumber staffId reason } }`,
            )
          ).data?.['schoolEducationLinkHistory'] as unknown as
            { step: string; clientNumber: string | null }[] | undefined
        )?.filter(({ clientNumber }) => clientNumber === number);
      expect(await history(teacher)).toEqual(
        expect.arrayContaining([
          { step: 'UNLINKED', clientNumber: number, staffId: 'colleague', reason: '誤り' },
          { step: 'CONFIRMED', clientNumber: number, staffId: 'teacher', reason: '本人確認書類' },
          { step: 'SUGGESTED', clientNumber: number, staffId: 'teacher', reason: null },
        ]),
      );
      expect(await history(stranger)).toEqual([]);
      for (const sql of ["UPDATE person_link_event SET staff_id = 'x'", 'DELETE FROM person_link_event'])
        await expect(running.dataSource.query(sql)).rejects.toThrow('append-only');
    });
  });
}
