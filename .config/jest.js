import { availableParallelism } from 'node:os';
import { fileURLToPath, URL } from 'node:url';

// One jest run for the whole tree: tests beside the code, and the whole-system tests in test/.
const swc = [
  '@swc/jest',
  {
    swcrc: false,
    jsc: {
      target: 'es2022',
      keepClassNames: true,
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    },
    module: { type: 'es6' },
  },
];

const top = fileURLToPath(new URL('..', import.meta.url));

const project = (displayName, testMatch) => ({
  displayName,
  rootDir: top,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['/dist/', '/.kasane/', '<rootDir>/coverage/'],
  transform: { '^.+\\.ts$': swc },
  testMatch,
});

/** Tests of real servers of the machine; the rest needs none. */
const services = process.env.KASANE_TEST_SERVICES === '1';
/** The console in a real browser, which the rest does without. */
const browser = process.env.KASANE_TEST_BROWSER === '1';
const needsMore = '\\.(services|browser)\\.test\\.ts$';

export default {
  rootDir: top,
  globalSetup: `<rootDir>/.config/jest-${services ? 'services' : 'global'}-setup.js`,
  globalTeardown: '<rootDir>/.config/jest-global-teardown.js',
  projects: services
    ? [project('services', ['<rootDir>/{test,gateway,packages/*,subgraphs/*}/src/**/*.services.test.ts'])]
    : browser
      ? [project('browser', ['<rootDir>/test/src/browser/**/*.browser.test.ts'])]
      : [
          project('unit', [
            '<rootDir>/{gateway,packages/*,packages/*/examples/*,subgraphs/*}/src/**/*.test.ts',
          ]),
          project('whole', ['<rootDir>/test/src/**/*.test.ts']),
        ].map((tests) => ({ ...tests, testPathIgnorePatterns: [needsMore] })),
  testTimeout: 30_000,
  // Jest leaves one core free, and on two cores would run one file after the other.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  // What test files leave in memory slows those after them down, until the last take minutes.
  workerIdleMemoryLimit: '1GB',
  // Tests that kill databases and hubs leave sockets that nobody closes; what they found is told by then.
  forceExit: true,
};
