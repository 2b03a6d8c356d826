import 'reflect-metadata';
import { expect, test } from '@jest/globals';
import { MAX_STATEMENTS, statementsForSix } from '@kasane/subgraph-kit/testing';
import { childFamily } from './child-family.js';

test('everything of six persons costs no more statements than the kit promises', async () => {
  expect((await statementsForSix(childFamily)).length).toBeLessThanOrEqual(MAX_STATEMENTS);
}, 60_000);
