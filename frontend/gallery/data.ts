/** Figures that are the same on every machine: rounded sums of sines stand for what a market does. */
const wave = (index: number) =>
  Math.round(1e4 * (Math.sin(index / 7) * 0.5 + Math.sin(index / 2.3) * 0.3 + Math.sin(index / 31) * 0.8)) /
  1e4;

/** So many trading days after the start of 2024, a week apart. */
export const weeks = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    new Date(Date.UTC(2024, 0, 5 + 7 * index)).toISOString().slice(0, 10),
  );

export const dates = weeks(104);
export const returns = dates.map((_, index) => wave(index * 3) * 0.018);
export const worth = dates.map((_, index) => 100 + index * 0.22 + 4 * wave(index));
export const benchmark = dates.map((_, index) => 100 + index * 0.17 + 3 * wave(index + 9));
export const cash = dates.map((_, index) => 100 + index * 0.05);

/** How far below its highest value so far, as a negative fraction. */
export const drawdown = worth.map((value, index) => value / Math.max(...worth.slice(0, index + 1)) - 1);

/** The five percentiles of what may become of 10,000. */
export const fan = {
  dates: weeks(60),
  bands: Object.fromEntries(
    (
      [
        ['p5', -1.3],
        ['p25', -0.5],
        ['p50', 0.1],
        ['p75', 0.75],
        ['p95', 1.7],
      ] as const
    ).map(([name, slope]) => [
      name,
      weeks(60).map((_, index) =>
        Math.round(10_000 * (1 + 0.0035 * index + 0.055 * slope * Math.sqrt(index))),
      ),
    ]),
  ) as Record<'p5' | 'p25' | 'p50' | 'p75' | 'p95', number[]>,
};

export const frontier = Array.from({ length: 24 }, (_, index) => ({
  volatility: 0.06 + 0.006 * index,
  expectedReturn: 0.028 + 0.021 * Math.sqrt(index / 2),
}));
