/** A path of the console at `origin`, whoever wrote it down; `/` for everything that leads elsewhere. */
export function pathWithin(origin: string, to: unknown): string {
  if (typeof to !== 'string' || !to.startsWith('/') || !URL.canParse(to, origin)) return '/';
  const { origin: there, pathname, search, hash } = new URL(to, origin);
  // A path of two slashes is read as the name of a host by whatever reads it next.
  return there === origin && !pathname.startsWith('//') ? pathname + search + hash : '/';
}
