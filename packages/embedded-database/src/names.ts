import { createHmac } from 'node:crypto';

/** `elder-care` → `elder_care`. @throws {Error} when the name would not be a plain PostgreSQL name. */
export function databaseName(name: string): string {
  const plain = name.replaceAll('-', '_');
  // 57 characters, so that `_owner` still fits into PostgreSQL's 63.
  if (/^[a-z][a-z0-9_]{0,56}$/.test(plain)) return plain;
  throw new Error(
    `"${name}" cannot name a database: lower-case letters, digits and hyphens, at most 57, a letter first.`,
  );
}

/** Only for names that passed `databaseName`; the check is repeated because SQL is built from them. */
export function quoted(name: string): string {
  if (!/^[a-z][a-z0-9_]{0,62}$/.test(name)) throw new Error('not a plain PostgreSQL name');
  return `"${name}"`;
}

/**
 * The password of a role follows from the administrator's: the data folder keeps one secret, and a role made
 * again gets the password it had.
 */
export function rolePassword(adminUrl: string, role: string): string {
  const { password, username } = new URL(adminUrl);
  return createHmac('sha256', decodeURIComponent(password) || username)
    .update(role)
    .digest('base64url');
}

/** `adminUrl` with another database, and another account if one is given. */
export function urlOf(
  adminUrl: string,
  database: string,
  account?: { user: string; password: string },
): string {
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  if (account) {
    url.username = account.user;
    url.password = account.password;
  }
  return url.href;
}
