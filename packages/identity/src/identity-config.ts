import type { AccessTokenConfig, OidcConfig } from './access-token-config.js';
import { isSafeUrl } from './provider-keys.js';
import { importPublicKey, readKeyFile } from './signing-key.js';
import { defaultClaimNames, type ClaimNames } from './staff-identity.js';

/** The environment variables that {@link parseIdentityConfig} reads. */
export const identityVariables = {
  issuer: 'KASANE_OIDC_ISSUER',
  audience: 'KASANE_OIDC_AUDIENCE',
  jwksUri: 'KASANE_OIDC_JWKS_URI',
  /** JSON, e.g. `{"office":"https://city.example/office"}`. */
  claims: 'KASANE_OIDC_CLAIMS',
  /** Path of the public key (JWK) of the development issuer. */
  developmentKey: 'KASANE_DEVELOPMENT_KEY_FILE',
} as const;

/** Every problem of the configuration at once, in words for whoever starts the hub. */
export class IdentityConfigError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`Nobody could sign in safely:\n- ${problems.join('\n- ')}`);
    this.name = 'IdentityConfigError';
    this.problems = problems;
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Whose access tokens to believe, from the environment. There is no default: a hub that is told nothing believes
 * nobody, in development too.
 * @throws {IdentityConfigError} listing every problem.
 */
export function parseIdentityConfig(env: Environment): AccessTokenConfig {
  const issuer = env[identityVariables.issuer];
  const keyFile = env[identityVariables.developmentKey];
  const problems: string[] = [];
  if (issuer && keyFile)
    problems.push(`set ${identityVariables.issuer} or ${identityVariables.developmentKey}, not both`);
  const config = issuer
    ? parseOidc(issuer, env, problems)
    : keyFile
      ? parseDevelopment(keyFile, problems)
      : undefined;
  if (problems.length > 0) throw new IdentityConfigError(problems);
  assertIssuerConfigured(config, { production: env['NODE_ENV'] === 'production' });
  return config;
}

/**
 * Refuses to start without an issuer, and refuses the development issuer in production even when it is
 * configured: it signs in anybody as anybody.
 * @throws {IdentityConfigError}
 */
export function assertIssuerConfigured(
  config: AccessTokenConfig | undefined,
  { production }: { readonly production: boolean },
): asserts config is AccessTokenConfig {
  const provider = `set ${identityVariables.issuer} and ${identityVariables.audience} to the OpenID provider of the city`;
  if (!config) {
    throw new IdentityConfigError([
      production
        ? `no issuer of access tokens is configured: ${provider}`
        : `no issuer is configured: ${provider}, or ${identityVariables.developmentKey} for sample sign-ins`,
    ]);
  }
  if (production && config.kind === 'development') {
    throw new IdentityConfigError([
      `the development issuer signs in anybody and is refused in production: ${provider}`,
    ]);
  }
}

function parseOidc(issuer: string, env: Environment, problems: string[]): OidcConfig {
  const audience = env[identityVariables.audience] ?? '';
  const jwksUri = env[identityVariables.jwksUri];
  const claims = env[identityVariables.claims];
  if (!isSafeUrl(issuer)) problems.push(`${identityVariables.issuer} must be an https URL`);
  if (audience === '')
    problems.push(
      `${identityVariables.audience} is missing: tokens for any other application would be taken`,
    );
  if (jwksUri && !isSafeUrl(jwksUri)) problems.push(`${identityVariables.jwksUri} must be an https URL`);
  return {
    kind: 'oidc',
    issuer,
    audience,
    ...(jwksUri && { jwksUri }),
    ...(claims && { claims: parseClaims(claims, problems) }),
  };
}

function parseClaims(json: string, problems: string[]): Partial<ClaimNames> {
  const known = Object.keys(defaultClaimNames).join(', ');
  const wrong = `${identityVariables.claims} must be a JSON object of claim names, with keys among ${known}`;
  try {
    const claims: unknown = JSON.parse(json);
    const usable =
      typeof claims === 'object' &&
      claims !== null &&
      Object.entries(claims).every(
        ([part, name]) => Object.hasOwn(defaultClaimNames, part) && typeof name === 'string' && name !== '',
      );
    if (usable) return claims;
  } catch {
    // Told below, like JSON of the wrong shape.
  }
  problems.push(wrong);
  return {};
}

function parseDevelopment(path: string, problems: string[]): AccessTokenConfig | undefined {
  try {
    const publicKey = readKeyFile(path);
    importPublicKey(publicKey);
    return { kind: 'development', publicKey };
  } catch (error) {
    problems.push(
      `${identityVariables.developmentKey}: ${error instanceof Error ? error.message : 'unreadable'}`,
    );
    return undefined;
  }
}
