/** The result of a risk check until its schema is published in analytics-worker/contract/result. */
export type RiskResult = {
  schemaVersion: number;
  kind: 'risk';
  provenance: {
    engineVersion: string;
    kernel: string;
    resultHash: string;
    seed: number;
    from: string;
    to: string;
    observations: number;
    droppedDates: number;
    provider: string;
    simulated: boolean;
    inputsHash: string;
    createdAt: string;
  };
  assumptions: string[];
  sentences: string[];
  inputs: {
    baseCurrency: string;
    value: { amount: number; currency: string };
    cashWeight: number;
    leftOut: string[];
  };
  valueAtRisk: {
    method: string;
    confidence: number;
    horizonDays: number;
    fraction: number;
    amount: number;
    expectedShortfall: { fraction: number; amount: number };
    flags: string[];
  }[];
  performance: {
    annualReturn: number;
    cagr: number;
    annualVolatility: number;
    sharpe?: number;
    sortino?: number;
    maxDrawdown: number;
    currentDrawdown: number;
  };
  contributions: { symbol: string; weight: number; marginal: number; component: number; share: number }[];
  drawdowns: { peak: string; trough: string; recovery?: string; depth: number; days: number }[];
  series: { dates: string[]; wealth: number[]; drawdown: number[] };
  absent: Record<string, string>;
};
