import { household, person } from '@kasane/sample-municipality';
import { readFile } from 'node:fs/promises';
import { Client } from 'pg';
import type { TestHub } from '../../test-hub.js';

/**
 * The household view of six members. Without its reasons: where nothing is decided, there are none to tell.
 * @param withReasons as staff ask for it: what is shown on which basis, what is withheld and what would open it
 */
export async function viewQuestion(withReasons: boolean): Promise<string> {
  const query = await readFile(
    new URL('../../../../packages/local-hub/queries/household-view.graphql', import.meta.url),
    'utf8',
  );
  const asked = withReasons ? query : query.replace(/^ {8}disclosure \{[^]*?^ {8}\}\n/m, '');
  if (!withReasons && asked.includes('disclosure')) throw new Error('The view still asks for its reasons.');
  return JSON.stringify({ query: asked, variables: { id: household('H06').id } });
}

/** Lets the sixth member of H06 consent as the others did: then the view shows all, as without disclosure. */
export async function everybodyConsents(hub: Pick<TestHub, 'databases'>): Promise<void> {
  const client = new Client({ connectionString: hub.databases['collaboration']?.adminUrl });
  await client.connect();
  try {
    const { id, name } = person('h06-uncle');
    const grantors = JSON.stringify([{ name, person: id, relation: 'SELF' }]);
    await client.query(
      `INSERT INTO consent SELECT (jsonb_populate_record(c, jsonb_build_object('id', 'consent-bench', 'subject_id', $1::text, 'grantors', $2::jsonb))).*
       FROM consent c WHERE id = 'consent-h06-mother'`,
      [id, grantors],
    );
    await client.query(
      `INSERT INTO consent_event SELECT (jsonb_populate_record(e, jsonb_build_object('consent_id', 'consent-bench', 'expressed_by', $1::text))).*
       FROM consent_event e WHERE consent_id = 'consent-h06-mother'`,
      [name],
    );
  } finally {
    await client.end();
  }
}
