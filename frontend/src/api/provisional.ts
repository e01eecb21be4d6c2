/**
 * The services' surface until their OpenAPI snapshots are on main; `npm run generate` then replaces this file.
 */
type Json<T> = { headers: Record<string, unknown>; content: { 'application/json': T } };
type Params<Path = never, Query = never> = {
  query?: Query;
  header?: Record<string, string>;
  path: Path;
  cookie?: never;
};
type NoPath<Query = never> = { query?: Query; header?: Record<string, string>; path?: never; cookie?: never };
type Op<P, Body, R, Code extends number = 200> = {
  parameters: P;
  requestBody?: [Body] extends [never] ? never : { content: { 'application/json': Body } };
  responses: Record<Code, Json<R>>;
};
type None = undefined;

export type Analysis = {
  id: string;
  kind: string;
  portfolioId?: string;
  state: 'QUEUED' | 'RUNNING' | 'COMPLETED' | 'FAILED' | 'CANCELLED';
  percent?: number;
  etaSeconds?: number;
  queuePosition?: number;
  problem?: { title: string; detail?: string };
  requestedAt: string;
  finishedAt?: string;
};

export interface AnalysisPaths {
  '/api/v1/analyses': {
    get: Op<
      NoPath<{ kind?: string; portfolioId?: string; limit?: number; cursor?: string }>,
      never,
      { items: Analysis[]; nextCursor?: string }
    >;
    post: Op<
      NoPath,
      { kind: string; portfolioId?: string; parameters?: Record<string, unknown> },
      Analysis,
      202
    >;
  };
  '/api/v1/analyses/{id}': {
    get: Op<Params<{ id: string }>, never, Analysis>;
    delete: Op<Params<{ id: string }>, never, None>;
  };
  '/api/v1/analyses/{id}/result': { get: Op<Params<{ id: string }>, never, RiskResult> };
}

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
