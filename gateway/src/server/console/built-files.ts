import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';

/** One file of the built console, with the compressed copies that the build laid beside it. */
export interface BuiltFile {
  readonly type: string;
  readonly plain: Buffer;
  readonly br: Buffer | undefined;
  readonly gzip: Buffer | undefined;
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/**
 * Every file under `folder` by the path that it is asked for, read once: a path of a request never becomes a path of
 * the disk, and a console that is built anew meanwhile cannot leave a request half answered.
 */
export function readBuiltFiles(folder: string, path: string): ReadonlyMap<string, BuiltFile> {
  if (!existsSync(folder)) return new Map();
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1));
  return new Map(
    names
      .filter((name) => !/\.(br|gz)$/.test(name))
      .map((name) => [path + name.split(sep).join('/'), readBuiltFile(join(folder, name))]),
  );
}

export const readBuiltFile = (file: string): BuiltFile => ({
  type: types[extname(file)] ?? 'application/octet-stream',
  plain: readFileSync(file),
  br: beside(`${file}.br`),
  gzip: beside(`${file}.gz`),
});

const beside = (file: string): Buffer | undefined => (existsSync(file) ? readFileSync(file) : undefined);
