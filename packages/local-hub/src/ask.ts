import { person, staff } from '@kasane/sample-municipality';
import { parseArgs } from 'node:util';
import { describe } from './greeting.js';
import { hubClient, NoHubError, type HubAnswer } from './household-question.js';

const usage = 'npm run ask -- <staff id> [--household <id>] [--purpose <purpose>] [--withdraw]';

const withdrawal = `mutation Withdraw($id: ID!, $by: String!) {
  withdrawConsent(id: $id, expression: ORAL_IN_PERSON, expressedBy: $by) {
    ... on ConsentWithdrawn { consent { id state } }
    ... on ConsentAlreadyEnded { state }
  }
}`;

/** Asks the running hub for the household of the README's first example, as a sample member of staff. */
async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { household: { type: 'string' }, purpose: { type: 'string' }, withdraw: { type: 'boolean' } },
  });
  const found = staff.find(({ staffId }) => staffId === positionals[0]);
  if (!found) {
    process.stderr.write(`Who asks? ${usage}\n\n${staff.map(describe).join('\n')}\n`);
    return 1;
  }
  const hub = await hubClient(found.staffId, values.purpose);
  const print = (answer: HubAnswer): boolean => {
    process.stdout.write(`${JSON.stringify(answer, undefined, 2)}\n`);
    return answer.errors === undefined;
  };
  if (values.withdraw) {
    const mother = { id: 'consent-h03-mother', by: person('h03-mother').name };
    const answer = await hub.ask(withdrawal, mother);
    if (!print(answer)) return 1;
  }
  return print(await hub.askHousehold(values.household)) ? 0 : 1;
}

// A reader that has seen enough (| head) is no fault.
process.stdout.on('error', () => process.exit(0));
process.exitCode = await main().catch((error: unknown) => {
  if (!(error instanceof NoHubError)) throw error;
  process.stderr.write(`${error.message}\n`);
  return 1;
});
