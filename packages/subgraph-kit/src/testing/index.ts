export { createTestDatabase, type TestDatabase } from '@kasane/embedded-database';
export * from './sector-under-test.js';
