import type { Client, Margin, MarginEvent } from '@/api/types';

export const marginPortfolio = '0198a000-0000-7000-8000-000000000010';
export const clientPortfolio = '0198a000-0000-7000-8000-000000000310';

/** 200 shares at 100 on a loan of 10,000: the worked example of the margin contract. */
export const calm: Margin = {
  timestamp: '2026-11-20T21:00:05Z',
  portfolioId: marginPortfolio,
  currency: 'USD',
  portfolioValue: '20000.00',
  loanAmount: '10000.00',
  netEquity: '10000.00',
  marginRequirement: '5000.00',
  marginShortfall: '0.00',
  marginCallTriggered: false,
  utilization: 0.5,
  state: 'OK',
  loanIsSet: false,
  buffer: '5000.00',
  triggerValue: '13333.33',
  distanceToCall: 0.3333333335,
  cures: [],
  pricesAsOf: '2026-11-20T21:00:03Z',
  staleSymbols: [],
  closedSymbols: [],
  unknownSymbols: [],
  messages: [],
  simulated: true,
  rules: {
    watchFrom: 0.7,
    warningFrom: 0.9,
    concentratedFrom: 1,
    concentrationAddOn: 0,
    minimumEquity: '2000.00',
  },
  initial: { requirement: '10000.00', excess: '0.00', buyingPower: '0.00', belowMinimumEquity: false },
  portfolioMargin: {
    requirement: '3000.00',
    eligible: false,
    equityNeeded: '100000.00',
    difference: '-2000.00',
    groups: [
      {
        underlying: 'ORBX',
        riskClass: 'EQUITY',
        worstMove: -0.15,
        worstLoss: '3000.00',
        minimum: '0.00',
        requirement: '3000.00',
      },
    ],
    unpricedOptions: [],
  },
  interest: {
    rate: 0.06,
    dayCount: 360,
    since: '2026-11-01',
    accrued: '33.33',
    perYear: '608.33',
    leftOut: [],
  },
  intraday: {
    regime: 'INTRADAY_DEFICIT',
    effective: '2026-06-04',
    phaseInEnds: '2027-10-20',
    level: '5000.00',
    rule: 'The requirement is to be met all day long.',
    deficits: [],
  },
  positions: [
    {
      symbol: 'ORBX',
      quantity: '200',
      price: '100.00',
      value: '20000.00',
      rate: 0.25,
      requirement: '5000.00',
      addOn: 0,
      basis: 'LONG',
      counted: true,
      houseRate: false,
      why: '25% of what is owned, the rule for everybody.',
      stale: false,
    },
  ],
};

/** The same at 60 a share. */
export const called: Margin = {
  ...calm,
  timestamp: '2026-11-20T21:02:00Z',
  portfolioValue: '12000.00',
  netEquity: '2000.00',
  buffer: '-1000.00',
  marginRequirement: '3000.00',
  marginShortfall: '1000.00',
  marginCallTriggered: true,
  utilization: 1.5,
  state: 'CALL',
  distanceToCall: -0.1111,
  cures: [
    { action: 'DEPOSIT_CASH', amount: '1000.00' },
    { action: 'ADD_SECURITIES', amount: '1333.34' },
    { action: 'SELL', amount: '4000.00' },
  ],
  positions: calm.positions.map((position) => ({
    ...position,
    price: '60.00',
    value: '12000.00',
    requirement: '3000.00',
  })),
};

/** The same at 45 a share: more is owed than everything is worth. */
export const ruined: Margin = {
  ...called,
  portfolioValue: '9000.00',
  netEquity: '-1000.00',
  buffer: '-3250.00',
  marginRequirement: '2250.00',
  marginShortfall: '3250.00',
  utilization: undefined,
  cures: [
    { action: 'DEPOSIT_CASH', amount: '3250.00' },
    { action: 'ADD_SECURITIES', amount: '4333.34' },
    { action: 'SELL', debtLeft: '1000.00' },
  ],
};

export const marginEvents: MarginEvent[] = [
  {
    id: '0198a000-0000-7000-8000-000000000401',
    at: '2026-11-19T15:30:10Z',
    before: 'WATCH',
    after: 'OK',
    symbol: 'ORBX',
    price: '98.40',
    currency: 'USD',
    portfolioValue: '19680.00',
    loanAmount: '10000.00',
    netEquity: '9680.00',
    marginRequirement: '4920.00',
    marginShortfall: '0.00',
    utilization: 0.508,
  },
];

const made = { createdAt: '2026-11-20T20:00:00Z', updatedAt: '2026-11-20T20:00:00Z' };
export const clients: Client[] = [
  {
    id: '0198a000-0000-7000-8000-000000000301',
    number: 1,
    name: 'Ada Fontaine',
    portfolioId: clientPortfolio,
    currency: 'USD',
    loan: '10000.00',
    notes: 'Prefers a call by phone.',
    ...made,
  },
  {
    id: '0198a000-0000-7000-8000-000000000302',
    number: 2,
    name: 'Boris Lindqvist',
    portfolioId: '0198a000-0000-7000-8000-000000000311',
    currency: 'USD',
    ...made,
  },
];
