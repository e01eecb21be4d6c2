import type {
  Account,
  ValueHistory,
  Analysis,
  Holdings,
  Import,
  Me,
  Portfolio,
  RiskResult,
  Valuation,
} from '@/api/types';

/** The account that a portfolio has from its creation. */
export const standardAccount = '0198a000-0000-7000-8000-000000000150';

const made = { createdAt: '2026-11-20T20:00:00Z', updatedAt: '2026-11-20T20:00:00Z' };
export const mainAccount: Account = {
  id: standardAccount,
  name: 'Main account',
  kind: 'CASH',
  shortsAllowed: false,
  standard: true,
  ...made,
};
export const secondAccount: Account = {
  id: '0198a000-0000-7000-8000-000000000151',
  name: 'Second broker',
  kind: 'MARGIN',
  shortsAllowed: true,
  standard: false,
  ...made,
};

/** A platform small enough to hold in the hand: what the tests and `npm run dev:mock` talk to. */
export const me: Me = {
  user: { id: '0198a000-0000-7000-8000-000000000001', name: 'Guest', guest: true },
  organisation: {
    id: '0198a000-0000-7000-8000-000000000002',
    name: 'Guest',
    demoUntil: '2026-11-27T20:00:00Z',
  },
  roles: ['OWNER'],
  plan: 'FREE',
  preferences: {
    currency: 'USD',
    riskTolerance: 3,
    theme: 'SYSTEM',
    level: 'DETAILED',
    gainColours: 'TEAL_VERMILION',
  },
};

export const sample: Portfolio = {
  id: '0198a000-0000-7000-8000-000000000010',
  name: 'Sample portfolio',
  baseCurrency: 'USD',
  sample: true,
  paper: false,
  createdAt: '2026-11-20T20:00:00Z',
  updatedAt: '2026-11-20T20:00:00Z',
};

const positions: [
  symbol: string,
  name: string,
  type: string,
  quantity: number,
  cost: number,
  price: number,
  close: number,
][] = [
  ['XWLD', 'Global Equity Index Fund', 'ETF', 260, 88.1, 112.34, 111.72],
  ['ORBX', 'Orbix Semiconductors', 'EQUITY', 60, 121.4, 187.23, 189.5],
  ['HALO', 'Halo Health Systems', 'EQUITY', 110, 64.2, 71.9, 71.35],
  ['VNTA', 'Venta Renewable Power', 'EQUITY', 180, 39.5, 33.12, 33.64],
  ['XEMG', 'Emerging Markets Fund', 'ETF', 140, 41.8, 44.27, 44.02],
  ['XGOV', 'Government Bond Fund', 'BOND', 210, 52.3, 50.88, 50.8],
  ['XCRD', 'Investment Grade Credit', 'BOND', 120, 47.9, 49.05, 49.02],
  ['XAUR', 'Physical Gold Trust', 'COMMODITY', 45, 158.2, 201.46, 199.9],
  ['BYTC', 'Bytecoin', 'CRYPTO', 0.18, 28_400, 41_210.5, 40_105.2],
];
const cash = 4210.55;
const worth = positions.reduce((sum, [, , , quantity, , price]) => sum + quantity * price, cash);
const basis = positions.reduce((sum, [, , , quantity, cost]) => sum + quantity * cost, 0);
const dayChange = positions.reduce(
  (sum, [, , , quantity, , price, close]) => sum + quantity * (price - close),
  0,
);

export const holdings: Holdings = {
  asOf: '2026-11-20T20:05:00Z',
  baseCurrency: 'USD',
  lotMethod: 'FIFO',
  holdings: positions.map(([symbol, name, type, quantity, cost, price, close]) => ({
    symbol,
    name,
    type,
    currency: 'USD',
    quantity: String(quantity),
    averageCost: cost.toFixed(4),
    costBasis: (quantity * cost).toFixed(2),
    price: String(price),
    priceAsOf: '2026-11-20T20:05:00Z',
    priceCurrency: 'USD',
    priceSource: 'LIVE' as const,
    unpriced: false,
    stale: false,
    simulated: true,
    marketValue: (quantity * price).toFixed(2),
    dayChange: (quantity * (price - close)).toFixed(2),
    dayChangeFraction: price / close - 1,
    unrealisedGain: (quantity * (price - cost)).toFixed(2),
    realisedGain: '0',
    weight: (quantity * price) / worth,
  })),
  cash: [{ currency: 'USD', amount: cash.toFixed(2), value: cash.toFixed(2) }],
};

export const valuation: Valuation = {
  portfolioId: sample.id,
  asOf: '2026-11-20T20:05:00Z',
  baseCurrency: 'USD',
  value: worth.toFixed(2),
  cash: cash.toFixed(2),
  costBasis: basis.toFixed(2),
  unrealisedGain: (worth - cash - basis).toFixed(2),
  dayChange: dayChange.toFixed(2),
  dayChangeFraction: dayChange / (worth - dayChange),
  simulated: true,
  stale: false,
  staleSymbols: [],
  costUnknownSymbols: [],
  missingRates: [],
  unpricedSymbols: [],
  unvaluedSymbols: [],
  fx: [],
};

export const analysis = (change: Partial<Analysis> = {}): Analysis => ({
  id: '0198a000-0000-7000-8000-000000000100',
  kind: 'risk',
  portfolioId: sample.id,
  state: 'QUEUED',
  percent: 0,
  cancelRequested: false,
  requestedAt: '2026-11-20T20:06:00Z',
  ...change,
});

/** A walk with a fixed seed, so that every screenshot shows the same valley. */
function walk(length: number): { dates: string[]; values: number[] } {
  let seed = 42;
  const uniform = () => {
    seed = (seed * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return seed / 4_294_967_296;
  };
  let level = 1;
  let high = 1;
  const dates: string[] = [];
  const values: number[] = [];
  for (let index = 0; index < length; index += 1) {
    const stress = index > 520 && index < 640 ? -0.0024 : 0.0005;
    level *= 1 + stress + 0.018 * (uniform() + uniform() + uniform() - 1.5);
    high = Math.max(high, level);
    dates.push(
      new Date(Date.UTC(2021, 10, 22) + Math.floor((index * 7) / 5) * 86_400_000).toISOString().slice(0, 10),
    );
    values.push(level / high - 1);
  }
  return { dates, values };
}

const series = walk(1260);
const worst = Math.min(...series.values);
const daily = {
  HISTORICAL: [0.0132, 0.0226, 0.0192, 0.0296],
  NORMAL: [0.0141, 0.0199, 0.0177, 0.0228],
} as const;

export const riskResult: RiskResult = {
  schemaVersion: 1,
  kind: 'risk',
  inputs: {
    baseCurrency: 'USD',
    value: { amount: worth, currency: 'USD' },
    cashWeight: cash / worth,
    leftOut: [],
    parameters: {},
    holdings: positions.map(([symbol, , , quantity, , price]) => ({
      symbol,
      currency: 'USD',
      weight: (quantity * price) / worth,
      quantity,
      lastClose: price,
      provider: 'xsim',
      simulated: true,
    })),
  },
  absent: {},
  correlation: {
    symbols: ['XWLD', 'ORBX'],
    matrix: [
      [1, 0.62],
      [0.62, 1],
    ],
  },
  provenance: {
    engineVersion: '0.1.0',
    kernel: 'scalar',
    resultHash: '6b1f0d7c5a1e4b7f9f3c2a8d9e0b1c2d3e4f5a6b7c8d9e0f1a2b3c4d5e6f7a8b',
    from: series.dates[0] ?? '',
    to: series.dates.at(-1) ?? '',
    observations: 1259,
    droppedDates: 0,
    seed: 4711,
    simulated: true,
    provider: 'xsim',
    inputsHash: 'c0ffee',
    createdAt: '2026-11-20T20:06:04Z',
  },
  assumptions: [
    'Today’s weights are applied to every past day, so the figures are about what is held now.',
    'Returns are simple daily returns in USD; a year has 252 trading days.',
    'Losses over several days are the daily loss times the square root of the days.',
    'Cash earns nothing and does not move.',
  ],
  sentences: [
    'This is simulated data: the exchange and its companies are fictional.',
    'In 1 month out of 20 expect to lose 5,914 USD (6.1 %) or more; in such a month 8,603 USD (8.8 %) on average (not a worst case).',
    'The deepest fall in this time would have been 28,050 USD (28.7 %), from 2023-11-30 to 2024-05-17, recovered on 2025-03-11.',
    'XWLD makes up 29.9 % of the value and 24.8 % of the risk.',
  ],
  valueAtRisk: (['HISTORICAL', 'NORMAL'] as const).flatMap((method) =>
    [0.95, 0.99].flatMap((confidence, index) =>
      [1, 10, 21].map((horizonDays) => {
        const scale = Math.sqrt(horizonDays);
        const fraction = (daily[method][index] ?? 0) * scale;
        const beyond = (daily[method][index + 2] ?? 0) * scale;
        return {
          method,
          confidence,
          horizonDays,
          fraction,
          amount: fraction * worth,
          expectedShortfall: { fraction: beyond, amount: beyond * worth },
          flags: horizonDays > 1 ? ['SCALED'] : [],
        };
      }),
    ),
  ),
  performance: {
    annualReturn: 0.081,
    cagr: 0.0744,
    annualVolatility: 0.1387,
    sharpe: 0.584,
    maxDrawdown: worst,
    currentDrawdown: -0.02,
    ulcerIndex: 0.08,
  },
  contributions: positions.map(([symbol, , type, quantity, , price]) => {
    const weight = (quantity * price) / worth;
    const factor = { ETF: 1, EQUITY: 1.6, BOND: 0.12, COMMODITY: 0.4, CRYPTO: 3.1 }[type] ?? 1;
    return {
      symbol,
      weight,
      marginal: 0.1387 * factor,
      component: 0.1387 * factor * weight,
      share: factor * weight * 0.83,
    };
  }),
  drawdowns: [
    { days: 467, peak: '2023-11-30', trough: '2024-05-17', recovery: '2025-03-11', depth: worst },
    { days: 188, peak: '2022-03-04', trough: '2022-06-20', recovery: '2022-09-08', depth: -0.092 },
    { days: 101, peak: '2026-08-11', trough: '2026-10-02', depth: -0.061 },
  ],
  series: { dates: series.dates, drawdown: series.values, wealth: series.values.map((value) => 1 + value) },
};

export const preview: Import = {
  importId: '0198a000-0000-7000-8000-000000000200',
  format: 'RISKWATCH_TRANSACTIONS',
  formatName: 'Riskwatch transactions',
  state: 'PREVIEW',
  counts: { NEW: 3, DUPLICATE: 1, IGNORED: 1, ERROR: 2 },
  newAccounts: ['Second broker'],
  rows: [
    {
      line: 2,
      status: 'NEW',
      transaction: {
        accountId: standardAccount,
        date: '2024-01-02',
        type: 'DEPOSIT',
        currency: 'USD',
        amount: '25000.00',
      },
    },
    {
      line: 3,
      status: 'NEW',
      transaction: {
        accountId: standardAccount,
        date: '2024-01-03',
        type: 'BUY',
        symbol: 'ORBX',
        quantity: '40',
        price: '120.50',
        currency: 'USD',
        fee: '1.00',
        amount: '4821.00',
      },
    },
    {
      line: 4,
      status: 'DUPLICATE',
      reason: 'the same transaction is in this portfolio already',
      transaction: {
        accountId: standardAccount,
        date: '2024-02-15',
        type: 'BUY',
        symbol: 'XWLD',
        quantity: '60',
        price: '98.20',
        currency: 'USD',
      },
    },
    { line: 5, status: 'ERROR', column: 'quantity', reason: '“ten” is not a number' },
    {
      line: 6,
      status: 'NEW',
      transaction: {
        accountId: standardAccount,
        date: '2024-06-28',
        type: 'DIVIDEND',
        symbol: 'ORBX',
        currency: 'USD',
        amount: '18.40',
      },
    },
    { line: 7, status: 'IGNORED', reason: 'a blank line' },
    { line: 8, status: 'ERROR', column: 'date', reason: '“31.12.24” is not a date; write 2024-12-31' },
  ],
};

export const valueHistory: ValueHistory = {
  portfolioId: sample.id,
  baseCurrency: 'USD',
  missingRates: [],
  unpricedSymbols: [],
  simulated: true,
  points: series.dates
    .map((date, index) => ({
      date,
      value: (worth * (0.7 + 0.3 * (index / 1259)) * (1 + (series.values[index] ?? 0))).toFixed(2),
    }))
    .filter((_, index) => index % 4 === 0),
};
