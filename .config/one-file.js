// Makes of a package's compiled `dist/main.js`, and of all that it imports, one file: a process of the hub is made of
// two thousand modules, and to find and read them takes Node longer than to run them.
import { defineConfig } from 'rolldown';

export default defineConfig({
  input: 'dist/main.js',
  platform: 'node',
  external: [
    // They find files of their own, a worker or a native library, by where they lie.
    /^pino($|\/)/,
    /^pdfmake($|\/)/,
    /^@graphql-hive\//,
    // TypeORM loads its driver by name: it and our own code must be given the same.
    /^(pg|mysql2)($|\/)/,
  ],
  output: { file: 'dist/main.js', keepNames: true, codeSplitting: false },
  logLevel: 'warn',
});
