import type {
  Allocation,
  Rebalancing,
  Recommendation,
  RiskScore,
  Rule,
  SearchHit,
  Transaction,
} from '@/api/types';
import { holdings, sample, standardAccount, valuation } from './fixtures';

/** What the mocked platform says about a portfolio beyond its holdings. */
const places: Record<string, { sector: string; region: string }> = {
  ORBX: { sector: 'Semiconductors', region: 'North America' },
  HALO: { sector: 'Health care', region: 'North America' },
  VNTA: { sector: 'Energy', region: 'Europe' },
  XEMG: { sector: 'Broad', region: 'Emerging markets' },
};

export function allocation(by: string): Allocation {
  const groups = new Map<string, { value: number; symbols: string[] }>();
  const add = (key: string, value: number, symbol?: string) => {
    const group = groups.get(key) ?? { value: 0, symbols: [] };
    groups.set(key, {
      value: group.value + value,
      symbols: symbol ? [...group.symbols, symbol] : group.symbols,
    });
  };
  for (const holding of holdings.holdings) {
    const place = places[holding.symbol];
    const key = {
      class: holding.type ?? 'unknown',
      sector: place?.sector ?? 'Broad',
      region: place?.region ?? 'unknown',
      currency: holding.currency,
    }[by];
    add(key ?? holding.symbol, Number(holding.marketValue), holding.symbol);
  }
  add(by === 'currency' ? 'USD' : 'CASH', Number(valuation.cash));
  const total = [...groups.values()].reduce((sum, { value }) => sum + value, 0);
  return {
    asOf: valuation.asOf,
    baseCurrency: 'USD',
    by,
    value: total.toFixed(2),
    slices: [...groups]
      .map(([key, { value, symbols }]) => ({ key, symbols, value: value.toFixed(2), weight: value / total }))
      .sort((a, b) => b.weight - a.weight),
    unvaluedSymbols: [],
  };
}

export const rebalancing: Rebalancing = {
  asOf: valuation.asOf,
  baseCurrency: 'USD',
  by: 'class',
  value: valuation.value,
  buckets: [
    { key: 'EQUITY', target: 0.15, held: 0.257, drift: 0.107, outOfBand: true },
    { key: 'BOND', target: 0.25, held: 0.169, drift: -0.081, outOfBand: true },
    { key: 'ETF', target: 0.6, held: 0.574, drift: -0.026, outOfBand: false },
  ],
  trades: [
    { symbol: 'ORBX', bucket: 'EQUITY', side: 'SELL', shares: '20', value: '3744.60' },
    { symbol: 'XGOV', bucket: 'BOND', side: 'BUY', shares: '75', value: '3816.00' },
  ],
  cashAfter: '4139.15',
  unassigned: {},
  unvaluedSymbols: [],
};

export const riskScore: RiskScore = {
  status: 'SCORED',
  score: 4,
  beforeCap: 4,
  components: [
    {
      part: 'MARKET_RISK',
      points: 4,
      measured: 0.1387,
      explanation: 'Prices moved like 13.9 % a year: market risk class 4 of 7.',
    },
    {
      part: 'CONCENTRATION',
      points: 0,
      measured: 0.17,
      explanation: 'The positions spread risk like 5.9 equal ones.',
    },
    {
      part: 'LEVERAGE',
      points: 0,
      measured: 0.957,
      explanation: 'Positions are 0.96 times your own money.',
    },
  ],
  volatility: 0.1387,
  monthlyLoss: 0.0605,
  monthlyShortfall: 0.088,
  maximumDrawdown: 0.2869,
  sentence:
    'In 1 month out of 20 expect to lose 5,914 USD or more; in such a month 8,603 USD on average (not a worst case).',
  observations: 1259,
  from: '2021-11-23',
  to: '2026-11-19',
  symbolsWithoutHistory: [],
  liquidity: {
    participation: 0.2,
    withinADay: 0.92,
    slowest: [{ symbol: 'XCRD', days: 2.4 }],
    symbolsWithoutVolume: [],
    sentence: '92 % could be sold within a day.',
  },
  simulated: true,
};

export const recommendations: Recommendation[] = [
  {
    id: '0198a000-0000-7000-8000-000000000301',
    rule: 'SINGLE_POSITION',
    title: 'One position is large',
    subject: 'ORBX',
    unit: 'FRACTION',
    measured: 0.321,
    threshold: 0.2,
    affectedAmount: '31385.95',
    currency: 'USD',
    reason: 'If ORBX halves, the portfolio loses 16.1 %. One company can fail; a spread of them hardly does.',
    trades: [{ symbol: 'ORBX', side: 'SELL', amount: '11830.84' }],
    effect: {
      measuredBefore: 0.321,
      measuredAfter: 0.2,
      riskScoreBefore: 5,
      riskScoreAfter: 4,
      volatilityBefore: 0.162,
      volatilityAfter: 0.139,
      cashAfter: '16041.39',
    },
  },
  {
    id: '0198a000-0000-7000-8000-000000000302',
    rule: 'CASH_HIGH',
    title: 'Much lies idle as cash',
    unit: 'FRACTION',
    measured: 0.18,
    threshold: 0.15,
    affectedAmount: '17599.60',
    currency: 'USD',
    reason: 'Cash loses to inflation what it does not earn.',
    trades: [{ symbol: 'XWLD', side: 'BUY', amount: '2933.27' }],
    effect: {
      measuredBefore: 0.18,
      measuredAfter: 0.15,
      riskScoreBefore: 4,
      riskScoreAfter: 4,
      volatilityBefore: 0.139,
      volatilityAfter: 0.142,
      cashAfter: '14666.33',
    },
  },
  {
    id: '0198a000-0000-7000-8000-000000000303',
    rule: 'STALE_PRICES',
    title: 'Prices are old',
    unit: 'FRACTION',
    measured: 0.08,
    threshold: 0.05,
    affectedAmount: '7822.04',
    currency: 'USD',
    reason: 'What is valued at an old price may be worth less by now.',
    trades: [],
  },
];

export const rules: Rule[] = [
  {
    rule: 'SINGLE_POSITION',
    title: 'One position is large',
    unit: 'FRACTION',
    threshold: 0.2,
    defaultThreshold: 0.2,
  },
  { rule: 'CHURN', title: 'You trade often', unit: 'COUNT', threshold: 30, defaultThreshold: 20 },
];

export const transactions: Transaction[] = [
  {
    accountId: standardAccount,
    id: '0198a000-0000-7000-8000-000000000401',
    date: '2024-02-15',
    type: 'BUY',
    symbol: 'XWLD',
    quantity: '60',
    price: '98.20',
    currency: 'USD',
    fee: '1.00',
    amount: '5893.00',
    note: 'monthly saving',
  },
  {
    accountId: standardAccount,
    id: '0198a000-0000-7000-8000-000000000400',
    date: '2024-01-02',
    type: 'DEPOSIT',
    currency: 'USD',
    amount: '25000.00',
  },
];

export const hits: SearchHit[] = [
  {
    kind: 'TRANSACTION',
    id: '0198a000-0000-7000-8000-000000000401',
    portfolioId: sample.id,
    title: 'XWLD',
    text: 'monthly saving',
    date: '2024-02-15',
    score: 0.8,
  },
  { kind: 'HOLDING', portfolioId: sample.id, title: 'ORBX', text: 'Orbix Semiconductors', score: 0.5 },
];
