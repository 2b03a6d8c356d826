import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { household, person } from '@kasane/sample-municipality';
import { Capacity, Category, Purpose } from '@kasane/vocabulary';
import { codes, observable, sql } from './attacks/attacker.js';
import {
  change,
  inMinutes,
  memberOf,
  outcome,
  PAPERS,
  papers,
  recorded,
  type Outcome,
} from './conference-questions.js';
import { openTestHub, type Answer, type TestHub } from './test-hub.js';

/** 重層的支援会議: held about those who consented, and about nobody else; and how a 支援会議 goes on as one. */

const KATO = 'kato-coordinator';
const AIZU = 'aizu-coordinator';
/** Has a seat in the case, and no consent to what conferences write. */
const WORKER = 'kato-elder-care-worker';
const ids = (...keys: readonly string[]): readonly string[] => keys.map((key) => person(key).id);
const H12 = { case: 'case-h12', persons: ids('h12-self', 'h12-spouse', 'h12-child') };
const CANARY = 'CANARY-MULTILAYER';

let hub: TestHub;
beforeAll(async () => {
  hub = await openTestHub();
}, 120_000);
afterAll(() => hub?.stop());

const item = (key: string, more: object = {}): object => ({
  household: household(key).id,
  kind: 'DIRECTION',
  topic: `支援の方向性 ${CANARY}`,
  ...more,
});
const meeting = (key: string, more: object = {}): object => ({
  heldAt: inMinutes(0.001),
  place: '市役所 会議室',
  agenda: [item(key)],
  participants: [
    { ...memberOf(WORKER), affiliation: '高齢介護課' },
    { affiliation: '市民病院', name: '桂 聡', capacity: Capacity.GUEST },
  ],
  ...more,
});
const convene = (who: string, about: object, key: string, more: object = {}): Promise<Answer> =>
  change(hub, who, 'conveneMultilayerConference', { about, meeting: meeting(key, more) });

describe('a 重層的支援会議 takes place', () => {
  test('about those who consented to conferences, and names the others whom the convenor may know', async () => {
    const everybody = ids('h01-self', 'h01-father', 'h01-mother');
    const { __typename, persons } = await outcome(
      convene(AIZU, { case: 'case-h01', persons: everybody }, 'H01', { participants: [] }),
    );
    expect([__typename, persons]).toEqual(['ConferenceConsentMissing', [{ id: person('h01-self').id }]]);
    const parents = ids('h01-father', 'h01-mother');
    const id = await recorded(
      convene(AIZU, { case: 'case-h01', persons: parents }, 'H01', { participants: [] }),
    );
    const { agenda } = await papers(hub, AIZU, id);
    expect(agenda[0]?.persons.map((each) => each.id).sort()).toEqual([...parents].sort());
  });

  test.each<[string, string, string, readonly string[]]>([
    ['a child of whose parents one refused', 'H07', 'case-h07', ['h07-child']],
    ['a consent that expired', 'H08', 'case-h08', ['h08-self']],
    ['a consent that was withdrawn', 'H11', 'case-h11', ['h11-mother']],
    ['nobody having been asked', 'H05', 'case-h05', ['h05-self']],
  ])('not with %s', async (_, key, id, keys) => {
    const about = { case: id, persons: ids(...keys) };
    expect((await outcome(convene(KATO, about, key))).__typename).toBe('ConferenceConsentMissing');
  });

  test('convened by a coordinator of the case; to others there is no such case', async () => {
    expect(codes(await convene(WORKER, H12, 'H12'))).toEqual(['FORBIDDEN']);
    const foreign = await convene(AIZU, H12, 'H12');
    expect(codes(foreign)).toEqual(['NOT_FOUND']);
    expect(observable(await convene(AIZU, { ...H12, case: 'case-zzzz' }, 'H12'))).toBe(observable(foreign));
    const stranger = await convene(KATO, { ...H12, persons: ids('h06-mother') }, 'H12');
    expect(observable(stranger)).toBe(
      observable(await convene(KATO, { ...H12, persons: ['p-zzzz'] }, 'H12')),
    );
    expect(codes(stranger)).toEqual(['NOT_FOUND']);
  });

  test('with the four kinds of agenda alone, nobody invited twice, and not next year', async () => {
    const problems = async (more: object): Promise<string | undefined> =>
      (await outcome(convene(KATO, H12, 'H12', more))).problems?.join();
    expect(await problems({ agenda: [item('H12', { kind: 'DISCUSSION' })] })).toMatch(/いずれか/);
    expect(await problems({ agenda: [item('H12', { kind: 'APPROPRIATENESS' })] })).toMatch(/プランを選/);
    const seat = { ...memberOf(WORKER), affiliation: '高齢介護課' };
    expect(await problems({ participants: [seat, seat] })).toMatch(/重複/);
    expect(await problems({ heldAt: inMinutes(60 * 24 * 300) })).toMatch(/60日以内/);
  });
});

describe('its papers', () => {
  let conference: string;
  const result = async (at: number): Promise<Promise<Outcome>> => {
    const { agenda } = await papers(hub, KATO, conference);
    return outcome(
      change(hub, KATO, 'recordAgendaResult', {
        conference,
        item: agenda[at]?.id,
        outcome: 'AGREED_WITH_CHANGES',
        words: '目標の期限を三月に改める。',
      }),
    );
  };
  beforeAll(async () => {
    conference = await recorded(
      convene(KATO, H12, 'H12', {
        agenda: [item('H12', { kind: 'APPROPRIATENESS', planId: 'plan-1' }), item('H12')],
      }),
    );
  });

  test('keep what was said of a plan, once', async () => {
    expect(await result(0)).toMatchObject({ __typename: 'ConferenceRecorded' });
    expect((await result(0)).problems?.join()).toMatch(/すでに/);
    expect((await papers(hub, KATO, conference)).agenda[0]).toMatchObject({
      kind: 'APPROPRIATENESS',
      planId: 'plan-1',
      outcome: 'AGREED_WITH_CHANGES',
    });
  });

  test('of two who record at once one is told that the other was first', async () => {
    const { agenda } = await papers(hub, KATO, conference);
    const answers = await Promise.all(
      ['AGREED', 'NOT_AGREED'].map((each) =>
        change(hub, KATO, 'recordAgendaResult', {
          conference,
          item: agenda[1]?.id,
          outcome: each,
          words: '方向性を確認した。',
        }),
      ),
    );
    const told = answers.map(
      (answer) => codes(answer)[0] ?? (answer.data?.['result'] as Outcome | null)?.__typename,
    );
    expect(told.filter((each) => each === 'ConferenceRecorded')).toHaveLength(1);
  });

  test('are not read by who was invited without a consent to it; and nobody else knows of them', async () => {
    const invited = await hub.ask(WORKER, PAPERS, { variables: { id: conference } });
    expect(invited.errors).toEqual([]);
    expect(invited.data?.['conference']).toMatchObject({ agenda: [], minutes: [], roles: [] });
    expect(invited.text).not.toContain(CANARY);
    for (const who of [AIZU, 'kato-shougai-worker', 'kato-kucho']) {
      const look = (id: string): Promise<Answer> => hub.ask(who, PAPERS, { variables: { id } });
      expect(codes(await look(conference))).toEqual(['NOT_FOUND']);
      expect(observable(await look(conference))).toBe(observable(await look('conf-zzzz')));
    }
  });

  test('take nothing more from the day on which somebody withdrew', async () => {
    const add = (): Promise<Outcome> =>
      outcome(
        change(hub, KATO, 'addConferenceMaterial', {
          conference,
          material: {
            household: household('H12').id,
            source: 'kato-korei-kaigo',
            title: '介護の状況',
            categories: [Category.CARE_CERT],
            fields: ['CareNeedCertification.level'],
            digest: 'c'.repeat(64),
          },
        }),
      );
    expect((await add()).__typename).toBe('ConferenceRecorded');
    const { errors } = await hub.ask(
      KATO,
      `mutation ($by: String!) { withdrawConsent(id: "consent-h12-child", expression: ORAL_IN_PERSON, expressedBy: $by) { __typename } }`,
      { variables: { by: person('h12-child').name } },
    );
    expect(errors).toEqual([]);
    expect(await add()).toMatchObject({
      __typename: 'ConferenceConsentMissing',
      persons: [{ id: person('h12-child').id }],
    });
  });
});

describe('from a 支援会議', () => {
  const H04 = { case: 'case-h04', persons: ids('h04-mother', 'h04-schoolchild', 'h04-preschooler') };
  const H10 = { case: 'case-h10', persons: ids('h10-carer', 'h10-mother') };
  const TOPIC = '世帯全員の生活の見守り';
  /** The papers of a 支援会議 that is open. */
  const support = async (key: string): Promise<{ readonly session: string; readonly id: string }> => {
    const { data } = await hub.ask(
      KATO,
      `mutation ($input: ConveneSessionInput!) { result: conveneSession(input: $input) { ... on SessionRecorded { session { id } } } }`,
      {
        variables: {
          input: {
            basis: 'SWA_106_6',
            households: [household(key).id],
            categories: [Category.CONFERENCE_RECORD],
            whyNoConsent: '同意を得る前に、早期の検討が必要なため。',
            closesAt: inMinutes(60),
            members: [memberOf(KATO), memberOf('kato-toshi-seisaku-worker')],
          },
        },
      },
    );
    const session = (data?.['result'] as { session: { id: string } }).session.id;
    const id = await recorded(
      change(hub, KATO, 'openSupportConference', {
        session,
        meeting: meeting(key, {
          agenda: [{ household: household(key).id, topic: TOPIC }],
          participants: [{ affiliation: '高校', name: '楠木 学', capacity: Capacity.GUEST }],
        }),
      }),
    );
    return { session, id };
  };
  const move = (from: string, key: string, about: object, who: string = KATO): Promise<Answer> =>
    change(hub, who, 'moveToMultilayerConference', {
      conference: from,
      about,
      meeting: meeting(key, { participants: [] }),
    });

  test('it goes on by consent: agenda and roster come along, and the session is closed', async () => {
    const { session, id: from } = await support('H04');
    expect(codes(await move(from, 'H04', H04, 'kato-toshi-seisaku-worker'))).toEqual(['FORBIDDEN']);
    expect((await outcome(move(from, 'H10', H10))).problems?.join()).toMatch(/世帯のケースではありません/);
    const answers = await Promise.all([move(from, 'H04', H04), move(from, 'H04', H04)]);
    const found = answers.flatMap(({ data }) => (data?.['result'] as Outcome | null)?.conference?.id ?? []);
    expect(found).toHaveLength(1);
    const moved = await papers(hub, KATO, found[0] ?? '');
    expect([moved.kind, moved.movedFrom]).toEqual(['MULTILAYER', from]);
    // Who came by an office is on paper by its name.
    expect(moved.participants.map(({ name, affiliation }) => `${affiliation} ${name}`).sort()).toEqual(
      ['高校 楠木 学', '福祉総務課（重層担当） 秋山 拓海', '都市政策課（市営住宅） 柏木 誠'].sort(),
    );
    expect(moved.agenda.map(({ kind, topic }) => [kind, topic])).toContainEqual(['DIRECTION', TOPIC]);
    const { data } = await hub.ask(KATO, `{ statutorySession(id: "${session}") { state } }`, {
      purpose: Purpose.CONFERENCE,
    });
    expect(data).toEqual({ statutorySession: { state: 'OVER' } });
    expect((await outcome(move(from, 'H04', H04))).problems?.join()).toMatch(/すでに/);
  });

  test('words about everybody stay behind, where not everybody consented', async () => {
    const { id: from } = await support('H10');
    const { agenda } = await papers(hub, KATO, await recorded(move(from, 'H10', H10)));
    expect(agenda).toHaveLength(2);
    expect(agenda.map(({ topic }) => topic)).not.toContain(TOPIC);
    expect((await papers(hub, KATO, from)).agenda[0]?.topic).toBe(TOPIC);
  });

  test('what was moved stands in the ledger, and nothing of it is changed afterwards', async () => {
    const rows = await sql(
      hub,
      'collaboration',
      `SELECT DISTINCT household_id FROM ledger_entry WHERE kind = 'CHANGE' AND items::text LIKE '%moveToMultilayerConference%'`,
    );
    expect(rows.map((row) => row['household_id']).sort()).toEqual(
      [household('H04').id, household('H10').id].sort(),
    );
    await expect(sql(hub, 'collaboration', 'DELETE FROM conference')).rejects.toThrow(/append-only/);
  });
});
