export interface Range {
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

/** The least, the median and the greatest of what the rounds gave. */
export function rangeOf(values: readonly number[]): Range {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => {
    const value = sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
    return value >= 100 ? Math.round(value) : Math.round(value * 100) / 100;
  };
  return { min: at(0), median: at(0.5), max: at(1) };
}

export const toldRange = ({ min, median, max }: Range): string => `${median} (${min}–${max})`;
