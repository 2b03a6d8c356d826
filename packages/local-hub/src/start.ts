import { DataFolderInUseError } from '@kasane/embedded-database';
import { staff } from '@kasane/sample-municipality';
import { greeting } from './greeting.js';
import { parseHubConfig } from './hub-config.js';
import { HubStoppedError, startHub, type RunningHub } from './hub.js';
import { parentOf } from './parent-of.js';
import { top } from './paths.js';

/** npm passes on the signal that the terminal has sent us already: both are one Ctrl-C. */
const sameSignalMs = 700;

// Whoever reads what we say may leave; the hub stays.
process.stdout.on('error', () => undefined);
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const complain = (line: string): void => void process.stderr.write(`${line}\n`);
const giveUp = new AbortController();
let hub: RunningHub | undefined;
let stoppedAt: number | undefined;

function leave(): void {
  if (stoppedAt === undefined) {
    stoppedAt = Date.now();
    say('\n終了しています… stopping (Ctrl-C again: at once)');
    giveUp.abort();
    void hub?.stop();
  } else if (Date.now() - stoppedAt > sameSignalMs) {
    // The programs and the database end with us: that is what the pipes between us are for.
    hub?.kill();
    process.exit(130);
  }
}

async function main(): Promise<void> {
  const config = parseHubConfig(process.env, top);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, leave);
  stopWithNpm();
  const began = performance.now();
  hub = await startHub({
    dataDir: config.dataDir,
    host: config.host,
    ports: { gateway: config.port, subgraphBase: config.subgraphBasePort },
    registry: config.registry,
    registryFile: config.registryFile,
    databases: config.databases,
    seed: config.seed,
    logLevel: config.logLevel,
    issuer: config.issuer,
    developmentSignIn: config.developmentSignIn,
    environment: { gateway: config.gateway, ...config.sectors },
    log: (message) => say(`  ${message}`),
    signal: giveUp.signal,
  });
  const seconds = (performance.now() - began) / 1000;
  say(
    greeting({
      url: hub.url,
      dataDir: config.dataDir,
      seconds,
      staff: config.seed === 'sample' ? staff : [],
    }),
  );
  const reason = await hub.ended;
  if (reason) throw reason;
  say('終了しました · stopped');
}

/** A killed npm passes on nothing; who started `npm start` expects all of it to be gone. */
function stopWithNpm(): void {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  // Between npm and us there may be a shell, which stays when npm goes, under another parent.
  const family = (): string => `${process.ppid} ${parentOf(process.ppid) ?? ''}`;
  const born = family();
  setInterval(() => {
    if (stoppedAt === undefined && family() !== born) leave();
  }, 1_000).unref();
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    if (error instanceof HubStoppedError) {
      say('終了しました · stopped');
      process.exit(0);
    }
    if (error instanceof DataFolderInUseError) {
      complain(
        `\nAnother hub is running on this data folder. Stop it, or choose another with KASANE_DATA=<folder>.`,
      );
    }
    complain(`\n起動できません · The hub stopped: ${error instanceof Error ? error.message : String(error)}`);
    process.exit(1);
  },
);
