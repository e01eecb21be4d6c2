import type { VarBacktestResult } from '@/api/types';

export type ExceptionRow = { date: string; result: number; limit: number };

/** The days that were worse than announced, the worst first. */
export function exceptionRows({ series }: Pick<VarBacktestResult, 'series'>): ExceptionRow[] {
  const beyond = new Set(series.exceptions);
  return series.dates
    .map((date, index) => ({
      date,
      result: series.returns[index] ?? 0,
      limit: series.valueAtRisk[index] ?? 0,
    }))
    .filter(({ date }) => beyond.has(date))
    .sort((a, b) => a.result + a.limit - (b.result + b.limit));
}
