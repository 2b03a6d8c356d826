// Writes the rule book for legal staff from the rules and the cases. The package itself touches no file.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { URL } from 'node:url';
import { ruleBook } from './dist/rule-book.js';

const here = (path) => new URL(path, import.meta.url);
const cases = ['ALLOW', 'DENY'].flatMap((folder) =>
  readdirSync(here(`cases/${folder}/`)).map((file) => ({
    folder,
    file,
    json: readFileSync(here(`cases/${folder}/${file}`), 'utf8'),
  })),
);
writeFileSync(here('RULEBOOK.md'), ruleBook(cases));
