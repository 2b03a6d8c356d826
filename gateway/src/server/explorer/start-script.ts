import type { Example } from './examples.js';

/**
 * What runs in the browser. The fields above the editor become headers of every request; a header of GraphiQL's own panel
 * wins. Nothing of them is kept: a token on a shared desk would outlive the session.
 */
export const startScript = (examples: readonly Example[]): string => `
const examples = ${JSON.stringify(
  examples.map(({ query, variables }) => ({
    query,
    ...(variables && { variables: JSON.stringify(variables, null, 2) }),
  })),
)};
const field = (id) => document.getElementById(id);
const why = () => {
  const headers = {};
  const set = (name, id, write = (text) => text) => {
    const text = field(id) && field(id).value.trim();
    if (text) headers[name] = write(text);
  };
  set('authorization', 'token', (text) => 'Bearer ' + text.replace(/^bearer\\s+/i, ''));
  set('hub-purpose', 'purpose');
  set('hub-conference', 'conference');
  // Headers are Latin-1: what is beyond goes percent-encoded.
  set('hub-emergency-reason', 'reason', encodeURIComponent);
  if (field('explain').checked) headers['hub-explain'] = '1';
  return headers;
};
const send = GraphiQL.createFetcher({ url: '/graphql' });
const fetcher = (params, options = {}) =>
  send(params, { ...options, headers: { ...why(), ...options.headers } });

const h = React.createElement;
const inOrder = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const groupBy = (items, keyOf) => {
  const groups = new Map();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) || []), item]);
  return [...groups].sort(([a], [b]) => inOrder(a, b));
};
const panelOf = (fields) => ({
  title: '開示区分 Categories',
  icon: () => h('svg', { viewBox: '0 0 20 20', fill: 'none', stroke: 'currentColor', strokeWidth: 1.5 },
    h('path', { d: 'M3 5h14M3 10h14M3 15h14' })),
  content: () => h('div', { className: 'categories' },
    h('h2', null, '開示区分 Categories'),
    h('p', null, '項目ごとの区分と機微度です。区分が開示されない項目は null になります。'),
    groupBy(fields, (each) => each.tier + ' ' + each.tierLabel).map(([tier, ofTier]) =>
      h('section', { key: tier }, h('h3', null, tier),
        groupBy(ofTier, (each) => each.category).map(([category, ofCategory]) =>
          h('details', { key: category },
            h('summary', null, ofCategory[0].categoryLabel + ' (' + category + ') · ' + ofCategory.length),
            h('ul', null, ofCategory.map((each) =>
              h('li', { key: each.type + each.field }, h('code', null, each.type + '.' + each.field),
                each.levelLabel ? ' ' + each.levelLabel + 'から' : ''))))))),
  ),
});

const start = ({ schema, categories }) =>
  ReactDOM.createRoot(field('explorer')).render(
    h(GraphiQL, {
      fetcher,
      schema,
      plugins: categories.length > 0 ? [panelOf(categories)] : [],
      defaultTabs: examples,
      isHeadersEditorEnabled: true,
      shouldPersistHeaders: false,
    }),
  );
fetch('/explorer/schema.json')
  .then((response) => response.json())
  .then(start, () => start({ schema: undefined, categories: [] }));
`;
