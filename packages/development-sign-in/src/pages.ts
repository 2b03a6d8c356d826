import { municipalities, office, staff, type SampleStaff } from '@kasane/sample-municipality';
import { capacityLabels, roleLabels } from '@kasane/vocabulary';
import type { ErrorOut, KoaContextWithOIDC } from 'oidc-provider';
import { escaped, html, pageHeaders } from './html.js';

const warning = `<p class="warning">開発用のサインインです。パスワードはありません。載っているのは架空の職員です。<br>
<span lang="en">For development only: there is no password. Everybody listed here is fictional.</span></p>`;

/** Everybody on one page, by city, so that the browser's own search finds them. */
export const signInPage = (action: string): string =>
  html(
    'サインイン（開発用）',
    `${warning}
<form method="post" action="${escaped(action)}">
${municipalities
  .map(({ localGovernmentCode, name }) => {
    const own = staff.filter((each) => office(each.office).localGovernmentCode === localGovernmentCode);
    return `<section aria-labelledby="city-${localGovernmentCode}">
<h2 id="city-${localGovernmentCode}">${escaped(name.ja)}</h2>
<ul>${own.map(choice).join('')}</ul>
</section>`;
  })
  .join('\n')}
</form>
<h2>そのほかの職員</h2>
<form class="other" method="post" action="${escaped(action)}">
<p><label>職員ID <input name="staff" required maxlength="128" autocomplete="off" spellcheck="false"></label>
<button>サインイン</button></p>
</form>`,
  );

const choice = ({ staffId, name, office: code, capacity, roles, note }: SampleStaff): string =>
  `<li><button name="staff" value="${escaped(staffId)}">
<span class="who">${escaped(name)}</span> · ${escaped(office(code).name)} · ${escaped(
    [capacityLabels[capacity].ja, ...roles.map((role) => roleLabels[role].ja)].join('、'),
  )}
<span class="id">${escaped(staffId)}</span>
<span class="note">${escaped(note)}</span>
</button></li>`;

/** For a sign-in that has run out, or whose browser keeps no cookies; and for who does not exist. */
export const againPage = (why: string): string =>
  html('サインインできません', `<p>${escaped(why)}</p><p>コンソールからもう一度お試しください。</p>`);

const submit = 'document.forms[0].submit()';

/** The library wants a confirmation, so that no other site can sign somebody out; this page gives it by itself. */
export function signingOut(
  context: KoaContextWithOIDC,
  form: string,
  consoleOrigins: readonly string[],
): void {
  const confirmed = form.replace('</form>', '<input type="hidden" name="logout" value="yes"></form>');
  context.set(pageHeaders(consoleOrigins, submit));
  context.body = html('サインアウトしています', confirmed, submit);
}

export function signedOutPage(context: KoaContextWithOIDC): void {
  context.set(pageHeaders());
  context.body = html('サインアウトしました', '<p>この画面は閉じてかまいません。</p>');
}

export function errorPage(
  context: KoaContextWithOIDC,
  { error, error_description: description }: ErrorOut,
): void {
  context.set(pageHeaders());
  context.body = html(
    'サインインできません',
    `<p>要求が正しくありません。コンソールからもう一度お試しください。</p>
<p lang="en"><code>${escaped(error)}</code> ${escaped(description ?? '')}</p>`,
  );
}
