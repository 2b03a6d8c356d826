import type { Metric, Registry } from 'prom-client';

/** Durations of one kind of work, told apart by two labels. */
export interface Latencies {
  observe(first: string, second: string, seconds: number): void;
}

export interface LatencyOptions {
  readonly name: string;
  readonly help: string;
  readonly labels: readonly [first: string, second: string];
}

interface Series {
  readonly labels: Readonly<Record<string, string>>;
  /** By the smallest bucket that a duration fits into; the last for what fits into none. */
  readonly counts: number[];
  sum: number;
}

/** Their upper ends, in seconds. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/**
 * A histogram for Prometheus. prom-client's own puts labels into an object, an order and a hash each time that it is told
 * a number, six times in a request; here that is two look-ups and a count. prom-client prints it.
 */
export function createLatencies(register: Registry, { name, help, labels }: LatencyOptions): Latencies {
  const known = new Map<string, Map<string, Series>>();

  const open = (first: string, second: string): Series => {
    const series: Series = {
      labels: { [labels[0]]: first, [labels[1]]: second },
      counts: new Array<number>(buckets.length + 1).fill(0),
      sum: 0,
    };
    known.set(first, (known.get(first) ?? new Map<string, Series>()).set(second, series));
    return series;
  };

  const metric = {
    name,
    get: async () => ({
      name,
      help,
      type: 'histogram',
      aggregator: 'sum',
      values: [...known.values()].flatMap((each) =>
        [...each.values()].flatMap((series) => lines(name, series)),
      ),
    }),
    reset: () => known.clear(),
  };
  // The class has more to tell numbers to; a registry asks no more of a metric than this.
  register.registerMetric(metric as unknown as Metric);

  return {
    observe(first, second, seconds) {
      const series = known.get(first)?.get(second) ?? open(first, second);
      let at = 0;
      while (at < buckets.length && seconds > buckets[at]!) at++;
      series.counts[at]!++;
      series.sum += seconds;
    },
  };
}

function lines(name: string, { labels, counts, sum }: Series): object[] {
  let total = 0;
  const upTo = counts.map((count, at) => ({
    metricName: `${name}_bucket`,
    labels: { le: buckets[at] ?? '+Inf', ...labels },
    value: (total += count),
  }));
  return [
    ...upTo,
    { metricName: `${name}_sum`, labels, value: sum },
    { metricName: `${name}_count`, labels, value: total },
  ];
}
