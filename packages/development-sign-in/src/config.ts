import { readKeyFile } from '@kasane/identity';
import { z } from 'zod';
import type { serveDevelopmentSignIn } from './serve.js';

type Environment = Readonly<Record<string, string | undefined>>;

const loopback = ['127.0.0.1', 'localhost', '[::1]'];
const origin = z
  .url()
  .refine((url) => new URL(url).origin === url && loopback.includes(new URL(url).hostname), {
    message: 'must be the origin of a page on this machine',
  });

const variables = z.object({
  PORT: z.coerce.number().int().min(1).max(65_535),
  SIGN_IN_KEY_FILE: z.string().min(1),
  CONSOLE_ORIGINS: z
    .string()
    .transform((text) => text.split(' ').filter((each) => each !== ''))
    .pipe(z.array(origin).min(1)),
  SIGN_IN_SECONDS: z.coerce
    .number()
    .int()
    .min(1)
    .max(86_400)
    .default(8 * 60 * 60),
});

/** @throws {Error} listing every problem; always in production, where nobody signs in without a password */
export function parseSignInConfig(env: Environment): Parameters<typeof serveDevelopmentSignIn>[0] {
  if (env['NODE_ENV'] === 'production')
    throw new Error('The development sign-in signs in anybody as anybody: it does not run in production.');
  const parsed = variables.safeParse(env);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => `- ${path.join('.')}: ${message}`);
    throw new Error(`The development sign-in cannot start:\n${problems.join('\n')}`);
  }
  const { PORT, SIGN_IN_KEY_FILE, CONSOLE_ORIGINS, SIGN_IN_SECONDS } = parsed.data;
  return {
    port: PORT,
    privateKey: readKeyFile(SIGN_IN_KEY_FILE),
    consoleOrigins: CONSOLE_ORIGINS,
    seconds: SIGN_IN_SECONDS,
  };
}
