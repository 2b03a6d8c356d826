import type { Capacity, Role } from '@kasane/vocabulary';

/** Who the hub takes the person at the screen for. */
export interface Viewer {
  readonly staffId: string;
  readonly name?: string;
  readonly office: string;
  readonly sector?: string;
  readonly capacity: Capacity;
  readonly roles: readonly Role[];
}

/** @throws {Error} when the hub does not know the token, or is away */
export async function readViewer(accessToken: string): Promise<Viewer> {
  const answer = await fetch('/me', { headers: { authorization: `Bearer ${accessToken}` } });
  if (!answer.ok) throw new Error(answer.status === 401 ? 'UNAUTHENTICATED' : 'AWAY');
  return (await answer.json()) as Viewer;
}
