import type { FactorResult } from '@/api/types';

export type RollingRow = { date: string; betas: readonly number[]; rSquared: number | undefined };

/** One row per date, with a beta for each factor. */
export const rollingRows = ({ rolling }: Pick<FactorResult, 'rolling'>): RollingRow[] =>
  (rolling?.dates ?? []).map((date, index) => ({
    date,
    betas: rolling?.betas[index] ?? [],
    rSquared: rolling?.rSquared[index],
  }));

/** The lines of the factors that go with most of the variance, those first; no more than can be told apart. */
export function drawn({ rolling, loadings }: Pick<FactorResult, 'rolling' | 'loadings'>, most: number) {
  return loadings
    .map(({ factor, share }, index) => ({
      name: factor,
      weight: Math.abs(share ?? 0),
      values: (rolling?.betas ?? []).map((row) => row[index] ?? 0),
    }))
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, most)
    .map(({ name, values }) => ({ name, values }));
}
