import { pino } from 'pino';
import { ConfigError, parseGatewayConfig, readSupergraphFile, type GatewayConfig } from './config.js';
import { startGateway } from './server/start-gateway.js';
import { watchSupergraph } from './server/watch-supergraph.js';

let config: GatewayConfig;
try {
  config = parseGatewayConfig(process.argv.slice(2), process.env);
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}

const logger = pino({ level: config.logLevel, base: { service: 'gateway' } });
const server = await startGateway(config, logger);

const watch = watchSupergraph(config.supergraphSdl, {
  file: config.supergraphFile,
  read: readSupergraphFile,
  serve: (supergraphSdl) => server.reload(supergraphSdl),
  logger,
});

let stopping: Promise<void> | undefined;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    watch.stop();
    stopping ??= server.close().then(() => process.exit(0));
  });
}
process.on('SIGHUP', () => watch.reload());
