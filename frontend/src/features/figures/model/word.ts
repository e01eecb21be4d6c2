/** The word of the lessons that a figure is about, by the last of its name that says what it is. */
const words: Record<string, string> = {
  valueAtRisk: 'value-at-risk',
  expectedShortfall: 'expected-shortfall',
  annualVolatility: 'volatility',
  volatility: 'volatility',
  specificVolatility: 'volatility',
  sharpe: 'sharpe-ratio',
  sortino: 'sortino-ratio',
  calmar: 'calmar-ratio',
  maxDrawdown: 'drawdown',
  ulcerIndex: 'ulcer-index',
  skewness: 'skewness',
  excessKurtosis: 'fat-tails',
  cagr: 'return',
  annualReturn: 'return',
  expectedReturn: 'return',
  alpha: 'alpha',
  annualAlpha: 'alpha',
  beta: 'beta',
  rSquared: 'r-squared',
  goalProbability: 'monte-carlo',
  lossProbability: 'monte-carlo',
  terminal: 'percentile',
  scenarios: 'stress-test',
  reverse: 'stress-test',
  distanceToCall: 'margin-call',
  interestPerYear: 'leverage',
  callShare: 'margin-call',
  deflatedSharpe: 'overfitting',
  costs: 'backtest',
  worstDay: 'value-at-risk',
};

export const wordFor = (figure: string): string | undefined =>
  figure
    .split('.')
    .map((part) => words[part])
    .findLast((word) => word !== undefined);
