import { createDevelopmentIssuer, readKeyFile } from '@kasane/identity';
import { household, staffById } from '@kasane/sample-municipality';
import { Purpose } from '@kasane/vocabulary';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseHubConfig } from './hub-config.js';
import { ensureKey } from './keys.js';
import { top } from './paths.js';

export interface HubAnswer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly unknown[];
}

/** The hub that `npm start` runs here, asked as a sample member of staff. */
export interface HubClient {
  ask(query: string, variables: Readonly<Record<string, string>>): Promise<HubAnswer>;
  /** The README's first example. */
  askHousehold(id?: string): Promise<HubAnswer>;
}

/** Nothing answers where the hub should be. */
export class NoHubError extends Error {
  constructor(url: string) {
    super(`No hub answers at ${url}. Start it with npm start.`);
    this.name = 'NoHubError';
  }
}

/** @throws {Error} when the sample has no such member of staff */
export async function hubClient(
  staffId: string,
  purpose: string = Purpose.SERVICE_COORDINATION,
): Promise<HubClient> {
  const { dataDir, host, port } = parseHubConfig(process.env, top);
  const { privateFile } = await ensureKey(join(dataDir, 'keys'), 'signIn');
  const issuer = createDevelopmentIssuer({ privateKey: readKeyFile(privateFile) });
  const token = await issuer.signIn(staffById(staffId));
  const url = `http://${host}:${port}/graphql`;
  const ask: HubClient['ask'] = async (query, variables) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${token}`,
        'hub-purpose': purpose,
      },
      body: JSON.stringify({ query, variables }),
    }).catch(() => {
      throw new NoHubError(url);
    });
    return (await response.json()) as HubAnswer;
  };
  return {
    ask,
    async askHousehold(id = household('H03').id) {
      return ask(
        await readFile(join(top, 'packages', 'local-hub', 'queries', 'household-view.graphql'), 'utf8'),
        { id },
      );
    },
  };
}
