import type { Instrument, MarketQuote, PriceHistory, PriceProvider, PriceQuality } from '@/api/types';

export const instruments: Instrument[] = [
  {
    symbol: 'ORBX',
    exchange: 'XSIM',
    name: 'Orbix Software',
    type: 'EQUITY',
    currency: 'USD',
    lotSize: 1,
    provider: 'xsim',
    simulated: true,
  },
  {
    symbol: 'AAPL',
    exchange: 'XNAS',
    name: 'Apple Inc',
    type: 'EQUITY',
    currency: 'USD',
    lotSize: 1,
    provider: 'twelve-data',
    simulated: false,
  },
];

export const quote = (symbol: string): MarketQuote => ({
  symbol,
  price: 187.23,
  currency: 'USD',
  asOf: '2026-11-20T14:02:00Z',
  previousClose: 185,
  change: 2.23,
  changeFraction: 0.012054,
  provider: 'xsim',
  simulated: true,
  stale: false,
});

/** Before its split the share traded at four times the price. */
export const history = (symbol: string, adjustment: PriceHistory['adjustment']): PriceHistory => ({
  symbol,
  currency: 'USD',
  provider: 'xsim',
  simulated: true,
  adjustment,
  from: '2026-11-17',
  to: '2026-11-19',
  splits: [{ date: '2026-11-18', newShares: 4, oldShares: 1 }],
  dividends: [],
  announced: [],
  points: [
    { date: '2026-11-17', close: adjustment === 'RAW' ? 720 : 180 },
    { date: '2026-11-18', close: 182 },
    { date: '2026-11-19', close: 185 },
  ],
});

export const quality = (symbol: string): PriceQuality => ({
  symbol,
  provider: 'xsim',
  currency: 'USD',
  observations: 3,
  tradingDays: 3,
  counts: symbol === 'AAPL' ? { SPIKE: 1 } : {},
  findings:
    symbol === 'AAPL'
      ? [
          {
            kind: 'SPIKE',
            from: '2026-11-18',
            to: '2026-11-18',
            days: 1,
            detail: 'up 40 % and back on the next day',
          },
        ]
      : [],
});

export const providers: PriceProvider[] = [
  {
    name: 'xsim',
    state: 'READY',
    simulated: true,
    capabilities: ['QUOTE', 'DAILY_BARS', 'STREAM'],
    assetClasses: ['EQUITY'],
  },
  {
    name: 'twelve-data',
    state: 'DELAYED',
    simulated: false,
    capabilities: ['QUOTE', 'DAILY_BARS', 'STREAM'],
    assetClasses: ['EQUITY'],
    credits: { leftThisMinute: 3, perMinute: 8, leftToday: 412, perDay: 800 },
    delayedSince: '2026-11-20T14:02:00Z',
  },
  {
    name: 'yahoo',
    state: 'NOT_CONFIGURED',
    simulated: false,
    capabilities: ['QUOTE', 'DAILY_BARS'],
    assetClasses: ['EQUITY'],
  },
];
