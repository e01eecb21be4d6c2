import type { Execution, Order, OrderEvent, PaperAccount, Portfolio } from '@/api/types';

export const paperPortfolio: Portfolio = {
  id: '0198a000-0000-7000-8000-000000000700',
  name: 'Paper account',
  baseCurrency: 'USD',
  sample: false,
  paper: true,
  createdAt: '2026-11-20T20:00:00Z',
  updatedAt: '2026-11-20T20:00:00Z',
};

export const paperAccount: PaperAccount = {
  portfolioId: paperPortfolio.id,
  currency: 'USD',
  cash: '81276.00',
  balances: [{ currency: 'USD', amount: '81276.00' }],
  longValue: '18800.00',
  shortValue: '0.00',
  equity: '100076.00',
  initialRequirement: '9400.00',
  maintenanceRequirement: '4700.00',
  reserved: '1750.00',
  buyingPower: '178852.00',
  margin: { state: 'OK', utilization: 0.047, shortfall: '0.00', remaining: '95376.00', call: false },
  startingCash: '100000.00',
  profit: '76.00',
  profitFraction: 0.00076,
  positions: [
    { symbol: 'ORBX', quantity: '100', price: '188.00', currency: 'USD', value: '18800.00', stale: false },
  ],
  staleSymbols: [],
  asOf: '2026-11-20T20:45:00Z',
};

const id = (last: number) => `0198a000-0000-7000-8000-0000000007${String(last).padStart(2, '0')}`;
const base = {
  portfolioId: paperPortfolio.id,
  symbol: 'ORBX',
  currency: 'USD',
  side: 'BUY' as const,
  quantity: '10',
  timeInForce: 'DAY' as const,
  filledQuantity: '0',
  remainingQuantity: '10',
  fees: '0',
  triggered: false,
  version: 1,
  system: false,
  createdAt: '2026-11-20T20:30:00Z',
  updatedAt: '2026-11-20T20:30:00Z',
};

export const orders: Order[] = [
  { ...base, id: id(1), type: 'LIMIT', limitPrice: '175', state: 'ACCEPTED', timeInForce: 'GTC' },
  {
    ...base,
    id: id(2),
    side: 'SELL',
    type: 'TRAILING_STOP',
    trailFraction: 0.05,
    currentStop: '178.60',
    quantity: '100',
    remainingQuantity: '100',
    state: 'ACCEPTED',
  },
  {
    ...base,
    id: id(3),
    type: 'MARKET',
    quantity: '100',
    filledQuantity: '100',
    remainingQuantity: '0',
    averagePrice: '187.23',
    fees: '1.00',
    state: 'FILLED',
  },
  {
    ...base,
    id: id(4),
    type: 'STOP_LIMIT',
    stopPrice: '200',
    limitPrice: '201',
    quantity: '9000',
    remainingQuantity: '9000',
    state: 'REJECTED',
    reason: {
      code: 'INSUFFICIENT_BUYING_POWER',
      message: 'It needs 904,500.00 USD of buying power; there are 178,852.00 USD.',
      field: 'quantity',
    },
  },
];

export const executions: Execution[] = [
  {
    id: id(51),
    orderId: id(3),
    symbol: 'ORBX',
    side: 'BUY',
    number: 1,
    quantity: '100',
    price: '187.23',
    tickPrice: '187.14',
    fee: '1.00',
    currency: 'USD',
    at: '2026-11-20T20:31:02Z',
    transactionId: id(61),
  },
];

export const orderEvents: OrderEvent[] = [
  { details: {}, at: '2026-11-20T20:30:00Z', kind: 'ENTERED', byName: 'Guest' },
  { details: {}, at: '2026-11-20T20:30:00Z', kind: 'ACCEPTED' },
];
