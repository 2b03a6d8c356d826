import { sendHtml, type Route } from '@kasane/http';

/** What developers find here. */
export const landingPage: Route = (_request, response) =>
  sendHtml(
    response,
    `<!doctype html>
<html lang="ja">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>重ね Kasane</title>
<style>
  body { font: 16px/1.7 system-ui, sans-serif; max-width: 44rem; margin: 4rem auto; padding: 0 1rem; color: #222; background: #fff }
  h1 { font-weight: 600 } dt { margin-top: 1rem; font-weight: 600 } dd { margin: 0 } a { color: #1a4f8b }
  code { background: #f1f1ee; padding: 0 .3em }
</style>
<h1>重ね Kasane</h1>
<p>重層的支援体制整備事業のためのデータ連携ハブ<br><span lang="en">A federation hub for multi-layered community support</span></p>
<dl>
  <dt><a href="/explorer">/explorer</a></dt>
  <dd>GraphiQL。インターネット接続は不要です。<br><span lang="en">GraphiQL, served from here; needs no internet.</span></dd>
  <dt><a href="/sandbox">/sandbox</a></dt>
  <dd>Apollo Sandbox。インターネット接続が必要です。<br><span lang="en">Apollo Sandbox; needs the internet.</span></dd>
  <dt><code>/graphql</code></dt>
  <dd>GraphQL エンドポイント<br><span lang="en">The GraphQL endpoint</span></dd>
  <dt><a href="/readyz">/readyz</a> · <a href="/livez">/livez</a> · <a href="/metrics">/metrics</a></dt>
  <dd>稼働状況<br><span lang="en">Health</span></dd>
</dl>
<p>ヘッダー <code>authorization: Bearer …</code> と <code>hub-purpose</code>(利用目的)を付けて問い合わせてください。サンプルのサインイン: <code>npm run sign-in</code><br>
<span lang="en">Send the headers <code>authorization: Bearer …</code> and <code>hub-purpose</code>. Sample sign-ins: <code>npm run sign-in</code></span></p>
</html>
`,
  );

/** Apollo's own page would call the address that it is shown at; this one calls `/graphql`. */
export const sandboxPage: Route = (_request, response) =>
  sendHtml(
    response,
    `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Apollo Sandbox · 重ね Kasane</title>
<style>html, body, #sandbox { height: 100%; margin: 0 } iframe { border: 0; width: 100%; height: 100% } p { font: 16px system-ui; padding: 2rem }</style>
<div id="sandbox"><p>Apollo Sandbox はインターネットから読み込まれます。接続できない場合は <a href="/explorer">/explorer</a> をお使いください。<br>
Apollo Sandbox is loaded from the internet. Without it use <a href="/explorer">/explorer</a>.</p></div>
<script src="https://embeddable-sandbox.cdn.apollographql.com/v2/embeddable-sandbox.umd.production.min.js"></script>
<script>
  document.querySelector('#sandbox').replaceChildren();
  new window.EmbeddedSandbox({
    target: '#sandbox',
    initialEndpoint: location.origin + '/graphql',
    runTelemetry: false,
    initialState: {
      document: 'query Hub {\\n  __typename\\n}\\n',
      sharedHeaders: { authorization: 'Bearer ', 'hub-purpose': 'CONSULTATION' },
    },
  });
</script>
</html>
`,
  );
