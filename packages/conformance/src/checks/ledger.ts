import { grantField } from '@kasane/vocabulary';
import type { Bench } from '../bench.js';
import { Findings, type Check } from '../check.js';
import { isRecord } from '../endpoint.js';
import { anOfficer, newStaffId } from '../viewers.js';

/** Recorded before released, and told to who answers the person's own request. */

interface Line {
  readonly staffId?: unknown;
  readonly outcome?: unknown;
}

const logQuery = (field: string): string =>
  `query ($r: [_Any!]!) { _entities(representations: $r) { ... on DisclosureLog {
    ${field}(first: 500) { lines { at kind outcome staffId category fields } } } } }`;

/** Who looked at the first person, as the privacy officer is told. */
async function linesOf(bench: Bench): Promise<readonly Line[] | undefined> {
  const { entry, persons } = bench.told;
  const { data } = await bench.endpoint.ask({
    token: await bench.token(anOfficer),
    query: logQuery(entry.field),
    variables: { r: [{ __typename: 'DisclosureLog', person: persons[0] }] },
  });
  const entities = data?.['_entities'];
  const log: unknown = Array.isArray(entities) ? entities[0] : undefined;
  const page = isRecord(log) ? log[entry.field] : undefined;
  const lines = isRecord(page) ? page['lines'] : undefined;
  return Array.isArray(lines) ? lines.filter(isRecord) : undefined;
}

const ledger: Check = {
  id: 'ledger',
  title: { ja: '見せる前に記録する', en: 'records before it answers' },
  why: {
    ja: '後から書く記録は、止まったときに欠けます。欠けた閲覧は、誰も知りません。',
    en: 'a record that is written afterwards is missing after a crash, and nobody knows of that look',
  },
  severity: 'MUST',
  async run(bench) {
    const found = new Findings();
    const { persons, entry } = bench.told;
    const [id] = persons;
    if (id === undefined) return found.seen();
    if (!bench.schema.field('DisclosureLog', entry.field)) {
      found.expect(
        false,
        `閲覧記録(DisclosureLog.${entry.field})がありません。`,
        `there is no DisclosureLog.${entry.field}`,
      );
      return found.seen();
    }
    const [shownTo, refused] = [newStaffId(), newStaffId()];
    const selection = bench.isCollaboration ? 'identity { name }' : bench.whole().text;
    const token = await bench.token({ staffId: shownTo });
    const grant = bench.isCollaboration ? undefined : await bench.grant(token, persons);
    const question = (as: string, given?: string) => ({
      token: as,
      query: `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Person { id ${selection} } } }`,
      variables: {
        r: [{ __typename: 'Person', id, ...(given !== undefined && { [grantField(entry)]: given }) }],
      },
    });
    // The log is asked for as soon as the head of the answer is there: what is written after it comes too late.
    const records = async (
      staff: string,
      asking: ReturnType<typeof question>,
    ): Promise<readonly Line[] | undefined> => {
      const answer = await bench.endpoint.open(asking);
      const lines = await linesOf(bench);
      await answer.body?.cancel();
      return lines?.filter(({ staffId }) => staffId === staff);
    };
    if (!bench.isCollaboration) {
      const lines = await records(shownTo, question(token, grant));
      found.expect(
        lines?.some(({ outcome }) => outcome === 'PERMITTED') ?? false,
        '答えが届いたとき、見せたことがまだ記録されていません。',
        'when the answer came, what it shows was not yet recorded',
      );
    }
    const lines = await records(refused, question(await bench.token({ staffId: refused })));
    found.expect(
      lines?.some(({ outcome }) => outcome === 'DENIED') ?? false,
      '断ったことが記録されていません。',
      'a refusal was not recorded',
    );
    const secrets = (await bench.secrets()).get(id) ?? [];
    const told = JSON.stringify(await linesOf(bench));
    found.expect(
      !secrets.some((secret) => told.includes(secret)),
      '記録に、見せた値そのものが入っています。',
      'the record holds what was shown',
    );
    return found.seen();
  },
};

const ledgerReader: Check = {
  id: 'ledger-reader',
  title: {
    ja: '閲覧記録は、開示請求の担当者だけが読む',
    en: 'only who answers an access request reads the log',
  },
  why: {
    ja: '誰が見たかの記録は、それ自体が、支援を受けていることを示します。',
    en: 'who looked at somebody is itself a sign that they are supported',
  },
  severity: 'MUST',
  async run(bench) {
    const found = new Findings();
    const { entry, persons, worker } = bench.told;
    if (!bench.schema.field('DisclosureLog', entry.field)) return found.seen();
    const inSector = { sector: entry.id, roles: ['SECTOR_WORKER', 'OFFICE_MANAGER'] } as const;
    for (const [ja, en, token] of [
      ['コーディネーター', 'a coordinator', await bench.token({ purpose: 'SUBJECT_ACCESS' })],
      [
        '目的の違う担当者',
        'an officer with another purpose',
        await bench.token({ roles: ['PRIVACY_OFFICER'] }),
      ],
      [
        '分野の職員',
        'a worker of the sector',
        await bench.token({ ...inSector, ...worker, purpose: 'SUBJECT_ACCESS' }),
      ],
    ] as const) {
      const answer = await bench.endpoint.ask({
        token,
        query: logQuery(entry.field),
        variables: { r: persons.map((person) => ({ __typename: 'DisclosureLog', person })) },
      });
      const entities = answer.data?.['_entities'];
      const pages = (Array.isArray(entities) ? entities : []).filter(
        (log) => isRecord(log) && log[entry.field],
      );
      // An empty page is one too: it tells that the log may be read, and later that somebody looked.
      found.expect(pages.length === 0, `${ja}に閲覧記録を見せました。`, `${en} was shown the log`);
    }
    return found.seen();
  },
};

export const ledgerChecks: readonly Check[] = [ledger, ledgerReader];
