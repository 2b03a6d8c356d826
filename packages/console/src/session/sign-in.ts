import { UserManager, WebStorageStateStore, type User } from 'oidc-client-ts';
import { consoleConfig } from './console-config.js';
import { pathWithin } from './path-within.js';
import { beginInTab, endEverywhere, forgetTab, isEndedElsewhere } from './tab.js';

let made: Promise<UserManager> | undefined;

/** The tokens live in this tab only, and end with it. */
function manager(): Promise<UserManager> {
  made ??= consoleConfig().then(
    ({ authority, clientId, scope }) =>
      new UserManager({
        authority,
        client_id: clientId,
        scope,
        redirect_uri: `${location.origin}/sign-in/callback`,
        post_logout_redirect_uri: `${location.origin}/signed-out`,
        response_type: 'code',
        automaticSilentRenew: false,
        monitorSession: false,
        userStore: new WebStorageStateStore({ store: sessionStorage }),
        stateStore: new WebStorageStateStore({ store: sessionStorage }),
      }),
  );
  return made;
}

/** Who is signed in in this tab, unless the session is over, or they signed out in another tab. */
export async function currentUser(): Promise<User | undefined> {
  const users = await manager();
  if (isEndedElsewhere()) await users.removeUser();
  const user = await users.getUser();
  return user && user.expired !== true ? user : undefined;
}

/** Leaves for the city's sign-in page; comes back to `to`. */
export async function goToSignIn(to: string): Promise<void> {
  await (await manager()).signinRedirect({ state: { to } });
}

/** Where the person wanted to go before they signed in: a path of this console, and nothing else. */
export async function comeBack(): Promise<string> {
  const user = await (await manager()).signinRedirectCallback();
  beginInTab(user.profile.sub);
  return pathWithin(location.origin, (user.state as { readonly to?: unknown } | undefined)?.to);
}

/** Ends the session here, in every other tab of theirs, and at the provider. */
export async function signOut(): Promise<void> {
  const users = await manager();
  endEverywhere();
  await users.signoutRedirect().catch(async () => {
    // A provider without an end of sessions: at least this tab forgets.
    await users.removeUser();
    location.assign('/signed-out');
  });
}

/** For a tab whose person signed out in another: the provider knows already. */
export async function leaveTab(): Promise<void> {
  forgetTab();
  await (await manager()).removeUser();
  location.assign('/signed-out');
}
