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

export type Schemas = {
  Me: {
    user: { id: string; name: string; email?: string; guest: boolean };
    organisation: { id: string; name: string; demoUntil?: string };
    roles: string[];
    plan: string;
    preferences: Schemas['Preferences'];
  };
  Preferences: { currency: string; riskTolerance: number; theme: string; level: string; gainColours: string };
  Portfolio: {
    id: string;
    name: string;
    baseCurrency: string;
    sample: boolean;
    createdAt: string;
    updatedAt: string;
  };
  Transaction: {
    id: string;
    date: string;
    type: string;
    symbol?: string;
    quantity?: string;
    price?: string;
    currency: string;
    fee?: string;
    amount?: string;
    note?: string;
    importId?: string;
  };
  Holding: {
    symbol: string;
    name?: string;
    type?: string;
    currency: string;
    quantity: string;
    averageCost: string;
    costBasis: string;
    price?: string;
    priceAsOf?: string;
    priceSource: 'LIVE' | 'LAST_CLOSE' | 'LAST_TRADE';
    unpriced: boolean;
    stale: boolean;
    simulated: boolean;
    marketValue?: string;
    dayChange?: string;
    dayChangeFraction?: number;
    unrealisedGain?: string;
    weight: number;
  };
  Holdings: {
    asOf: string;
    baseCurrency: string;
    holdings: Schemas['Holding'][];
    cash: { currency: string; amount: string; value: string }[];
  };
  Valuation: {
    portfolioId: string;
    asOf: string;
    baseCurrency: string;
    value: string;
    cash: string;
    costBasis: string;
    unrealisedGain: string;
    dayChange: string;
    dayChangeFraction?: number;
    simulated: boolean;
    stale: boolean;
    staleSymbols: string[];
    fx: { currency: string; rate: number; asOf: string }[];
  };
  ImportRow: {
    line: number;
    status: 'NEW' | 'DUPLICATE' | 'IGNORED' | 'ERROR';
    reason?: string;
    column?: string;
    transaction?: Omit<Schemas['Transaction'], 'id'>;
  };
  Import: {
    importId: string;
    format: string;
    state: 'PREVIEW' | 'COMMITTED' | 'UNDONE';
    counts: Record<string, number>;
    rows: Schemas['ImportRow'][];
    nextCursor?: string;
  };
  Analysis: {
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
  AccessToken: { id: string; name: string; createdAt: string; expiresAt?: string; lastUsedAt?: string };
};

type P = Schemas['Portfolio'];
export interface paths {
  '/api/v1/me': { get: Op<NoPath, never, Schemas['Me']> };
  '/api/v1/me/preferences': { patch: Op<NoPath, Partial<Schemas['Preferences']>, Schemas['Preferences']> };
  '/api/v1/me/tokens': {
    get: Op<NoPath, never, { items: Schemas['AccessToken'][]; nextCursor?: string }>;
    post: Op<NoPath, { name: string; expiresInDays?: number }, Schemas['AccessToken'] & { token: string }>;
  };
  '/api/v1/me/tokens/{id}': { delete: Op<Params<{ id: string }>, never, None> };
  '/api/v1/portfolios': {
    get: Op<NoPath<{ limit?: number; cursor?: string }>, never, { items: P[]; nextCursor?: string }>;
    post: Op<NoPath, { name: string; baseCurrency: string }, P>;
  };
  '/api/v1/portfolios/sample': { post: Op<NoPath, never, P> };
  '/api/v1/portfolios/{id}': {
    get: Op<Params<{ id: string }>, never, P>;
    delete: Op<Params<{ id: string }>, never, None>;
  };
  '/api/v1/portfolios/{id}/holdings': { get: Op<Params<{ id: string }>, never, Schemas['Holdings']> };
  '/api/v1/portfolios/{id}/valuation': { get: Op<Params<{ id: string }>, never, Schemas['Valuation']> };
  '/api/v1/portfolios/{id}/transactions': {
    get: Op<
      Params<{ id: string }, { limit?: number; cursor?: string }>,
      never,
      { items: Schemas['Transaction'][]; nextCursor?: string }
    >;
  };
  '/api/v1/portfolios/{id}/imports/{importId}/commit': {
    post: Op<Params<{ id: string; importId: string }, { skipErrors?: boolean }>, never, Schemas['Import']>;
  };
  '/api/v1/portfolios/{id}/imports/{importId}': {
    get: Op<Params<{ id: string; importId: string }>, never, Schemas['Import']>;
    delete: Op<Params<{ id: string; importId: string }>, never, Schemas['Import']>;
  };
  '/api/v1/portfolios/{id}/imports/{importId}/rows': {
    get: Op<
      Params<{ id: string; importId: string }, { cursor?: string }>,
      never,
      { items: Schemas['ImportRow'][]; nextCursor?: string }
    >;
  };
  '/api/v1/analyses': {
    get: Op<
      NoPath<{ kind?: string; portfolioId?: string; limit?: number; cursor?: string }>,
      never,
      { items: Schemas['Analysis'][]; nextCursor?: string }
    >;
    post: Op<
      NoPath,
      { kind: string; portfolioId?: string; parameters?: Record<string, unknown> },
      Schemas['Analysis'],
      202
    >;
  };
  '/api/v1/analyses/{id}': {
    get: Op<Params<{ id: string }>, never, Schemas['Analysis']>;
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
