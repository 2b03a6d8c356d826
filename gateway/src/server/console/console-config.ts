import { identityVariables, isSafeUrl } from '@kasane/identity';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { parseTrustedDocuments, type TrustedDocuments } from '../trusted/trusted-documents.js';

/** The console in the browser: where its built files are, and what it is told before anybody signs in. */
export interface ConsoleConfig {
  /** `undefined`: it is not built, or not wanted. */
  readonly folder: string | undefined;
  /** The OpenID provider's issuer; `undefined` where sign-ins come from the command line only. */
  readonly authority: string | undefined;
  readonly clientId: string;
  readonly scope: string;
  /** After which a screen that nobody touches is locked. */
  readonly idleMinutes: number;
  readonly cityName: string | undefined;
}

const provider = z.string().refine(isSafeUrl, 'must be an https URL');

export const consoleVariables = {
  CONSOLE_FOLDER: z.string().min(1).optional(),
  CONSOLE_OIDC_AUTHORITY: provider.optional(),
  [identityVariables.issuer]: z.string().optional(),
  CONSOLE_OIDC_CLIENT_ID: z.string().min(1).max(200).default('kasane-console'),
  CONSOLE_OIDC_SCOPE: z
    .string()
    .regex(/^openid( [\x21\x23-\x5b\x5d-\x7e]+)*$/, 'must be scopes, `openid` first')
    .default('openid profile'),
  CONSOLE_IDLE_MINUTES: z.coerce.number().int().min(1).max(480).default(15),
  CONSOLE_CITY_NAME: z.string().min(1).max(50).optional(),
};

type Values = z.infer<z.ZodObject<typeof consoleVariables>>;

/**
 * @param built where a console is served from when none is named, should it be there
 * @throws {Error} when the folder that was named holds no console, or its documents are not what they say
 */
export function readConsole(
  values: Values,
  built: string,
): {
  readonly config: ConsoleConfig;
  readonly trustedDocuments: TrustedDocuments | undefined;
} {
  const folder = folderOf(values.CONSOLE_FOLDER, built);
  const manifest = folder && join(folder, 'trusted-documents.json');
  return {
    config: {
      folder,
      authority: values.CONSOLE_OIDC_AUTHORITY ?? (values[identityVariables.issuer] || undefined),
      clientId: values.CONSOLE_OIDC_CLIENT_ID,
      scope: values.CONSOLE_OIDC_SCOPE,
      idleMinutes: values.CONSOLE_IDLE_MINUTES,
      cityName: values.CONSOLE_CITY_NAME,
    },
    trustedDocuments:
      manifest && existsSync(manifest) ? parseTrustedDocuments(readFileSync(manifest, 'utf8')) : undefined,
  };
}

function folderOf(named: string | undefined, built: string): string | undefined {
  if (named === 'none') return undefined;
  const folder = named === undefined ? built : resolve(named);
  if (existsSync(join(folder, 'index.html'))) return folder;
  if (named === undefined) return undefined;
  throw new Error(`${folder} holds no index.html; \`none\` for a gateway without console`);
}
