// Makes of a package's compiled `dist/main.js`, and of all that it imports, one file: a process of the hub is made of
// two thousand modules, and to find and read them takes Node longer than to run them.
import { defineConfig } from 'rolldown';

export default defineConfig({
  input: 'dist/main.js',
  platform: 'node',
  // What finds its own files, a worker or a native library, by where it lies.
  external: [/^pino($|\/)/, /^pdfmake($|\/)/, /^@graphql-hive\//],
  output: { file: 'dist/main.js', keepNames: true, codeSplitting: false },
  logLevel: 'warn',
});
