// Compressed once, here, and not at every request: each text file of the build gets a `.br` and a `.gz` beside it.
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const dist = at('dist');

for (const name of readdirSync(dist, { recursive: true })) {
  if (!/\.(js|css|svg|html)$/.test(name)) continue;
  const file = join(dist, name);
  const bytes = readFileSync(file);
  writeFileSync(`${file}.br`, brotliCompressSync(bytes));
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
}
copyFileSync(at('src/generated/trusted-documents.json'), join(dist, 'trusted-documents.json'));
