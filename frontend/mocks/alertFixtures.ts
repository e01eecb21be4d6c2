import type { Alert, AlertChannels, AlertRule, Webhook } from '@/api/types';
import { sample } from './fixtures';

const times = { createdAt: '2026-11-20T20:00:00Z', updatedAt: '2026-11-20T20:00:00Z' };
const base = {
  urgent: false,
  enabled: true,
  state: 'ARMED' as const,
  stateSince: '2026-11-20T20:00:00Z',
  firings: 0,
  ...times,
};
const id = (last: number) => `0198a000-0000-7000-8000-0000000006${String(last).padStart(2, '0')}`;

/** One rule of each kind. */
export const rules: AlertRule[] = [
  {
    ...base,
    id: id(1),
    name: 'ORBX is cheap',
    kind: 'PRICE',
    symbol: 'ORBX',
    direction: 'BELOW',
    threshold: '150',
    rearmMargin: '0.75',
    state: 'TRIGGERED',
    stateSince: '2026-11-20T20:30:00Z',
    lastValue: '148.20',
    rearmsAt: '150.75',
    firings: 2,
    sentence: 'The price of ORBX is below 150.',
  },
  {
    ...base,
    id: id(2),
    name: 'NOVA moves',
    kind: 'PERCENT_MOVE',
    symbol: 'NOVA',
    direction: 'EITHER',
    threshold: '0.05',
    windowMinutes: 60,
    sentence: 'NOVA moves by 5 % or more within 60 minutes.',
  },
  {
    ...base,
    id: id(3),
    name: 'Down a tenth',
    kind: 'DRAWDOWN',
    portfolioId: sample.id,
    threshold: '0.1',
    since: '2026-11-20',
    sentence: 'Sample portfolio is 10 % or more below its highest value since 20 November 2026.',
  },
  {
    ...base,
    id: id(4),
    name: 'A bad day',
    kind: 'VALUE_AT_RISK',
    portfolioId: sample.id,
    measure: 'LOSS_BEYOND',
    threshold: '1',
    confidence: '0.95',
    problem: 'There is no stored value at risk yet.',
    sentence: 'Today’s loss of Sample portfolio is beyond its one-day value at risk (95 %).',
  },
  {
    ...base,
    id: id(5),
    name: 'Off course',
    kind: 'DRIFT',
    portfolioId: sample.id,
    threshold: '0.05',
    sentence: 'A part of Sample portfolio is 5 points or more away from its target.',
  },
  {
    ...base,
    id: id(6),
    name: 'Close to a call',
    kind: 'MARGIN_DISTANCE',
    portfolioId: sample.id,
    measure: 'STATE',
    marginState: 'WARNING',
    urgent: true,
    sentence: 'The margin of Sample portfolio is in the state WARNING or worse.',
  },
  {
    ...base,
    id: id(7),
    name: 'Old prices',
    kind: 'STALE_DATA',
    portfolioId: sample.id,
    threshold: '30',
    sentence: 'A price in Sample portfolio is older than 30 minutes.',
  },
];

export const alerts: Alert[] = [
  {
    id: id(51),
    ruleId: id(6),
    kind: 'MARGIN_DISTANCE',
    title: 'Margin call: Sample portfolio',
    message: 'The margin of Sample portfolio is in the state CALL: 1,000.00 USD is missing.',
    urgent: true,
    portfolioId: sample.id,
    observedAt: '2026-11-20T20:40:00Z',
    at: '2026-11-20T20:40:01Z',
    deliveries: [
      {
        id: id(61),
        channel: 'IN_APP',
        status: 'DELIVERED',
        createdAt: '2026-11-20T20:40:01Z',
        attempts: 1,
        deliveredAt: '2026-11-20T20:40:01Z',
      },
      {
        id: id(62),
        channel: 'WEBHOOK',
        webhookId: id(71),
        status: 'FAILED',
        createdAt: '2026-11-20T20:40:01Z',
        attempts: 3,
        lastError: 'The other side answered 500.',
        log: [
          { number: 1, at: '2026-11-20T20:40:02Z', outcome: 'REFUSED', statusCode: 500, millis: 84 },
          { number: 2, at: '2026-11-20T20:40:12Z', outcome: 'REFUSED', statusCode: 500, millis: 71 },
        ],
      },
    ],
  },
  {
    id: id(52),
    ruleId: id(1),
    kind: 'PRICE',
    title: 'ORBX is cheap',
    message: 'The price of ORBX is 148.20, below 150.',
    urgent: false,
    symbol: 'ORBX',
    value: '148.20',
    threshold: '150',
    observedAt: '2026-11-20T20:30:00Z',
    at: '2026-11-20T20:30:00Z',
    readAt: '2026-11-20T20:31:00Z',
    deliveries: [
      {
        id: id(63),
        channel: 'IN_APP',
        status: 'DELIVERED',
        createdAt: '2026-11-20T20:40:01Z',
        attempts: 1,
        deliveredAt: '2026-11-20T20:30:00Z',
      },
    ],
  },
];

export const channels: AlertChannels = {
  email: { available: true, enabled: true, address: 'ada@example.com', ofAccount: true },
  webhooksAllowed: 5,
};

export const webhook: Webhook = {
  id: id(71),
  url: 'https://hooks.example.com/riskwatch',
  description: 'The team’s chat',
  enabled: true,
  failuresInARow: 3,
  observesQuietHours: true,
  createdAt: '2026-11-20T20:00:00Z',
};
