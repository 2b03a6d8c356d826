import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Answers } from './answers.js';
import { rewrite } from './rewrite.js';

const top = fileURLToPath(new URL('../../../', import.meta.url));
const model = join(top, 'packages', 'subgraph-kit', 'examples', 'school-education');

/** There is something where the new sector would be. */
export class FolderExistsError extends Error {
  constructor(folder: string) {
    super(`${folder} exists already: nothing was written.`);
    this.name = 'FolderExistsError';
  }
}

/**
 * Writes a new sector's subgraph: the example of the kit with other names. It is tested as the example is.
 * @param folder where it will be, inside this repository: it uses the repository's packages and compiler
 * @returns the files written, relative to the folder
 * @throws {FolderExistsError} when there is something already: nothing is overwritten
 */
export async function createSector(answers: Answers, folder: string): Promise<readonly string[]> {
  if (existsSync(folder)) throw new FolderExistsError(folder);
  const files = await filesOf(model);
  const depth = relative(folder, top).split(sep).filter(Boolean).join('/');
  const written = await Promise.all(
    files.map(async (file) => {
      const text = (await readFile(join(model, file), 'utf8'))
        .replaceAll('../../../../', `${depth}/`)
        .replaceAll('@kasane-examples/', '@kasane-subgraphs/');
      const target = rewrite(file, answers);
      await mkdir(dirname(join(folder, target)), { recursive: true });
      await writeFile(join(folder, target), file === 'README.md' ? readme(answers) : rewrite(text, answers));
      return target;
    }),
  );
  return written.sort();
}

/** What belongs to the model: not what was built or printed from it. */
async function filesOf(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  return names
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((file) => !/^(dist|node_modules|\.turbo|coverage)\b|schema\.graphql$|tsbuildinfo$/.test(file));
}

const readme = ({ id, ja, en }: Answers): string => `# ${ja} — ${en}

What \`Person\` gets from this sector, and of which category each part is: write it here.

\`\`\`
npm install                                     # the new folder becomes a package of the repository
npm run build && npm test -- ${id}
\`\`\`

The guide is in \`packages/subgraph-kit/GUIDE.md\`.
`;
