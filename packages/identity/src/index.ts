export { staffClaims, type StaffIdentity, type ClaimNames } from './staff-identity.js';
export type { Viewer, VerifiedViewer } from './viewer.js';
export { MAX_EMERGENCY_REASON, purposeHeaders, readViewer, type HeaderSource } from './read-viewer.js';
export {
  createViewerTokenMinter,
  createViewerTokenVerifier,
  VIEWER_TOKEN_SECONDS,
  type ViewerTokenMinter,
  type ViewerTokenVerifier,
} from './viewer-token.js';
export type { AccessTokenConfig, DevelopmentConfig, OidcConfig } from './access-token-config.js';
export { bearerToken, createAccessTokenVerifier, type AccessTokenVerifier } from './access-token.js';
export { createDevelopmentIssuer, developmentToken, type DevelopmentIssuer } from './development-issuer.js';
export {
  assertIssuerConfigured,
  IdentityConfigError,
  identityVariables,
  parseIdentityConfig,
} from './identity-config.js';
export { generateSigningKey, readKeyFile, SIGNING_ALGORITHM } from './signing-key.js';
export { isSafeUrl } from './provider-keys.js';
