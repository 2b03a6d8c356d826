import { parseSignInConfig } from './config.js';
import { serveDevelopmentSignIn } from './serve.js';

try {
  const server = await serveDevelopmentSignIn(parseSignInConfig(process.env));
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => void server.close().then(() => process.exit(0)));
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
