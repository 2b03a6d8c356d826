import { describe, expect, test } from '@jest/globals';
import { layOutEcomap, RADIUS } from './layout-ecomap.js';
import { meet, type Box, type Point } from './layout-genogram.js';

const counts = Array.from({ length: 25 }, (_, n) => n);

/** Whether a straight line goes through a box: what is left of it when each side has cut off what is beyond. */
function crosses(from: Point, to: Point, { left, right, top, bottom }: Box): boolean {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  let [begin, end] = [0, 1];
  for (const [way, room] of [
    [-dx, from.x - left],
    [dx, right - from.x],
    [-dy, from.y - top],
    [dy, bottom - from.y],
  ] as const) {
    if (way === 0 && room <= 0) return false;
    if (way < 0) begin = Math.max(begin, room / way);
    if (way > 0) end = Math.min(end, room / way);
  }
  return begin < end;
}

describe.each(counts)('%i resources', (count) => {
  const { spokes, bounds } = layOutEcomap(count);

  test('have boxes that do not touch, round the middle and within the bounds', () => {
    expect(spokes).toHaveLength(count);
    const middle = { left: -RADIUS, right: RADIUS, top: -RADIUS, bottom: RADIUS };
    spokes.forEach(({ box }, n) => {
      expect(meet(box, middle)).toBe(false);
      for (const other of spokes.slice(n + 1)) expect(meet(box, other.box)).toBe(false);
      expect(box.left > bounds.left && box.right < bounds.right).toBe(true);
      expect(box.top > bounds.top && box.bottom < bounds.bottom).toBe(true);
    });
  });

  test('have lines that run from the middle to their own box, and through no other', () => {
    spokes.forEach(({ from, to, box }, n) => {
      expect(Math.abs(Math.hypot(from.x, from.y) - RADIUS)).toBeLessThan(2);
      expect(to.x >= box.left - 1 && to.x <= box.right + 1).toBe(true);
      expect(to.y >= box.top - 1 && to.y <= box.bottom + 1).toBe(true);
      spokes.forEach(({ box: other }, m) => expect(m !== n && crosses(from, to, other)).toBe(false));
    });
  });

  test('are placed alike each time', () => {
    expect(layOutEcomap(count)).toEqual({ spokes, bounds });
  });
});

test('sixteen can still be read on A4: 180 mm wide, letters of 8 points', () => {
  const { bounds } = layOutEcomap(16);
  const points = (180 / 25.4) * 72;
  expect((points / (bounds.right - bounds.left)) * 13).toBeGreaterThanOrEqual(8);
  const high = (230 / 25.4) * 72;
  expect((high / (bounds.bottom - bounds.top)) * 13).toBeGreaterThanOrEqual(8);
});
