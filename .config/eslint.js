import js from '@eslint/js';
import ts from 'typescript-eslint';

/** What may import what: gateway → packages ← subgraphs; the pure packages touch no I/O. */
const forbid = (files, patterns) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns }] },
});
const subgraphs = {
  group: ['@kasane-subgraphs/*'],
  message: 'Subgraphs are reached over the graph, never imported.',
};
const gateway = {
  group: ['@kasane/gateway', '@kasane/gateway/*'],
  message: 'Nothing depends on the gateway.',
};
const across = {
  group: ['**/gateway/**', '**/subgraphs/**', '**/packages/**'],
  message: 'Import a package by its name.',
};
const io = {
  group: [
    'node:*',
    'fs',
    'http',
    'typeorm',
    'pg',
    'undici',
    '@kasane/ledger',
    '@kasane/identity',
    '@kasane/subgraph-kit',
    '@kasane/http',
  ],
  message: 'This package is pure: facts in, decision out.',
};

/** Documents are pure too; all that they take of Node is the hash that a receipt carries. */
const ioButHash = { ...io, group: [...io.group, '!node:crypto'] };

export default ts.config(
  {
    ignores: [
      '**/dist/**',
      '**/coverage/**',
      '.kasane/**',
      '**/node_modules/**',
      'packages/console/src/generated/**',
    ],
  },
  js.configs.recommended,
  ...ts.configs.recommended,
  {
    languageOptions: { parserOptions: { experimentalDecorators: true, emitDecoratorMetadata: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: ['error', 'always'],
      'no-console': 'error',
    },
  },
  {
    files: ['.config/**', 'packages/console/build/**', 'packages/console/vite.config.js'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
    rules: { 'no-console': 'off' },
  },
  forbid(['gateway/src/**'], [subgraphs, across]),
  forbid(['subgraphs/*/src/**'], [subgraphs, gateway, across]),
  forbid(['packages/*/src/**'], [subgraphs, gateway, across]),
  forbid(['packages/vocabulary/src/**', 'packages/disclosure/src/**'], [subgraphs, gateway, across, io]),
  forbid(['packages/documents/src/**'], [subgraphs, gateway, across, ioButHash]),
  // The grant is a signed token: its two ends are the only place of the pure package that knows of keys.
  forbid(['packages/disclosure/src/grant/**', 'packages/*/src/**/*.test.ts'], [subgraphs, gateway, across]),
);
