import { office, type SampleStaff } from '@kasane/sample-municipality';
import { roleLabels } from '@kasane/vocabulary';

/** What `npm start` says when the hub is ready, in Japanese and English. */
export function greeting(options: {
  readonly url: string;
  readonly dataDir: string;
  readonly seconds: number;
  readonly staff: readonly SampleStaff[];
}): string {
  const { url, dataDir, seconds, staff } = options;
  return `
重ね Kasane — 起動しました(${seconds.toFixed(1)} 秒)· ready in ${seconds.toFixed(1)} s

  コンソール  console         ${url}/
  GraphQL     endpoint        ${url}/graphql
  Sandbox     needs internet  ${url}/sandbox
  Explorer    works offline   ${url}/explorer

サンプル職員(架空)· sample staff (fictional)
${staff.map(describe).join('\n')}

  トークン · access token:  npm run --silent sign-in -- ${staff[0]?.staffId ?? '<id>'}

データ · data    ${dataDir}
終了 · stop      Ctrl-C
`;
}

export function describe({ staffId, name, office: code, roles, note }: SampleStaff): string {
  const names = roles.map((role) => `${roleLabels[role].ja} ${roleLabels[role].en}`).join(', ');
  return `  ${staffId.padEnd(28)}${name} · ${office(code).name} · ${names}\n${' '.repeat(30)}${note}`;
}
