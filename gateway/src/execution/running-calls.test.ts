import { expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { RunningCalls } from './running-calls.js';
import { SubgraphCall } from './subgraph-call.js';

const call = (): SubgraphCall => new SubgraphCall('a', 'http://a', {}, '{}');

test('each call ends when it is due, whichever began first', async () => {
  const calls = new RunningCalls(performance.now() + 5_000);
  const [slow, fast, done] = [call(), call(), call()];
  calls.add(slow, calls.dueOf(150)!);
  calls.add(fast, calls.dueOf(40)!);
  calls.add(done, calls.dueOf(40)!);
  calls.delete(done);
  await sleep(80);
  expect([fast.isOver, fast.isLate, slow.isOver, done.isOver]).toEqual([true, true, false, false]);
  await sleep(130);
  expect([slow.isOver, slow.isLate]).toEqual([true, true]);
  calls.end();
});

test('no call outlives the answer, and none begins after it', async () => {
  const calls = new RunningCalls(performance.now() + 40);
  const late = call();
  calls.add(late, calls.dueOf(5_000)!);
  await sleep(90);
  expect(late.isLate).toBe(true);
  expect(calls.dueOf(5_000)).toBeUndefined();
  calls.end();
});

test('a client that leaves ends all, also what would begin then; none of it is late', () => {
  const calls = new RunningCalls(performance.now() + 5_000);
  const [before, after] = [call(), call()];
  calls.add(before, calls.dueOf(1_000)!);
  calls.leave();
  calls.add(after, calls.dueOf(1_000)!);
  expect([before.isOver, after.isOver, before.isLate, calls.hasLeft]).toEqual([true, true, false, true]);
  calls.end();
});
