import type { BacktestParameters } from '@/api/types';

export const strategies = ['ALLOCATION', 'MOVING_AVERAGE_CROSS'] as const;
export const rebalancings = ['NONE', 'MONTHLY', 'QUARTERLY', 'YEARLY', 'BAND'] as const;

/** A rule as it is typed: days as whole numbers, costs in percent. */
export type Strategy = {
  strategy: (typeof strategies)[number];
  rebalancing: (typeof rebalancings)[number];
  fast: string;
  slow: string;
  benchmark: string;
  fee: string;
};
export type StrategyField = 'fast' | 'slow' | 'fee';

export const ranges: Record<StrategyField, readonly [number, number]> = {
  fast: [1, 1000],
  slow: [1, 1000],
  fee: [0, 20],
};

export const numbersOf = (strategy: Strategy['strategy']): StrategyField[] =>
  strategy === 'ALLOCATION' ? ['fee'] : ['fast', 'slow', 'fee'];

export type Fault = 'range' | 'order';

/** What is wrong with a rule before anybody is asked, by field. */
export function faults(rule: Strategy): Partial<Record<StrategyField, Fault>> {
  const found: Partial<Record<StrategyField, Fault>> = {};
  for (const field of numbersOf(rule.strategy)) {
    const [low, high] = ranges[field];
    const pattern = field === 'fee' ? /^\d+(\.\d+)?$/ : /^\d+$/;
    const value = Number(rule[field]);
    if (!pattern.test(rule[field].trim()) || value < low || value > high) found[field] = 'range';
  }
  if (rule.strategy === 'MOVING_AVERAGE_CROSS' && !found.fast && !found.slow && +rule.fast >= +rule.slow)
    found.slow = 'order';
  return found;
}

const one = (value: number | number[] | undefined, otherwise: number) =>
  String((Array.isArray(value) ? value[0] : value) ?? otherwise);

/** The rule a result answers, or the one to begin with: what is held, brought back once a year. */
export function strategyOf(asked: BacktestParameters | undefined): Strategy {
  return {
    strategy: asked?.strategy ?? 'ALLOCATION',
    rebalancing: asked?.rebalancing ?? 'YEARLY',
    fast: one(asked?.fast, 50),
    slow: one(asked?.slow, 200),
    benchmark: asked?.benchmark ?? '',
    fee: String(Number(((asked?.fee ?? 0.001) * 100).toFixed(4))),
  };
}

/** The rule as the worker takes it. */
export function parametersOf(rule: Strategy): BacktestParameters {
  const benchmark = rule.benchmark.trim().toUpperCase();
  return {
    strategy: rule.strategy,
    ...(rule.strategy === 'ALLOCATION'
      ? { rebalancing: rule.rebalancing }
      : { fast: Number(rule.fast), slow: Number(rule.slow) }),
    fee: Number(rule.fee) / 100,
    ...(benchmark === '' ? {} : { benchmark }),
  };
}
