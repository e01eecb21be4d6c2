import type { Gains, Income, Performance } from '@/api/types';
import { sample, standardAccount } from './fixtures';

/** The month of DOMAIN.md: 1,000 become 1,100, 500 more come on day 10, after 30 days it is 1,520. */
export const performance: Performance = {
  portfolioId: sample.id,
  baseCurrency: 'USD',
  from: '2026-01-01',
  to: '2026-01-31',
  days: 30,
  startValue: '0.00',
  endValue: '1520.00',
  paidIn: '1500.00',
  paidOut: '0.00',
  gain: '20.00',
  timeWeighted: { period: 0.045 },
  modifiedDietz: { period: 0.015 },
  moneyWeighted: { period: 0.015, annual: 0.1987, severalRates: false },
  sentences: [
    'Your holdings returned +4.50 % (time-weighted: whatever you paid in or out, and when).',
    'Your own money earned +1.50 % in these 30 days, which is +19.87 % a year (money-weighted, XIRR).',
    'They differ because of what you paid in and out: 500.00 USD came in on 2026-01-11. Your timing cost you 3.00 percentage points.',
  ],
  notes: [],
  drawdown: { depth: -0.05, peak: '2026-01-30', trough: '2026-01-31' },
  flows: [
    {
      date: '2026-01-01',
      day: 0,
      kind: 'DEPOSIT',
      currency: 'USD',
      amount: '1000',
      payment: '-1000.00',
      weight: 1,
    },
    {
      date: '2026-01-11',
      day: 10,
      kind: 'DEPOSIT',
      currency: 'USD',
      amount: '500',
      payment: '-500.00',
      weight: 2 / 3,
    },
    { date: '2026-01-31', day: 30, kind: 'END', payment: '1520.00', weight: 0 },
  ],
  flowCount: 3,
  points: [
    { date: '2026-01-01', value: '1000.00', index: 100 },
    { date: '2026-01-10', value: '1100.00', index: 110 },
    { date: '2026-01-11', value: '1600.00', index: 110 },
    { date: '2026-01-31', value: '1520.00', index: 104.5 },
  ],
  unpricedSymbols: [],
  missingRates: [],
  staleSymbols: [],
  simulated: true,
};

/** The same month beside an instrument that rose from 100 to 106: 500 came when it stood at 102. */
export const performanceBeside = (symbol: string): Performance => ({
  ...performance,
  benchmark: {
    symbol,
    from: '2026-01-01',
    period: 0.06,
    bought: { endValue: '1579.61', gain: '79.61', difference: '59.61' },
    simulated: true,
  },
  points: performance.points.map((point, index) => ({
    ...point,
    benchmarkIndex: [100, 101, 102, 106][index],
    benchmarkValue: ['1000.00', '1010.00', '1520.00', '1579.61'][index],
  })),
});

const gain = {
  price: '90.00',
  currency: '50.00',
  cross: '5.00',
  dividends: '12.00',
  interest: '0.00',
  fees: '-1.00',
  taxes: '-3.00',
  total: '153.00',
};

export const gains: Gains = {
  portfolioId: sample.id,
  baseCurrency: 'USD',
  from: '2026-01-01',
  to: '2026-01-31',
  total: gain,
  holdings: [{ key: 'RHNE', name: 'Rhone Maison', gain, contribution: 0.0153 }],
  cash: [],
  classes: [{ key: 'EQUITY', gain, contribution: 0.0153 }],
  accounts: [{ key: standardAccount, name: 'Main account', gain, contribution: 0.0153 }],
  holdingCount: 1,
  notes: [],
};

const received = { dividends: '12.00', interest: '0.00', withheld: '3.00', net: '9.00' };

export const income: Income = {
  portfolioId: sample.id,
  baseCurrency: 'USD',
  asOf: '2026-01-31',
  trailing: received,
  yieldOnCost: 0.012,
  months: [
    { month: '2025-12', received: { dividends: '0.00', interest: '0.00', withheld: '0.00', net: '0.00' } },
    { month: '2026-01', received },
  ],
  payers: [{ symbol: 'RHNE', payments: 1, last: '2026-01-15', received, yieldOnCost: 0.012 }],
  announced: [
    {
      date: '2026-03-02',
      symbol: 'QNTL',
      exDate: '2026-02-16',
      payDate: '2026-03-02',
      announcedOn: '2026-01-20',
      quantity: '8',
      perUnit: '0.25',
      currency: 'USD',
      amount: '2.00',
      gross: '2.00',
    },
  ],
  announcedTotal: '2.00',
  announcementsUnknown: [],
  expected: [{ date: '2027-01-15', symbol: 'RHNE', gross: '12.00', lastYear: '2026-01-15', estimate: true }],
  expectedTotal: '12.00',
  missingRates: [],
};
