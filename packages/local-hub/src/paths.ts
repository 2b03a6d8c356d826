import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top of the checkout: this file is three folders below it, in `src` and in `dist`. */
export const top = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
