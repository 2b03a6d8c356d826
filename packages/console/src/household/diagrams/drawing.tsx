import { useId, useState, type ReactNode } from 'react';
import { Button } from '../../ui/button.js';
import styles from './drawing.module.css';
import type { Box } from './layout-genogram.js';

const STEP = 1.25;
/** Smaller than this nobody reads it: it is scrolled instead, unless all of it is asked for. */
const LEAST = 0.62;

/**
 * A drawing of this household as SVG: as wide as there is room for, larger or smaller on request, whole on paper. It
 * never stands alone: the page has a table that says the same.
 */
export function Drawing({
  title,
  description,
  bounds: { left, top, right, bottom },
  legend,
  children,
}: {
  readonly title: string;
  /** What a screen reader is told of it; where to find the same in words. */
  readonly description: string;
  readonly bounds: Box;
  readonly legend: ReactNode;
  readonly children: ReactNode;
}): ReactNode {
  const id = useId();
  const [scale, setScale] = useState<number | 'whole'>();
  const [width, height] = [right - left, bottom - top];
  const zoom = (by: number): void =>
    setScale((now) => Math.min(4, Math.max(0.25, (typeof now === 'number' ? now : 1) * by)));
  const size =
    scale === undefined
      ? { width: '100%', maxWidth: width, minWidth: width * LEAST }
      : scale === 'whole'
        ? { width: '100%', maxWidth: width }
        : { width: width * scale, maxWidth: 'none' };
  // On paper never larger than it is.
  const style = { ...size, '--wide': `${width}px` };
  return (
    <figure className={styles.drawing}>
      <div className="row no-print" role="group" aria-label={`${title}の見方`}>
        <Button onPress={() => zoom(1 / STEP)}>− 小さく</Button>
        <Button onPress={() => zoom(STEP)}>+ 大きく</Button>
        <Button onPress={() => setScale('whole')}>全体を表示</Button>
        <Button onPress={() => print()}>印刷する</Button>
      </div>
      <div className={styles.view} role="region" aria-label={`${title}の図`} tabIndex={0}>
        <svg
          className={styles.svg}
          viewBox={`${left} ${top} ${width} ${height}`}
          style={style}
          role="group"
          aria-labelledby={`${id}-title`}
          aria-describedby={`${id}-description`}
        >
          <title id={`${id}-title`}>{title}</title>
          <desc id={`${id}-description`}>{description}</desc>
          {children}
        </svg>
      </div>
      <figcaption className={styles.legend}>
        <strong>凡例</strong>
        {legend}
      </figcaption>
    </figure>
  );
}

/** Lines of text about a middle, the first at `y`. */
export function Lines({
  lines,
  x,
  y,
  step = 17,
  className,
}: {
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly step?: number;
  readonly className?: string | undefined;
}): ReactNode {
  return (
    <text x={x} y={y} className={className} textAnchor="middle" aria-hidden="true">
      {lines.map((line, n) => (
        <tspan key={n} x={x} dy={n === 0 ? 0 : step}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

export interface LegendEntry {
  readonly mark: ReactNode;
  readonly words: ReactNode;
}

/** What each sign means; printed with the drawing. */
export const Legend = ({ entries }: { readonly entries: readonly LegendEntry[] }): ReactNode => (
  <ul className={`plain-list ${styles.entries}`}>
    {entries.map(({ mark, words }, n) => (
      <li key={n}>
        <svg viewBox="0 0 48 24" width="48" height="24" aria-hidden="true" className={styles.sample}>
          {mark}
        </svg>
        <span>{words}</span>
      </li>
    ))}
  </ul>
);
