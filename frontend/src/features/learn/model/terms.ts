import type { NumberName } from './numbers';

/** What a word belongs to, in the order of the list. */
export const groups = ['loss', 'return', 'mix', 'future', 'test', 'loan'] as const;

type Entry = { id: string; group: (typeof groups)[number]; needs: readonly NumberName[]; you: boolean };

/** Every word; `needs` are the figures of one's own that its sentence "for you" speaks of. */
export const terms = [
  { id: 'value-at-risk', group: 'loss', needs: ['var'], you: true },
  { id: 'expected-shortfall', group: 'loss', needs: ['es', 'var'], you: true },
  { id: 'confidence-level', group: 'loss', needs: ['observations'], you: true },
  { id: 'volatility', group: 'loss', needs: ['volatility'], you: true },
  { id: 'drawdown', group: 'loss', needs: ['drawdown'], you: true },
  { id: 'ulcer-index', group: 'loss', needs: ['ulcer'], you: true },
  { id: 'fat-tails', group: 'loss', needs: ['kurtosis'], you: true },
  { id: 'skewness', group: 'loss', needs: ['skewness'], you: true },
  { id: 'return', group: 'return', needs: ['cagr'], you: true },
  { id: 'time-weighted-return', group: 'return', needs: ['twr'], you: true },
  { id: 'money-weighted-return', group: 'return', needs: ['mwr'], you: true },
  { id: 'compounding', group: 'return', needs: ['cagr', 'doubling'], you: true },
  { id: 'sharpe-ratio', group: 'return', needs: ['sharpe'], you: true },
  { id: 'sortino-ratio', group: 'return', needs: ['sortino'], you: true },
  { id: 'calmar-ratio', group: 'return', needs: ['calmar', 'drawdown'], you: true },
  { id: 'benchmark', group: 'return', needs: [], you: false },
  { id: 'alpha', group: 'return', needs: ['alpha'], you: true },
  { id: 'diversification', group: 'mix', needs: ['holdings', 'effective'], you: true },
  { id: 'correlation', group: 'mix', needs: ['pair', 'pairCorrelation'], you: true },
  { id: 'risk-contribution', group: 'mix', needs: ['top', 'topWeight', 'topShare'], you: true },
  { id: 'concentration', group: 'mix', needs: ['largest', 'largestWeight'], you: true },
  { id: 'asset-allocation', group: 'mix', needs: ['cashWeight'], you: true },
  { id: 'rebalancing', group: 'mix', needs: [], you: false },
  { id: 'beta', group: 'mix', needs: ['beta', 'betaFall'], you: true },
  { id: 'currency-risk', group: 'mix', needs: [], you: false },
  { id: 'efficient-frontier', group: 'mix', needs: ['volatility'], you: true },
  { id: 'risk-parity', group: 'mix', needs: ['top', 'topShare'], you: true },
  { id: 'monte-carlo', group: 'future', needs: [], you: false },
  { id: 'percentile', group: 'future', needs: [], you: false },
  { id: 'standard-error', group: 'future', needs: ['observations'], you: true },
  { id: 'stress-test', group: 'future', needs: [], you: false },
  { id: 'backtest', group: 'test', needs: [], you: false },
  { id: 'overfitting', group: 'test', needs: [], you: false },
  { id: 'walk-forward', group: 'test', needs: [], you: false },
  { id: 'factor', group: 'test', needs: [], you: false },
  { id: 'r-squared', group: 'test', needs: [], you: false },
  { id: 'leverage', group: 'loan', needs: ['volatility', 'twice'], you: true },
  { id: 'margin-call', group: 'loan', needs: ['value', 'callLoss'], you: true },
  { id: 'maintenance-margin', group: 'loan', needs: ['value', 'required'], you: true },
  { id: 'cost-basis', group: 'loan', needs: [], you: false },
  { id: 'liquidity', group: 'loan', needs: [], you: false },
] as const satisfies readonly Entry[];
export type Term = (typeof terms)[number];
export type TermId = Term['id'];

export const termOf = (id: string | undefined): Term | undefined => terms.find((term) => term.id === id);
