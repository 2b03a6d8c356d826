import { createDevelopmentIssuer, readKeyFile } from '@kasane/identity';
import { generatedStaff, staff } from '@kasane/sample-municipality';
import { join } from 'node:path';
import { describe } from './greeting.js';
import { parseHubConfig } from './hub-config.js';
import { ensureKey } from './keys.js';
import { top } from './paths.js';

/** Prints an access token of a sample member of staff: it alone on stdout, so that a script can take it. */
async function main(id: string | undefined): Promise<number> {
  const found = staff.find(({ staffId }) => staffId === id) ?? generatedStaff(id ?? '');
  if (!found) {
    const problem = id === undefined ? 'Whose token?' : `There is no sample member of staff "${id}".`;
    const usage = 'npm run --silent sign-in -- <id>';
    process.stderr.write(`${problem} ${usage}\n\n${staff.map(describe).join('\n')}\n`);
    return 1;
  }
  const { dataDir } = parseHubConfig(process.env, top);
  const { privateFile } = await ensureKey(join(dataDir, 'keys'), 'signIn');
  const issuer = createDevelopmentIssuer({ privateKey: readKeyFile(privateFile) });
  process.stdout.write(`${await issuer.signIn(found)}\n`);
  return 0;
}

process.exitCode = await main(process.argv[2]);
