import type { Performance, RiskResult } from '@/api/types';
import { count, percent, percentChange, ratio, roundMoney } from '@/shared/format/format';
import { pick } from '@/features/risk/model/result';

/** Figures of one's own that sentences may speak of. */
export type NumberName =
  | 'value'
  | 'var'
  | 'es'
  | 'observations'
  | 'volatility'
  | 'twice'
  | 'drawdown'
  | 'recovery'
  | 'ulcer'
  | 'kurtosis'
  | 'skewness'
  | 'cagr'
  | 'doubling'
  | 'sharpe'
  | 'sortino'
  | 'calmar'
  | 'alpha'
  | 'beta'
  | 'betaFall'
  | 'holdings'
  | 'effective'
  | 'pair'
  | 'pairCorrelation'
  | 'top'
  | 'topWeight'
  | 'topShare'
  | 'largest'
  | 'largestWeight'
  | 'cashWeight'
  | 'callLoss'
  | 'required'
  | 'twr'
  | 'mwr';

/** Written in the reader's form; what is not known is not there. */
export type Numbers = Partial<Record<NumberName, string>>;

/** What the lender's usual rule asks for: a quarter of the value must be one's own. */
const MAINTENANCE = 0.25;

export function numbersOf(risk: RiskResult, performance: Performance | undefined): Numbers {
  const { performance: it, contributions, correlation, provenance, inputs } = risk;
  const { amount, currency } = inputs.value;
  const tail = pick(risk, { method: 'HISTORICAL', confidence: 0.95, horizonDays: 21 });
  const loss = (of: { amount: number; fraction: number } | undefined) =>
    of && (amount === 1 ? percent(of.fraction, 1) : roundMoney(of.amount, currency));
  const when = <T>(value: T | undefined, write: (value: T) => string) =>
    value === undefined ? undefined : write(value);
  const largest = most(contributions, ({ weight }) => weight);
  const top = most(contributions, ({ share }) => share);
  const pair = closest(correlation);
  const fall = Math.abs(it.maxDrawdown);
  const squares = contributions.reduce((sum, { weight }) => sum + weight * weight, 0);
  const all: Record<NumberName, string | undefined> = {
    value: amount === 1 ? undefined : roundMoney(amount, currency),
    var: loss(tail),
    es: loss(tail?.expectedShortfall),
    observations: count(provenance.observations),
    volatility: percent(it.annualVolatility, 1),
    twice: percent(2 * it.annualVolatility, 0),
    drawdown: percent(fall, 1),
    recovery: fall < 1 ? percentChange(1 / (1 - fall) - 1, 0) : undefined,
    ulcer: percent(it.ulcerIndex, 1),
    kurtosis: when(it.excessKurtosis, ratio),
    skewness: when(it.skewness, ratio),
    cagr: percentChange(it.cagr, 1),
    doubling: it.cagr > 0.001 ? count(Math.log(2) / Math.log(1 + it.cagr)) : undefined,
    sharpe: when(it.sharpe, ratio),
    sortino: when(it.sortino, ratio),
    calmar: when(it.calmar, ratio),
    alpha: when(it.alpha, (alpha) => percentChange(alpha, 1)),
    beta: when(it.beta, ratio),
    betaFall: when(it.beta, (beta) => percentChange(-0.1 * beta, 0)),
    holdings: count(contributions.length),
    effective: squares > 0 ? ratio(1 / squares, 1) : undefined,
    pair: pair?.names,
    pairCorrelation: when(pair?.value, ratio),
    top: top?.symbol,
    topWeight: when(top?.weight, (weight) => percent(weight, 0)),
    topShare: when(top?.share, (share) => percent(share, 0)),
    largest: largest?.symbol,
    largestWeight: when(largest?.weight, (weight) => percent(weight, 0)),
    cashWeight: percent(inputs.cashWeight, 0),
    callLoss: percent(1 - 0.5 / (1 - MAINTENANCE), 0),
    required: amount === 1 ? undefined : roundMoney(MAINTENANCE * amount, currency),
    twr: when(performance?.timeWeighted?.period, (value) => percentChange(value, 1)),
    mwr: when(performance?.moneyWeighted?.annual, (value) => percentChange(value, 1)),
  };
  return Object.fromEntries(Object.entries(all).filter(([, text]) => text !== undefined)) as Numbers;
}

const most = <T>(rows: readonly T[], of: (row: T) => number): T | undefined =>
  rows.reduce<T | undefined>(
    (best, row) => (best === undefined || of(row) > of(best) ? row : best),
    undefined,
  );

/** The two that move together most. */
function closest({ symbols, matrix }: RiskResult['correlation']) {
  let best: { names: string; value: number } | undefined;
  symbols.forEach((symbol, at) => {
    symbols.slice(0, at).forEach((other, index) => {
      const value = matrix[at]?.[index];
      if (value !== undefined && (best === undefined || value > best.value))
        best = { names: `${other} / ${symbol}`, value };
    });
  });
  return best;
}
