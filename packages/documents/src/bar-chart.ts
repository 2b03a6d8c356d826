import { scaleLinear } from 'd3-scale';
import { markup, nothing, type Html } from './html.js';

/** A bar; `null` is not told, and has none. */
export interface Bar {
  readonly label: string;
  readonly value: number | null;
}

const WIDTH = 620;
const LABEL = 190;
const ROW = 20;
const AXIS = 18;
/** Room for the number at the end of the longest bar. */
const NUMBER = 46;

/**
 * Horizontal bars on a scale that begins at zero, as SVG: each with its number in words beside it, so that it reads in
 * black and white and at any size. What it shows stands in a table of the same document too: the picture itself is one
 * sentence to who cannot see it.
 */
export function barChart(title: string, bars: readonly Bar[], notTold: string): Html {
  const largest = Math.max(0, ...bars.map(({ value }) => value ?? 0));
  if (bars.length === 0 || largest === 0) return nothing;
  const scale = scaleLinear([0, largest], [0, WIDTH - LABEL - NUMBER]).nice(4);
  const height = bars.length * ROW + AXIS;
  const said = bars.map(({ label, value }) => `${label} ${value ?? notTold}`).join('、');
  const ticks = scale.ticks(4).filter(Number.isInteger);
  return markup`<svg class="chart" width="${WIDTH}" height="${height}" role="img" aria-label="${`${title}。${said}`}">${ticks.map(
    (tick) =>
      markup`<rect class="grid" x="${LABEL + scale(tick)}" y="0" width="0.5" height="${height - AXIS}"></rect><text class="tick" x="${LABEL + scale(tick)}" y="${height - 4}">${tick}</text>`,
  )}${bars.map(({ label, value }, at) => {
    const y = at * ROW;
    const length = scale(value ?? 0);
    return markup`<text class="label" x="${LABEL - 6}" y="${y + 14}">${label}</text><rect class="bar" x="${LABEL}" y="${y + 4}" width="${length}" height="${ROW - 8}"></rect><text x="${LABEL + length + 4}" y="${y + 14}">${value ?? notTold}</text>`;
  })}</svg>`;
}
