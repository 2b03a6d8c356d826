import type { EntityManager } from 'typeorm';

/** What an indicator is read for: a municipality, and those months of a fiscal year that are over. */
export interface IndicatorScope {
  readonly manager: EntityManager;
  /** 全国地方公共団体コード. */
  readonly municipality: string;
  /** The first instant of the year, and the first after its last month that is over. */
  readonly from: Date;
  readonly until: Date;
  /** The same as Japanese calendar dates (YYYY-MM-DD); the second is the first day that does not count. */
  readonly fromDay: string;
  readonly untilDay: string;
}

/** How often something was, in one month. */
export interface Counted {
  readonly row: string;
  /** `YYYY-MM`. */
  readonly month: string;
  readonly count: number;
}

/** Something that is counted by month. Its rows add up to its total; what does not add up is another indicator. */
export interface CountIndicator {
  readonly id: string;
  /** In the words of the national report, or our own; Japanese. */
  readonly name: string;
  /** Rows that are printed even when there was nothing. */
  readonly rows: readonly string[];
  read(scope: IndicatorScope): Promise<readonly Counted[]>;
}

/** A part of a whole, over the year so far. */
export interface Part {
  readonly row: string;
  readonly part: number;
  readonly whole: number;
}

export interface ShareIndicator {
  readonly id: string;
  readonly name: string;
  read(scope: IndicatorScope): Promise<readonly Part[]>;
}

/** Lengths of something in days, of which the median is told. */
export interface MedianIndicator {
  readonly id: string;
  readonly name: string;
  read(scope: IndicatorScope): Promise<readonly number[]>;
}
