import { conformanceCommand } from './command.js';

process.exitCode = await conformanceCommand(process.argv.slice(2), {
  say: (text) => void process.stdout.write(text),
  tell: (line) => void process.stderr.write(`${line}\n`),
});
