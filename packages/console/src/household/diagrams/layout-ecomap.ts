import type { Box, Point } from './layout-genogram.js';

/** A resource in its box, and the line that joins it to the middle. */
export interface Spoke {
  readonly box: Box;
  readonly from: Point;
  readonly to: Point;
}

export interface Ecomap {
  readonly spokes: readonly Spoke[];
  readonly bounds: Box;
}

export const RADIUS = 84;
export const WIDE = 176;
export const HIGH = 92;
const GAP = 12;
/** The least length of a line. */
const REACH = 48;
const MARGIN = 12;

/**
 * Places resources round the household, clockwise from the top in the order given: one above, one column on each
 * side, for an even number one below. Boxes of a column never touch, and as each line ends at the inner side of its
 * box, none crosses another box. Higher than wide, for paper.
 */
export function layOutEcomap(count: number): Ecomap {
  const isEven = count % 2 === 0;
  const onRight = Math.max(0, Math.floor((count - 1) / 2));
  const columnY = (n: number): number => (n - (onRight - 1) / 2) * (HIGH + GAP);
  const highest = Math.max(RADIUS + REACH, columnY(onRight - 1));
  const x = RADIUS + REACH + WIDE / 2;
  const spokes = Array.from({ length: count }, (_, n) => {
    if (n === 0) return spokeTo({ x: 0, y: -highest - HIGH / 2 }, 0);
    if (n <= onRight) return spokeTo({ x, y: columnY(n - 1) }, 1);
    if (isEven && n === onRight + 1) return spokeTo({ x: 0, y: highest + HIGH / 2 }, 0);
    return spokeTo({ x: -x, y: columnY(count - 1 - n) }, -1);
  });
  return { spokes, bounds: boundsOf(spokes) };
}

/** @param side 1 to the right of the middle, -1 to its left, 0 above or below */
function spokeTo({ x, y }: Point, side: -1 | 0 | 1): Spoke {
  const to = { x: x - (side * WIDE) / 2, y: side === 0 ? y - (Math.sign(y) * HIGH) / 2 : y };
  const far = Math.hypot(to.x, to.y);
  return {
    box: { left: x - WIDE / 2, right: x + WIDE / 2, top: y - HIGH / 2, bottom: y + HIGH / 2 },
    from: { x: (to.x / far) * RADIUS, y: (to.y / far) * RADIUS },
    to,
  };
}

function boundsOf(spokes: readonly Spoke[]): Box {
  const middle = { left: -RADIUS, right: RADIUS, top: -RADIUS, bottom: RADIUS };
  const boxes = [middle, ...spokes.map(({ box }) => box)];
  return {
    left: Math.min(...boxes.map(({ left }) => left)) - MARGIN,
    top: Math.min(...boxes.map(({ top }) => top)) - MARGIN,
    right: Math.max(...boxes.map(({ right }) => right)) + MARGIN,
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)) + MARGIN,
  };
}
