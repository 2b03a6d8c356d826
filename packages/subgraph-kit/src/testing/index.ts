export { createTestDatabase, type TestDatabase } from '@kasane/embedded-database';
export * from './ask-of.js';
export * from './sector-under-test.js';
