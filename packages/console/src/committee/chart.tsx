import { scaleLinear } from 'd3-scale';
import type { ReactNode } from 'react';
import styles from './committee.module.css';
import { NOT_TOLD } from './told.js';

export interface Bar {
  readonly label: string;
  /** `null` is not told, and has no bar: not even one of no length. */
  readonly value: number | null;
}

const WIDTH = 640;
const LABEL = 190;
const ROW = 24;
const AXIS = 20;
/** Room for the number at the end of the longest bar. */
const NUMBER = 50;

/**
 * Horizontal bars from zero, each with its number in words beside it: it reads without colour and at any size. The same
 * stands in the table below, so to who cannot see the picture it is one sentence.
 */
export function BarChart({
  title,
  bars,
}: {
  readonly title: string;
  readonly bars: readonly Bar[];
}): ReactNode {
  const largest = Math.max(0, ...bars.map(({ value }) => value ?? 0));
  if (largest === 0) return null;
  const scale = scaleLinear([0, largest], [0, WIDTH - LABEL - NUMBER]).nice(4);
  const height = bars.length * ROW + AXIS;
  const said = bars.map(({ label, value }) => `${label} ${value ?? NOT_TOLD}`).join('、');
  return (
    <svg
      className={styles.chart}
      viewBox={`0 0 ${WIDTH} ${height}`}
      role="img"
      aria-label={`${title}のグラフ。${said}`}
    >
      {scale
        .ticks(4)
        .filter(Number.isInteger)
        .map((tick) => (
          <g key={tick}>
            <line
              className={styles.grid}
              x1={LABEL + scale(tick)}
              x2={LABEL + scale(tick)}
              y1={0}
              y2={height - AXIS}
            />
            <text className={styles.tick} x={LABEL + scale(tick)} y={height - 4}>
              {tick}
            </text>
          </g>
        ))}
      {bars.map(({ label, value }, at) => (
        <g key={label} transform={`translate(0 ${at * ROW})`}>
          <text className={styles.label} x={LABEL - 8} y={17}>
            {label}
          </text>
          {value !== null && (
            <rect className={styles.bar} x={LABEL} y={4} width={scale(value)} height={ROW - 8} />
          )}
          <text x={LABEL + scale(value ?? 0) + 6} y={17}>
            {value ?? '-'}
          </text>
        </g>
      ))}
    </svg>
  );
}
