import type { Analysis, Comparison } from '@/api/types';

/** Two stress tests or risk checks beside each other: one figure differs, one is missing in the second. */
export const comparison = (analyses: readonly Analysis[]): Comparison => ({
  analyses: analyses.map(({ id, kind }) => ({ id, kind, result: `/api/v1/analyses/${id}/result` })),
  figures: [
    {
      name: 'performance.annualVolatility',
      title: 'Volatility per year',
      unit: 'FRACTION_PER_YEAR',
      values: analyses.map((_, index) => 0.139 - index * 0.02),
      differences: analyses.map((_, index) => -index * 0.02),
    },
    {
      name: 'valueAtRisk.*.amount',
      title: 'Value at risk in money',
      of: 'HISTORICAL, 0.95, 21',
      unit: 'MONEY',
      onlyIn: analyses.map((_, index) => index).filter((index) => index !== 1),
      values: analyses.map((_, index) => (index === 1 ? null : 5914.44) as number),
      differences: analyses.map((_, index) => (index === 1 ? null : 0) as number),
    },
  ],
  settings: [{ name: 'riskFree', values: analyses.map((_, index) => index / 100) }],
  assumptions: [{ text: 'Cash earns nothing.', takenBy: [0] }],
  omitted: 0,
});
