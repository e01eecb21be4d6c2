import type { OptimizationResult } from '@/api/types';
import example from '../../analytics-worker/contract/result/examples/optimization.json';

const asGiven = example as unknown as OptimizationResult;
const calmest = {
  expectedReturn: 0.0473,
  volatility: 0.0738,
  sharpe: 0.6404,
  valueAtRisk: 0.0352,
  expectedShortfall: 0.0389,
  valueAtRiskAmount: 352.4,
  expectedShortfallAmount: 389.1,
  effectiveHoldings: 1.78,
};

/** The worker's example with the calmest mix as its answer: shares change hands, and lots are given up for it. */
export const optimization: OptimizationResult = {
  ...asGiven,
  objective: 'MIN_VARIANCE',
  sentences: ['The calmest mix swings by 7.4 % a year instead of 8.7 %.', ...asGiven.sentences.slice(1, 3)],
  inputs: {
    ...asGiven.inputs,
    parameters: { objective: 'MIN_VARIANCE', constraints: { lower: 0, upper: 1 } },
  },
  targetReturn: undefined,
  weights: [
    { symbol: 'ALFA', today: 0.6, target: 0.3243, afterTrades: 0.3268, riskShare: 0.36 },
    { symbol: 'BETA', today: 0.4, target: 0.6757, afterTrades: 0.6697, riskShare: 0.64 },
  ],
  cashWeight: 0.0035,
  expectedReturn: calmest.expectedReturn,
  volatility: calmest.volatility,
  turnover: 0.5514,
  target: calmest,
  afterTrades: { ...calmest, volatility: 0.0741 },
  trades: [
    {
      action: 'SELL',
      symbol: 'ALFA',
      shares: 27.4445,
      price: 100.9348,
      amount: 2770.11,
      cost: 2.77,
    },
    { action: 'BUY', symbol: 'BETA', shares: 54, price: 50.7348, amount: 2739.68, cost: 2.74 },
  ],
  tradeCost: 5.51,
  cashAfter: 24.92,
  realisedGains: [
    { lotMethod: 'FIFO', proceeds: 2767.34, cost: 2410, gain: 357.34, shortTerm: 0, longTerm: 357.34 },
    { lotMethod: 'LIFO', proceeds: 2767.34, cost: 2760, gain: 7.34, shortTerm: 7.34, longTerm: 0 },
    { lotMethod: 'HIFO', proceeds: 2767.34, cost: 2795, gain: -27.66, shortTerm: -27.66, longTerm: 0 },
    { lotMethod: 'AVERAGE', proceeds: 2767.34, cost: 2600, gain: 167.34, shortTerm: 60, longTerm: 107.34 },
  ],
  absent: {},
};
