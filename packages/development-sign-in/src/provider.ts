import { developmentToken, SIGNING_ALGORITHM, staffClaims, type readKeyFile } from '@kasane/identity';
import { randomBytes } from 'node:crypto';
import Provider, {
  errors,
  interactionPolicy,
  type Configuration,
  type KoaContextWithOIDC,
} from 'oidc-provider';
import { errorPage, signedOutPage, signingOut } from './pages.js';
import { sampleStaff } from './sample-staff.js';

/** The console, as every hub for development knows it. */
export const CLIENT_ID = 'kasane-console';
const SCOPE = 'openid profile';
/** What access tokens are for. A URI, because RFC 8707 wants one; the gateway reads `aud`. */
const GATEWAY = 'urn:kasane:gateway';
const ALG = SIGNING_ALGORITHM;

export interface ProviderOptions {
  readonly issuer: string;
  /** The private key of the development issuer, whose tokens the gateway believes. */
  readonly privateKey: ReturnType<typeof readKeyFile>;
  /** Where the console is served; it alone may ask. */
  readonly consoleOrigins: readonly string[];
  /** How long a sign-in lasts. */
  readonly seconds: number;
}

/**
 * OpenID Connect as a city's provider speaks it: authorization code with PKCE for one public client. Only that nobody
 * is asked for a password.
 */
export function createProvider({ issuer, privateKey, consoleOrigins, seconds }: ProviderOptions): Provider {
  // Whoever is signed in here signs in again by one click, for as long as a working day.
  const session = 24 * 60 * 60;
  const configuration: Configuration = {
    clients: [
      {
        client_id: CLIENT_ID,
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code'],
        response_types: ['code'],
        id_token_signed_response_alg: ALG,
        redirect_uris: consoleOrigins.flatMap((origin) => [
          `${origin}/sign-in/callback`,
          `${origin}/sign-in/silent`,
        ]),
        post_logout_redirect_uris: consoleOrigins.map((origin) => `${origin}/signed-out`),
      },
    ],
    jwks: { keys: [{ ...privateKey, alg: ALG, use: 'sig' } as never] },
    scopes: SCOPE.split(' '),
    claims: { openid: ['sub'], profile: ['name', 'office', 'sector', 'capacity', 'roles'] },
    // What the screen greets with is in the ID token: there is no userinfo to ask.
    conformIdTokenClaims: false,
    responseTypes: ['code'],
    pkce: { required: () => true, methods: ['S256'] },
    ttl: {
      AccessToken: seconds,
      AuthorizationCode: 60,
      IdToken: seconds,
      Interaction: 60 * 60,
      Session: session,
      Grant: session,
    },
    cookies: { keys: [randomBytes(32).toString('hex')] },
    clientBasedCORS: (_context, origin) => consoleOrigins.includes(origin),
    interactions: {
      // Nobody has to agree that the hub's own console learns who they are.
      policy: withoutConsent(),
      url: (_context, { uid }) => `/sign-in/${uid}`,
    },
    loadExistingGrant: grantToConsole,
    findAccount: (_context, id) => {
      const staff = sampleStaff(id);
      return staff && { accountId: id, claims: async () => ({ ...staffClaims(staff), sub: id }) };
    },
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => GATEWAY,
        useGrantedResource: () => true,
        getResourceServerInfo(_context, resource) {
          if (resource !== GATEWAY) throw new errors.InvalidTarget();
          return {
            scope: SCOPE,
            audience: developmentToken.audience,
            accessTokenFormat: 'jwt',
            accessTokenTTL: seconds,
            jwt: { sign: { alg: ALG } },
          };
        },
      },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (context, form) => signingOut(context, form, consoleOrigins),
        postLogoutSuccessSource: signedOutPage,
      },
    },
    formats: {
      customizers: {
        // The very token that `npm run sign-in` prints, so that the gateway cannot tell them apart.
        jwt(_context, token, jwt) {
          const staff = sampleStaff((token as { accountId?: string }).accountId ?? '');
          if (!staff) throw new Error('a token is only for sample staff');
          jwt.header = { ...jwt.header, typ: developmentToken.typ };
          jwt.payload = { ...jwt.payload, ...staffClaims(staff), iss: developmentToken.issuer };
          return jwt;
        },
      },
    },
    renderError: errorPage,
  };
  return new Provider(issuer, configuration);
}

function withoutConsent(): ReturnType<typeof interactionPolicy.base> {
  const policy = interactionPolicy.base();
  policy.remove('consent');
  return policy;
}

async function grantToConsole(context: KoaContextWithOIDC) {
  const { client, session, account, provider } = context.oidc;
  if (!client || !account) return undefined;
  const known = session?.grantIdFor(client.clientId);
  const found = known === undefined ? undefined : await provider.Grant.find(known);
  if (found) return found;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: account.accountId });
  grant.addOIDCScope(SCOPE);
  grant.addResourceScope(GATEWAY, SCOPE);
  await grant.save();
  return grant;
}
