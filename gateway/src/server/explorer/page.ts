import { Purpose, purposeLabels } from '@kasane/vocabulary';

const purposes = Object.values(Purpose)
  .map((purpose) => `<option value="${purpose}">${purposeLabels[purpose].ja} ${purpose}</option>`)
  .join('');

/** Who asks and why, for every request of the page. */
const whoAndWhy = `
  <label>トークン <input id="token" type="password" autocomplete="off" placeholder="npm run sign-in" size="18"></label>
  <label>利用目的 <select id="purpose"><option value="">（なし）</option>${purposes}</select></label>
  <label>支援会議 <input id="conference" autocomplete="off" placeholder="id" size="12"></label>
  <label>緊急の理由 <input id="reason" autocomplete="off" maxlength="500" size="20"></label>`;

/** GraphiQL, and above it the fields that become headers. */
export const page = (mode: 'hub' | 'open'): string => `<!doctype html>
<html lang="ja">
<meta charset="utf-8">
<title>GraphiQL · 重ね Kasane</title>
<link rel="stylesheet" href="/explorer/graphiql.css">
<style>
  html, body { height: 100%; margin: 0 }
  body { display: flex; flex-direction: column; font: 14px/1.6 system-ui, sans-serif }
  #why { display: flex; flex-wrap: wrap; gap: .3rem 1rem; padding: .4rem .8rem; border-bottom: 1px solid #ccc }
  #why input, #why select { font: inherit }
  #explorer { flex: 1; min-height: 0 }
  .categories { padding: 0 1rem } .categories h3 { margin: 1rem 0 .2rem } .categories ul { margin: 0; padding-left: 1.2rem }
</style>
<div id="why" role="group" aria-label="サインインと利用目的">${mode === 'hub' ? whoAndWhy : ''}
  <label><input id="explain" type="checkbox"> 説明 explain</label>
</div>
<div id="explorer">読み込み中… Loading…</div>
<script src="/explorer/react.js"></script>
<script src="/explorer/react-dom.js"></script>
<script src="/explorer/graphiql.js"></script>
<script src="/explorer/start.js"></script>
</html>
`;
