// What of the rules, the decision and the grant in packages/disclosure could be changed without a test noticing.
// `npm run mutation`; the report is coverage/mutation/report.html.
export default {
  mutate: ['packages/disclosure/src/**/*.ts', '!**/*.{test,fixtures}.ts', '!**/rule-book*.ts'],
  plugins: ['@stryker-mutator/jest-runner'],
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  jest: { configFile: '.config/jest-mutation.js', enableFindRelatedTests: false },
  // Only what the tests read is copied: the rest of the tree may be in use.
  ignorePatterns: ['/*', '!/.config', '!/package.json', '!/packages', '/packages/*', '!/packages/disclosure'],
  tempDirName: 'coverage/mutation/sandbox',
  concurrency: 2,
  timeoutMS: 120_000,
  reporters: ['clear-text', 'progress', 'html', 'json'],
  clearTextReporter: {
    allowColor: false,
    allowEmojis: false,
    logTests: false,
    reportTests: false,
    reportScoreTable: true,
  },
  htmlReporter: { fileName: 'coverage/mutation/report.html' },
  jsonReporter: { fileName: 'coverage/mutation/report.json' },
  thresholds: { high: 100, low: 95, break: 95 },
};
