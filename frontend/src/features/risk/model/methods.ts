import type { RiskResult } from '@/api/types';
import { type Choice, type TailFigure } from './result';

/** Methods that give the last weeks more weight than the years before. */
const recent = new Set(['EWMA', 'GARCH', 'FILTERED_HISTORICAL']);
/** Methods whose tail is that of the bell curve. */
const bell = new Set(['NORMAL', 'EWMA', 'GARCH', 'MONTE_CARLO']);

/** Above this the methods do not answer the same, and a reader should know why. */
const FAR_APART = 0.25;

export type Cause = 'CALMER_LATELY' | 'WILDER_LATELY' | 'TAILS' | 'ESTIMATE';
export type Disagreement = {
  lowest: TailFigure;
  highest: TailFigure;
  /** how much more the highest is than the lowest, as a fraction */
  apart: number;
  causes: Cause[];
};

/** The answers to one question, the lowest loss first. */
export const answers = (result: RiskResult, choice: Omit<Choice, 'method'>): TailFigure[] =>
  result.valueAtRisk
    .filter((figure) => figure.confidence === choice.confidence && figure.horizonDays === choice.horizonDays)
    .sort((a, b) => a.fraction - b.fraction);

/** Where methods differ by more than a quarter: by how much, and which of their assumptions does it. */
export function disagreement(result: RiskResult, choice: Omit<Choice, 'method'>): Disagreement | undefined {
  const sorted = answers(result, choice);
  const [lowest, highest] = [sorted[0], sorted.at(-1)];
  if (!lowest || !highest || lowest.fraction <= 0) return undefined;
  const apart = highest.fraction / lowest.fraction - 1;
  if (apart <= FAR_APART) return undefined;
  const causes: Cause[] = [];
  if (recent.has(lowest.method) !== recent.has(highest.method))
    causes.push(recent.has(lowest.method) ? 'CALMER_LATELY' : 'WILDER_LATELY');
  if (bell.has(lowest.method) !== bell.has(highest.method)) causes.push('TAILS');
  return { lowest, highest, apart, causes: causes.length > 0 ? causes : ['ESTIMATE'] };
}

/** Methods that could not answer, with the reason the worker gives. */
export const silent = (result: RiskResult) =>
  Object.entries(result.absent)
    .filter(([path]) => path.startsWith('valueAtRisk.'))
    .map(([path, reason]) => ({ method: path.slice('valueAtRisk.'.length), reason: String(reason) }));
