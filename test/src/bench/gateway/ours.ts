import { parseGatewayConfig, startGateway } from '@kasane/gateway';
import { pino } from 'pino';

/** Our gateway as `--open` starts it. `node ours.js <supergraph>` prints `port <n>`. */
const config = parseGatewayConfig(['--open', '--port', '0', '--supergraph', process.argv[2] ?? ''], {});
const server = await startGateway(config, pino({ level: 'warn' }));
process.stdout.write(`port ${server.port}\n`);
