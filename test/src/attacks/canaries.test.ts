import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { household, people, person, staff } from '@kasane/sample-municipality';
import { Purpose } from '@kasane/vocabulary';
import { openTestHub, type Answer, type TestHub } from '../test-hub.js';
import { everySubgraph, plantContact, sectors, sql, WHOLE_HOUSEHOLD, type Sector } from './attacker.js';

/**
 * A mark in each sector's file of each member of H03, and in notes about two of them: who sees which is written down
 * here by hand, and a mark that turns up anywhere else (body, header, log, ledger) is a leak.
 */

const H03 = household('H03');
const marks: readonly {
  readonly mark: string;
  readonly sector: Sector;
  readonly about: readonly string[];
}[] = [
  { mark: 'CANARY-EC-GRANDMOTHER', sector: 'elder-care', about: ['h03-grandmother'] },
  { mark: 'CANARY-DS-PRESCHOOLER', sector: 'disability-support', about: ['h03-preschooler'] },
  { mark: 'CANARY-DS-MOTHER', sector: 'disability-support', about: ['h03-mother'] },
  {
    mark: 'CANARY-DS-PRESCHOOLER-AND-MOTHER',
    sector: 'disability-support',
    about: ['h03-preschooler', 'h03-mother'],
  },
  {
    mark: 'CANARY-DS-PRESCHOOLER-AND-GRANDMOTHER',
    sector: 'disability-support',
    about: ['h03-preschooler', 'h03-grandmother'],
  },
  { mark: 'CANARY-CF-MOTHER', sector: 'child-family', about: ['h03-mother'] },
  { mark: 'CANARY-CF-SCHOOLCHILD', sector: 'child-family', about: ['h03-schoolchild'] },
  {
    mark: 'CANARY-CF-SCHOOLCHILD-AND-GRANDMOTHER',
    sector: 'child-family',
    about: ['h03-schoolchild', 'h03-grandmother'],
  },
  { mark: 'CANARY-CF-GRANDMOTHER', sector: 'child-family', about: ['h03-grandmother'] },
  { mark: 'CANARY-LS-MOTHER', sector: 'livelihood-support', about: ['h03-mother'] },
  {
    mark: 'CANARY-LS-MOTHER-AND-GRANDMOTHER',
    sector: 'livelihood-support',
    about: ['h03-mother', 'h03-grandmother'],
  },
];

/** By consent of the mother, for herself and her children: never what speaks of the grandmother too. */
const COORDINATOR = [
  'CANARY-DS-PRESCHOOLER',
  'CANARY-DS-MOTHER',
  'CANARY-DS-PRESCHOOLER-AND-MOTHER',
  'CANARY-CF-MOTHER',
  'CANARY-CF-SCHOOLCHILD',
  'CANARY-LS-MOTHER',
];
/** By own duty: the own file, whomever it mentions. */
const expected: Readonly<Record<string, readonly string[]>> = {
  'kato-coordinator': COORDINATOR,
  'kato-elder-care-worker': ['CANARY-EC-GRANDMOTHER'],
  'kato-shougai-worker': [
    'CANARY-DS-PRESCHOOLER',
    'CANARY-DS-PRESCHOOLER-AND-MOTHER',
    'CANARY-DS-PRESCHOOLER-AND-GRANDMOTHER',
  ],
  'kato-keikaku-worker': [
    'CANARY-DS-PRESCHOOLER',
    'CANARY-DS-PRESCHOOLER-AND-MOTHER',
    'CANARY-DS-PRESCHOOLER-AND-GRANDMOTHER',
  ],
  'kato-kodomo-worker': [
    'CANARY-CF-MOTHER',
    'CANARY-CF-SCHOOLCHILD',
    'CANARY-CF-SCHOOLCHILD-AND-GRANDMOTHER',
  ],
  'kato-livelihood-worker': ['CANARY-LS-MOTHER', 'CANARY-LS-MOTHER-AND-GRANDMOTHER'],
};

let hub: TestHub;
beforeAll(async () => {
  hub = await openTestHub({ logLevel: 'trace' });
  for (const { mark, sector, about } of marks) {
    const [first, ...others] = about.map((key) => person(key).id);
    if (first !== undefined) await plantContact(hub, sector, `<${mark}>`, first, others);
  }
}, 120_000);
afterAll(() => hub?.stop());

const allOf = ({ text, headers }: Answer): string => `${text}\n${[...headers].flat().join('\n')}`;
const seen = (answer: Answer): readonly string[] =>
  marks.map(({ mark }) => mark).filter((mark) => allOf(answer).includes(`<${mark}>`));

const CLIENTS = `{
  elderCareClients { id elderCare { contacts { summary staffName } } }
  disabilitySupportClients { id disabilitySupport { contacts { summary staffName } } }
  childFamilyClients { id childFamily { contacts { summary staffName } } }
  livelihoodSupportClients { id livelihoodSupport { contacts { summary staffName } } }
}`;

describe('the marks of H03', () => {
  test.each(staff.map(({ staffId }) => staffId))('%s sees those that they may, and no other', async (who) => {
    const mine = expected[who] ?? [];
    const answer = await hub.ask(who, WHOLE_HOUSEHOLD, { variables: { id: H03.id } });
    expect(answer.errors).toEqual([]);
    expect(seen(answer)).toEqual(mine);
    // Through the front door of their own sector too: to the coordinator, who is of none, there is no such door.
    expect(seen(await hub.ask(who, CLIENTS))).toEqual(who === 'kato-coordinator' ? [] : mine);
  });

  test.each([Purpose.OUTREACH, Purpose.STATISTICS, Purpose.EMERGENCY])(
    'the coordinator sees none for %s',
    async (purpose) => {
      expect(
        seen(await hub.ask('kato-coordinator', WHOLE_HOUSEHOLD, { variables: { id: H03.id }, purpose })),
      ).toEqual([]);
    },
  );

  test('the length of a list tells nothing of the notes left out of it', async () => {
    const query = `{ household(id: "${H03.id}") { members { person { livelihoodSupport { contacts { __typename } } childFamily { contacts { __typename } } } } } }`;
    const before = await hub.ask('kato-coordinator', query);
    await plantContact(hub, 'livelihood-support', 'HIDDEN', person('h03-mother').id, [
      person('h03-grandmother').id,
    ]);
    await plantContact(hub, 'child-family', 'HIDDEN', person('h03-schoolchild').id, [
      person('h03-grandmother').id,
    ]);
    expect((await hub.ask('kato-coordinator', query)).text).toBe(before.text);
  });
});

/** Texts of the seeded records: whatever is long enough to be nobody's by accident. */
async function seededTexts(sector: Sector): Promise<readonly string[]> {
  const columns = await sql(
    hub,
    sector,
    `SELECT table_name, column_name FROM information_schema.columns
     WHERE table_schema = current_schema() AND data_type IN ('character varying', 'text')
       AND table_name NOT IN ('office', 'office_district', 'ledger_entry', 'migrations', 'person_link', 'local_person')
       AND column_name NOT IN ('id', 'office_code', 'staff_id', 'staff_name', 'keikaku_tanto_shimei', 'care_manager')`,
  );
  const texts = new Set<string>();
  for (const { table_name: table, column_name: column } of columns)
    for (const { text } of await sql(
      hub,
      sector,
      `SELECT DISTINCT "${String(column)}" AS text FROM "${String(table)}" WHERE "${String(column)}" IS NOT NULL`,
    ))
      if (/[^ -~\s]/.test(String(text)) && String(text).length >= 8) texts.add(String(text));
  return [...texts];
}

describe('the seeded records', () => {
  test.each(['aizu-operator', 'aizu-privacy-officer', 'aizu-committee-member', 'kato-toshi-seisaku-worker'])(
    '%s comes to no word of any, in any household',
    async (who) => {
      const secrets = (await Promise.all(sectors.map(seededTexts))).flat();
      expect(secrets.length).toBeGreaterThan(60);
      const named = people.flatMap(({ name, kana, address, phone, id }) => [name, kana, address, phone, id]);
      for (const key of ['H01', 'H02', 'H03', 'H06', 'B01', 'B02']) {
        const answer = allOf(await hub.ask(who, WHOLE_HOUSEHOLD, { variables: { id: household(key).id } }));
        for (const secret of [...secrets, ...named]) expect(answer).not.toContain(secret);
      }
      const clients = allOf(await hub.ask(who, CLIENTS));
      for (const secret of [...secrets, ...named]) expect(clients).not.toContain(secret);
    },
  );

  test.each<[string, Sector, string]>([
    ['kato-elder-care-worker', 'elder-care', 'H06'],
    ['kato-shougai-worker', 'disability-support', 'H06'],
    ['kato-kodomo-worker', 'child-family', 'H06'],
    ['kato-livelihood-worker', 'livelihood-support', 'H06'],
    ['aizu-livelihood-worker', 'livelihood-support', 'H02'],
    ['aizu-houkatsu-2-worker', 'elder-care', 'H01'],
  ])('%s reads %s in %s, and no word of another sector', async (who, own, key) => {
    const answer = allOf(await hub.ask(who, WHOLE_HOUSEHOLD, { variables: { id: household(key).id } }));
    const mine = await seededTexts(own);
    expect(mine.some((text) => answer.includes(text))).toBe(true);
    for (const sector of sectors.filter((each) => each !== own))
      for (const text of (await seededTexts(sector)).filter((each) => !mine.includes(each)))
        expect(answer).not.toContain(text);
  });

  test('the closed tier is nobody’s but the office’s: not the coordinator’s, with all the consents there are', async () => {
    const answer = await hub.ask('kato-coordinator', WHOLE_HOUSEHOLD, {
      variables: { id: household('H06').id },
    });
    expect(answer.text).toContain('"protectionEntries":null');
    expect(answer.text).not.toMatch(/"protectionEntries":\[/);
    const office = await hub.ask('kato-kodomo-worker', WHOLE_HOUSEHOLD, {
      variables: { id: household('H06').id },
    });
    expect(office.text).toContain('NEEDS_SUPPORT');
  });
});

describe('what the hub writes down', () => {
  test('no log holds a mark, a name, an address, an id of a person, or a token; at its most talkative', async () => {
    // Faults too: they are when a log says too much.
    await hub.ask('kato-coordinator', '{ household(id: "h-yd898nkw") { members { person { nobody } } } }');
    await hub.ask(
      'kato-coordinator',
      'mutation ($id: ID!) { withdrawConsent(id: $id, expression: WRITTEN, expressedBy: "グエン") { __typename } }',
      { variables: { id: 'consent-h03-grandmother' } },
    );
    await sql(hub, 'child-family', 'ALTER TABLE contact_log RENAME TO contact_log_away');
    const broken = await hub.ask('kato-coordinator', WHOLE_HOUSEHOLD, { variables: { id: H03.id } });
    await sql(hub, 'child-family', 'ALTER TABLE contact_log_away RENAME TO contact_log');
    expect(broken.errors.map(({ extensions }) => extensions?.['code'])).toContain('SECTOR_UNAVAILABLE');
    expect(await hub.logs('child-family')).toContain('relation \\"contact_log\\" does not exist');
    expect(JSON.stringify(broken.errors)).not.toMatch(/contact_log|\brelation\b|SELECT|child-family/);

    for (const name of ['gateway', ...everySubgraph]) {
      const log = await hub.logs(name);
      expect(log).not.toBe('');
      expect(log).not.toMatch(/CANARY|eyJ|\bp-[a-z0-9]{8}\b|\bh-[a-z0-9]{8}\b|consent-h03/);
      for (const { name: who, kana, address, phone } of people)
        for (const secret of [who, kana, address, phone]) expect(log).not.toContain(secret);
    }
  });

  test('no ledger holds a value', async () => {
    for (const subgraph of everySubgraph) {
      const rows = JSON.stringify(await sql(hub, subgraph, 'SELECT * FROM ledger_entry'));
      expect(rows.length).toBeGreaterThan(1000);
      expect(rows).not.toMatch(/CANARY|eyJ|[^ -~]/);
    }
  });

  test('the ledger of a sector tells of each mark that left by whom it was seen', async () => {
    const viewers = async (sector: Sector, key: string): Promise<readonly unknown[]> =>
      (
        await sql(
          hub,
          sector,
          `SELECT DISTINCT viewer_staff FROM ledger_entry WHERE person_id = $1 AND kind = 'DISCLOSURE' AND outcome = 'PERMITTED' AND items LIKE '%Contact.summary%' ORDER BY 1`,
          [person(key).id],
        )
      ).map(({ viewer_staff: viewer }) => viewer);
    expect(await viewers('elder-care', 'h03-grandmother')).toEqual(['kato-elder-care-worker']);
    expect(await viewers('child-family', 'h03-schoolchild')).toEqual([
      'kato-coordinator',
      'kato-kodomo-worker',
    ]);
    expect(await viewers('livelihood-support', 'h03-mother')).toEqual([
      'kato-coordinator',
      'kato-livelihood-worker',
    ]);
  });
});
