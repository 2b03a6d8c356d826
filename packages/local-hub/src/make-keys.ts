import { ensureKeys } from './keys.js';

/** Makes the hub's keys in the folder that is named: the one-shot `keys` service of the compose file. */
const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('Which folder? node make-keys.js <folder>\n');
  process.exitCode = 2;
} else {
  await ensureKeys(folder);
}
