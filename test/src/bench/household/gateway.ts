import { parseGatewayConfig, startGateway } from '@kasane/gateway';
import { pino } from 'pino';

/** Our gateway, configured by its environment as the hub does, on any port. Prints `port <n>`. */
const server = await startGateway(parseGatewayConfig([], process.env), pino({ level: 'warn' }));
process.stdout.write(`port ${server.port}\n`);
