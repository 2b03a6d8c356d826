import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { household, person } from '@kasane/sample-municipality';
import { openTestHub, type TestHub } from './test-hub.js';

/** What consent does not open, though the person gave all that can be given: the doctor's opinion, and the closed tier. */

let hub: TestHub;
beforeAll(async () => {
  hub = await openTestHub();
}, 120_000);
afterAll(() => hub?.stop());

/** What a member of a household is shown to have, of one sector. */
async function shown(staff: string, key: string, member: string, record: string): Promise<unknown> {
  const query = `query ($id: ID!) { household(id: $id) { members { person { id record: ${record} } } } }`;
  const { data, errors } = await hub.ask(staff, query, { variables: { id: household(key).id } });
  expect(errors).toEqual([]);
  const { members } = data?.['household'] as {
    readonly members: readonly { readonly person: { readonly id: string; readonly record: unknown } }[];
  };
  return members.find((each) => each.person.id === person(member).id)?.person.record;
}

describe('the child of H12, who gave everything', () => {
  const record =
    'disabilitySupport { doctorOpinions { diagnosis } abuseIntakes { content } serviceUsePlan { items { need } } }';
  const given = {
    doctorOpinions: [{ diagnosis: 'うつ病' }],
    serviceUsePlan: { items: [{ need: '朝起きて出かけられるようになりたい。' }] },
  };

  test('is shown with the opinion that the doctor lets be passed on, and without a word of the closed tier', async () => {
    expect(await shown('kato-coordinator', 'H12', 'h12-child', record)).toEqual({
      ...given,
      abuseIntakes: null,
    });
  });

  test('is shown whole to the office that keeps the file', async () => {
    expect(await shown('kato-shougai-worker', 'H12', 'h12-child', record)).toEqual({
      ...given,
      abuseIntakes: [{ content: '訓練の場で、職員から強い口調で急かされることがあった。' }],
    });
  });
});

test('an opinion that the doctor does not let be passed on is there for the office that asked for it', async () => {
  const { data } = await hub.ask(
    'kato-shougai-worker',
    '{ disabilitySupportClients(first: 100) { id disabilitySupport { doctorOpinions { doctorAgreed } } } }',
  );
  expect(data?.['disabilitySupportClients']).toContainEqual({
    id: person('h06-uncle').id,
    disabilitySupport: { doctorOpinions: [{ doctorAgreed: false }] },
  });
});

describe('the mother of H11, whose consent was withdrawn', () => {
  const record =
    'childFamily { maternalRecords { notifiedOn specifiedPregnantWoman { registeredOn closedOn } } protectionEntries { kind } }';

  test('is to her own office the mother of a pregnancy that was registered', async () => {
    expect(await shown('kato-kodomo-worker', 'H11', 'h11-mother', record)).toEqual({
      maternalRecords: [
        {
          notifiedOn: '2012-05-14',
          specifiedPregnantWoman: { registeredOn: '2012-05-21', closedOn: '2012-12-17' },
        },
      ],
      protectionEntries: [{ kind: 'SPECIFIED_PREGNANT_WOMAN' }],
    });
  });

  test('has no record for anybody else', async () => {
    expect(await shown('kato-coordinator', 'H11', 'h11-mother', record)).toBeNull();
  });
});
