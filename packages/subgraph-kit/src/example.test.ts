import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createGrantSigner, POLICY_VERSION, type Permit } from '@kasane/disclosure';
import { createTestDatabase, type TestDatabase } from '@kasane/embedded-database';
import {
  createViewerTokenMinter,
  createViewerTokenVerifier,
  generateSigningKey,
  type Viewer,
} from '@kasane/identity';
import { createLedger, verifyLedger } from '@kasane/ledger';
import {
  Capacity,
  Category,
  Level,
  defaultRegistry,
  ErrorCode,
  officeCode,
  personId,
  Purpose,
  Role,
  staffId,
  type PersonId,
} from '@kasane/vocabulary';
import { readFileSync } from 'node:fs';
import { Enrolment, schoolEducation } from './example.fixtures.js';
import {
  ContactRow,
  LinkStatus,
  PersonLink,
  startSubgraph,
  type RunningSubgraph,
  type SubgraphConfig,
} from './index.js';
import { aViewer, byConsent, SCHOOL } from './kit.fixtures.js';
import { tellStatements } from './testing/index.js';

const OLDER = personId('p-older');
const YOUNGER = personId('p-younger');
const others = [1, 2, 3, 4].map((n) => personId(`p-${n}`));
const six = [OLDER, YOUNGER, ...others];
const CANARY = 'CANARY-SCHOOL';

const coordinator = aViewer();
const teacher = aViewer({
  staffId: staffId('teacher'),
  office: officeCode('school-board'),
  sector: SCHOOL.id,
  capacity: Capacity.CITY_STAFF,
  roles: [Role.SECTOR_WORKER],
});

const [viewerKeys, grantKeys, strangersKeys] = await Promise.all([
  generateSigningKey(),
  generateSigningKey(),
  generateSigningKey(),
]);
let database: TestDatabase;
let config: SubgraphConfig;
let running: RunningSubgraph;
/** The statements that the sector's own connections sent, without the ledger's. */
const statements: string[] = [];

beforeAll(async () => {
  database = await createTestDatabase('school-education');
  config = {
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
  };
  running = await startSubgraph(schoolEducation, config);
  const { manager } = running.dataSource;
  await manager.insert(
    PersonLink,
    others.map((person, at) => ({
      personId: person,
      localId: `6-10${at}`,
      status: LinkStatus.CONFIRMED,
      method: 'BY_HAND',
    })),
  );
  await manager.insert(
    Enrolment,
    others.map((_, at) => ({
      id: `e-10${at}`,
      localId: `6-10${at}`,
      alsoAbout: null,
      grade: `中${at}`,
      from: '2026-04-06',
    })),
  );
  await manager.insert(ContactRow, [
    contact('c-1', '6-001', null),
    contact('c-2', '6-001', '6-002'),
    contact('c-3', '6-001', '6-999'),
  ]);
  tellStatements(running.dataSource, (query) => void statements.push(query));
}, 60_000);
afterAll(async () => {
  await running?.close();
  await database?.drop();
});
beforeEach(() => void statements.splice(0));

const contact = (id: string, localId: string, alsoAbout: string | null) => ({
  id,
  localId,
  alsoAbout,
  on: '2026-10-01',
  method: 'HOME_VISIT' as const,
  officeCode: 'school-board',
  staffName: '見本 教子',
  summary: `${CANARY} ${id}`,
});

/** Which tables were read, a line for each statement. */
const read = (): readonly string[] =>
  statements.map((sql) =>
    [...sql.matchAll(/^(?:\/\* prepared \*\/ )?SELECT .*? FROM "(\w+)"/gm)]
      .map(([, table]) => table)
      .sort()
      .join(' '),
  );

const mint = (viewer: Viewer, { privateKey } = viewerKeys): Promise<string> =>
  createViewerTokenMinter({ privateKey }).mint(viewer);

/** A grant as collaboration signs it, for this viewer token. */
async function grantFor(
  token: string,
  persons: readonly PersonId[],
  categories: readonly Category[],
  permit?: Permit,
): Promise<string> {
  const { tokenDigest } = await createViewerTokenVerifier({ publicKey: viewerKeys.publicKey }).verify(token);
  const permits = (person: PersonId): ReadonlyMap<Category, Permit> =>
    new Map(categories.map((category) => [category, permit ?? byConsent(`consent-${person}`)]));
  return (await createGrantSigner({ privateKey: grantKeys.privateKey })).sign({
    sector: SCHOOL.id,
    viewer: tokenDigest,
    policyVersion: POLICY_VERSION,
    persons: new Map(persons.map((person) => [person, permits(person)])),
    barred: new Map(),
    households: new Map(),
  });
}

interface Answer {
  readonly status: number;
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

async function post(token: string | undefined, query: string, variables = {}): Promise<Answer> {
  const response = await fetch(`${running.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token !== undefined && { 'hub-viewer': token }) },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, ...((await response.json()) as Omit<Answer, 'status'>) };
}

/** Asks for a part of the record of some persons as a query plan does. */
async function ask(
  selection: string,
  persons: readonly PersonId[],
  token: string,
  grant?: string,
): Promise<Answer> {
  const representations = persons.map((id) => ({
    __typename: 'Person',
    id,
    schoolEducationGrant: grant ?? null,
  }));
  const query = `query ($representations: [_Any!]!) {
    _entities(representations: $representations) { ... on Person { schoolEducation { ${selection} } } }
  }`;
  return post(token, query, { representations });
}

/** The same with a grant for all who are asked for. */
async function askGranted(
  selection: string,
  persons: readonly PersonId[],
  ...categories: readonly Category[]
) {
  const token = await mint(coordinator);
  return ask(selection, persons, token, await grantFor(token, persons, categories));
}

const recordsIn = ({ data }: Answer): readonly unknown[] =>
  (data?.['_entities'] as readonly { readonly schoolEducation: unknown }[]).map(
    ({ schoolEducation: record }) => record,
  );

describe('six persons with their records', () => {
  const everything =
    'enrolment { grade } enrolments { from } responsibilities { staffName } contacts { summary }';

  test('are loaded with one statement for the links and one for all concepts', async () => {
    const answer = await askGranted(
      'enrolment { grade } responsibilities { staffName }',
      six,
      ...SCHOOL.categories,
    );
    expect(answer.errors).toBeUndefined();
    expect(recordsIn(answer)).toEqual([
      { enrolment: { grade: '小6' }, responsibilities: [{ staffName: '見本 教子' }] },
      { enrolment: { grade: '小1' }, responsibilities: [] },
      ...others.map((_, at) => ({ enrolment: { grade: `中${at}` }, responsibilities: [] })),
    ]);
    expect(read()).toEqual(['person_link', 'enrolment responsibility']);
  });

  test('in a session need no statement more: what was released is read with the links and the own assignments', async () => {
    const token = await mint(teacher);
    const permit: Permit = {
      level: Level.SUMMARY,
      rule: 'SUPPORT_CONFERENCE',
      evidence: 's-1',
      released: { session: 's-1' },
    };
    const grant = await grantFor(token, six, SCHOOL.categories, permit);
    await ask('enrolments { grade } contacts { summary office { name } }', six, token, grant);
    expect(read()).toEqual([
      'person_link record_release responsibility',
      'contact_log enrolment',
      // The note names somebody whom nobody asked for: who that is, and which office wrote it.
      'office person_link',
    ]);
  });

  test('cost no more when a concept is asked for twice', async () => {
    await askGranted(
      'enrolment { grade } enrolments { grade from } again: enrolments { grade }',
      others,
      Category.SCHOOL,
    );
    expect(read()).toEqual(['person_link', 'enrolment']);
  });

  test('cost nothing for what is withheld', async () => {
    const answer = await askGranted(everything, others, Category.SCHOOL);
    expect(recordsIn(answer)[0]).toEqual({
      enrolment: { grade: '中0' },
      enrolments: [{ from: '2026-04-06' }],
      responsibilities: null,
      contacts: null,
    });
    expect(read()).toEqual(['person_link', 'enrolment']);
  });

  test('are not read at all where nothing is granted, nor for anybody who does not exist', async () => {
    for (const persons of [six, [personId('p-nobody')]]) {
      const answer = await askGranted(everything, persons);
      expect(recordsIn(answer)).toEqual(persons.map(() => null));
    }
    expect(statements).toEqual([]);
  });
});

describe('a record of somebody', () => {
  const notes = 'enrolment { grade } enrolments { grade } contacts { summary }';

  test('that speaks also of another is left out where the other is not permitted, and the newest chosen after that', async () => {
    const token = await mint(coordinator);
    const alone = await ask(notes, [OLDER], token, await grantFor(token, [OLDER], SCHOOL.categories));
    expect(recordsIn(alone)).toEqual([
      {
        enrolment: { grade: '小5' },
        enrolments: [{ grade: '小5' }],
        contacts: [{ summary: `${CANARY} c-1` }],
      },
    ]);
    const both = await ask(notes, [OLDER], token, await grantFor(token, [OLDER, YOUNGER], SCHOOL.categories));
    expect(recordsIn(both)).toEqual([
      {
        enrolment: { grade: '小6' },
        enrolments: [{ grade: '小6' }, { grade: '小5' }],
        contacts: [{ summary: `${CANARY} c-1` }, { summary: `${CANARY} c-2` }],
      },
    ]);
  });

  test('that speaks also of somebody whom the hub does not know is shown to nobody but its own office', async () => {
    const token = await mint(teacher);
    const own = await ask('contacts { summary }', [OLDER], token, await grantFor(token, [OLDER], []));
    expect(recordsIn(own)).toEqual([
      { contacts: ['c-1', 'c-2', 'c-3'].map((id) => ({ summary: `${CANARY} ${id}` })) },
    ]);
    expect(JSON.stringify(await askGranted(notes, six, ...SCHOOL.categories))).not.toContain('c-3');
  });

  test('is open to the worker who is assigned to them, once a grant tells that nothing bars it; not to colleagues', async () => {
    const clients = '{ schoolEducationClients { id schoolEducation { enrolment { grade } } } }';
    const token = await mint(teacher);
    expect((await post(token, clients)).data).toEqual({
      schoolEducationClients: [{ id: OLDER, schoolEducation: { enrolment: null } }],
    });
    const grant = await grantFor(token, [OLDER], []);
    expect(recordsIn(await ask('enrolment { grade }', [OLDER], token, grant))).toEqual([
      { enrolment: { grade: '小6' } },
    ]);
    const colleague = await mint({ ...teacher, staffId: staffId('colleague') });
    expect((await post(colleague, clients)).data).toEqual({ schoolEducationClients: [] });
    const theirs = await grantFor(colleague, [OLDER], []);
    expect(recordsIn(await ask('enrolment { grade }', [OLDER], colleague, theirs))).toEqual([null]);
  });

  test('is released by its worker to a session, shown there whole, and taken back', async () => {
    const token = await mint(teacher);
    const own = await ask('contacts { recordId }', [OLDER], token, await grantFor(token, [OLDER], []));
    const [record] = recordsIn(own) as { readonly contacts: readonly { readonly recordId: string }[] }[];
    const recordId = record?.contacts[0]?.recordId ?? '';
    expect(recordId).toBe('ContactRow:c-1');
    const release = (by: string, id: string, until = new Date(Date.now() + 60_000).toISOString()) =>
      post(
        by,
        'mutation ($id: ID!, $until: String!) { schoolEducationRelease(session: "s-1", recordId: $id, until: $until) { id needsApproval } }',
        { id, until },
      );
    const codeOf = ({ errors }: Answer) => errors?.[0]?.extensions.code;
    // Unknown, no record, a colleague's, another sector's: the same words.
    for (const [by, id] of [
      [token, 'ContactRow:nobody'],
      [token, 'PersonLink:x'],
      [await mint({ ...teacher, staffId: staffId('colleague') }), recordId],
      [await mint(coordinator), recordId],
    ] as const)
      expect(codeOf(await release(by, id))).toBe('NOT_FOUND');
    for (const until of ['2020-01-01T00:00:00Z', '2036-01-01T00:00:00Z', 'tomorrow', '2026-12-01'])
      expect(codeOf(await release(token, recordId, until))).toBe('BAD_USER_INPUT');

    const member = await mint(coordinator);
    const inSession: Permit = {
      level: Level.SUMMARY,
      rule: 'SUPPORT_CONFERENCE',
      evidence: 's-1',
      released: { session: 's-1' },
    };
    const seen = async () => {
      const grant = await grantFor(member, [OLDER], [Category.NOTES], inSession);
      return JSON.stringify(recordsIn(await ask('contacts { on summary }', [OLDER], member, grant)));
    };
    const before = await seen();
    expect(before).toContain('2026-10-01');
    expect(before).not.toContain(CANARY);
    const { schoolEducationRelease: released } = (await release(token, recordId)).data as {
      schoolEducationRelease: { readonly id: string; readonly needsApproval: boolean };
    };
    expect(released.needsApproval).toBe(false);
    expect((await seen()).match(/CANARY-SCHOOL c-\d/g)).toEqual([`${CANARY} c-1`]);
    const takeBack = () =>
      post(token, `mutation { schoolEducationTakeBack(release: "${released.id}") { id } }`);
    expect((await takeBack()).data).toEqual({ schoolEducationTakeBack: { id: released.id } });
    expect(codeOf(await takeBack())).toBe('CONFLICT');
    expect(await seen()).toBe(before);
  });

  test('is not found through a link that nobody confirmed', async () => {
    const suggested = personId('p-suggested');
    await running.dataSource.manager.insert(PersonLink, {
      personId: suggested,
      localId: '6-001',
      status: LinkStatus.SUGGESTED,
      method: 'BY_NAME',
    });
    expect(recordsIn(await askGranted('enrolments { grade }', [suggested], Category.SCHOOL))).toEqual([
      { enrolments: [] },
    ]);
  });
});

describe('a contact written through the hub', () => {
  const note = {
    person: OLDER,
    on: '2026-10-05',
    method: 'PHONE',
    summary: '家で待つとのこと。',
    once: 'n-1',
  };
  const write = async (token: string, input: object = {}) => {
    const answer = await post(
      token,
      `mutation ($input: SchoolEducationContactInput!) { schoolEducationAddContact(input: $input) {
         ... on SchoolEducationContactAdded { recordId person { id } }
         ... on SchoolEducationContactNotAdded { problems } } }`,
      { input: { ...note, ...input } },
    );
    return answer.data?.['schoolEducationAddContact'] ?? answer.errors?.[0]?.extensions.code;
  };
  const written = () => running.dataSource.manager.findBy(ContactRow, { on: note.on });
  afterEach(async () => void (await running.dataSource.manager.delete(ContactRow, { on: note.on })));

  test('stands in the file of one’s own client, once however often it is sent, and in the ledger', async () => {
    const requestId = 'request-of-the-contact-test';
    const token = await mint({ ...teacher, requestId });
    const added = await write(token, { alsoAbout: [YOUNGER, personId('p-stranger'), OLDER] });
    const [row, ...more] = await written();
    expect(added).toEqual({ recordId: `ContactRow:${row?.id}`, person: { id: OLDER } });
    expect([row, more]).toMatchObject([
      {
        localId: '6-001',
        // Whom no file here is of closes the note to all but its own office.
        alsoAbout: '6-002,hub:p-stranger',
        officeCode: 'school-board',
        staffName: '見本 教子',
        summary: note.summary,
        seal: null,
      },
      [],
    ]);
    expect(await write(token)).toEqual(added);
    expect(await write(token, { summary: '別の内容' })).toEqual({
      problems: [expect.stringContaining('別の内容がすでに書かれています')],
    });
    expect(await written()).toHaveLength(1);
    const ledger = createLedger({ dataSource: running.dataSource, name: SCHOOL.id });
    const changes = (await ledger.entriesOfRequest(requestId)).filter(({ kind }) => kind === 'CHANGE');
    expect(changes).toMatchObject([
      { person: OLDER, outcome: 'PERMITTED', items: [{ category: 'NOTES', evidence: row?.id }] },
    ]);
  });

  test('is refused, in the same word, to a colleague, for somebody else’s client and for nobody', async () => {
    const refused = [
      await write(await mint({ ...teacher, staffId: staffId('colleague') })),
      await write(await mint(coordinator)),
      await write(await mint({ ...teacher, office: officeCode('another') })),
      await write(await mint(teacher), { person: YOUNGER }),
      await write(await mint(teacher), { person: 'p-nobody' }),
    ];
    expect(refused).toEqual(refused.map(() => 'NOT_FOUND'));
    expect(await written()).toEqual([]);
  });

  test('that is not usable is told so in Japanese, every problem at once, and nothing is written', async () => {
    const token = await mint(teacher);
    expect(await write(token, { on: '2026-02-30', summary: ' ', alsoAbout: ['あ'], once: '' })).toEqual({
      problems: [
        '人の番号の形が正しくありません。',
        '実施日は YYYY-MM-DD の形の、暦にある日にしてください。',
        '内容を書いてください。',
        '送信番号の形が正しくありません。',
      ],
    });
    expect(await write(token, { on: '2999-01-01' })).toEqual({
      problems: ['実施日が未来の日になっています。'],
    });
    expect(await written()).toEqual([]);
  });

  test('that is sealed is shown to others only when it is released', async () => {
    await write(await mint(teacher), { isSealed: true });
    const shown = async (token: string, grant: string) =>
      JSON.stringify(recordsIn(await ask('latestContact { summary }', [OLDER], token, grant)));
    const [own, other] = await Promise.all([mint(teacher), mint(coordinator)]);
    expect(await shown(own, await grantFor(own, [OLDER], []))).toContain(note.summary);
    expect(await shown(other, await grantFor(other, [OLDER], SCHOOL.categories))).toContain(`${CANARY} c-1`);
  });
});

describe('what is recorded', () => {
  test('is there when the answer is: per person and outcome, without a value', async () => {
    const requestId = 'request-of-the-ledger-test';
    const token = await mint({ ...coordinator, requestId });
    const grant = await grantFor(token, [YOUNGER], [Category.SCHOOL]);
    await ask('enrolment { grade } contacts { summary }', [OLDER, YOUNGER], token, grant);
    const ledger = createLedger({ dataSource: running.dataSource, name: SCHOOL.id });
    const entries = await ledger.entriesOfRequest(requestId);
    expect(
      entries.map(({ person, outcome, items }) => [
        person,
        outcome,
        ...items.flatMap(({ fields }) => fields),
      ]),
    ).toEqual([
      [OLDER, 'DENIED', ...SCHOOL.categories.map(() => 'Person.schoolEducation')],
      [YOUNGER, 'PERMITTED', 'Enrolment.grade', 'SchoolEducationRecord.enrolment'],
      [YOUNGER, 'DENIED', 'SchoolEducationRecord.contacts'],
    ]);
    expect(JSON.stringify(entries)).not.toContain('小1');
    expect((await verifyLedger(running.dataSource, { name: SCHOOL.id })).problems).toEqual([]);
  });

  test('is nothing of who asks for offices: they are public', async () => {
    const { head } = createLedger({ dataSource: running.dataSource, name: SCHOOL.id });
    const before = await head();
    await post(
      await mint(coordinator),
      'query ($of: [_Any!]!) { _entities(representations: $of) { ... on District { schoolEducationOffices { name } } } }',
      {
        of: [{ __typename: 'District', id: 'd-1' }],
      },
    );
    expect(await head()).toEqual(before);
  });
});

describe('who looked at a person', () => {
  const log = (token: string, page = ''): Promise<Answer> =>
    post(
      token,
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on DisclosureLog { schoolEducation${page} {
         lines { staffId kind outcome category fields rule evidence visibility } hasNextPage endCursor } } } }`,
      { of: [{ __typename: 'DisclosureLog', person: others[3] }] },
    );
  const pageIn = ({ data }: Answer): unknown =>
    (data?.['_entities'] as readonly { readonly schoolEducation: unknown }[])[0]?.schoolEducation;
  const officer = aViewer({
    staffId: staffId('officer'),
    roles: [Role.PRIVACY_OFFICER],
    purpose: Purpose.SUBJECT_ACCESS,
  });

  test('is told by every sector, without a line of its own code, to the privacy officer alone', async () => {
    const someone = others.slice(3);
    await askGranted('enrolment { grade }', someone, Category.SCHOOL);
    await askGranted('contacts { summary }', someone, Category.SCHOOL);
    const token = await mint(officer);
    expect(pageIn(await log(token, '(first: 1)'))).toMatchObject({
      lines: [{ outcome: 'DENIED', category: 'NOTES' }],
      hasNextPage: true,
    });
    const { lines } = pageIn(await log(token)) as { readonly lines: readonly object[] };
    expect(lines).toEqual(
      expect.arrayContaining([
        {
          staffId: coordinator.staffId,
          kind: 'DISCLOSURE',
          outcome: 'PERMITTED',
          category: 'SCHOOL',
          fields: ['Enrolment.grade', 'SchoolEducationRecord.enrolment'],
          rule: 'CONSENT',
          evidence: `consent-${someone[0]}`,
          visibility: 'IMMEDIATE',
        },
        {
          staffId: officer.staffId,
          kind: 'READING',
          outcome: 'PERMITTED',
          category: null,
          fields: ['DisclosureLog.schoolEducation'],
          rule: null,
          evidence: null,
          visibility: 'IMMEDIATE',
        },
      ]),
    );
    expect(JSON.stringify(lines)).not.toContain('中3');
    for (const viewer of [coordinator, teacher, { ...officer, purpose: Purpose.CONSULTATION }])
      expect(pageIn(await log(await mint(viewer)))).toBeNull();
  });
});

describe('a request is refused', () => {
  const first = (answer: Answer): string | undefined => answer.errors?.[0]?.extensions.code;
  const selection = 'enrolment { grade }';

  test('without a viewer token, and with one that somebody else signed', async () => {
    for (const token of [undefined, '', await mint(coordinator, strangersKeys)]) {
      const answer = await post(token, '{ schoolEducationClients { id } }');
      expect([answer.status, first(answer), answer.data ?? null]).toEqual([
        401,
        ErrorCode.UNAUTHENTICATED,
        null,
      ]);
    }
  });

  test("with another viewer's grant, another signature, or no purpose; and nothing is read", async () => {
    const [token, another] = await Promise.all([
      mint(coordinator),
      mint({ ...coordinator, requestId: 'another' }),
    ]);
    const grant = await grantFor(another, six, SCHOOL.categories);
    const { purpose: _, ...purposeless } = coordinator;
    const refused = [
      await ask(selection, [OLDER], token, grant),
      await ask(selection, [OLDER], token, `${grant.slice(0, -8)}AAAAAAAA`),
      await ask(selection, [OLDER], await mint(purposeless)),
    ];
    expect(refused.map(first)).toEqual([
      ErrorCode.GRANT_INVALID,
      ErrorCode.GRANT_INVALID,
      ErrorCode.PURPOSE_REQUIRED,
    ]);
    for (const { data } of refused) expect(data).toEqual({ _entities: [null] });
    expect(statements).toEqual([]);
  });
});

test('a second start migrates and seeds nothing anew', async () => {
  const count = (): Promise<number> => running.dataSource.manager.count(Enrolment);
  const before = await count();
  const second = await startSubgraph(schoolEducation, config);
  await second.close();
  expect(await count()).toBe(before);
});

test('the README shows this example and no other', () => {
  const [source, readme] = ['example.fixtures.ts', '../README.md'].map((path) =>
    readFileSync(new URL(path, import.meta.url), 'utf8'),
  );
  const example = source?.split('// begin\n')[1]?.split('// end\n')[0] ?? 'no example';
  expect(readme).toContain(`\`\`\`ts\n${example}\`\`\`\n`);
});
