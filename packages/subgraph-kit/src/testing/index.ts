export * from './sector-under-test.js';
