import type { ScheduleRequest } from '@/api/types';

/** What is worth asking again and again, the most usual first. */
export const kinds = [
  'risk',
  'portfolio-report',
  'stress',
  'var-backtest',
  'monte-carlo',
  'optimization',
  'backtest',
  'factor',
  'leverage',
] as const;
export type ScheduledKind = (typeof kinds)[number];

export const weekdays = [
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
  'SUNDAY',
] as const;
export type Weekday = (typeof weekdays)[number];
export const cadences = ['DAILY', 'WEEKLY'] as const;

/** What the form holds. */
export type Draft = {
  name: string;
  kind: ScheduledKind;
  cadence: (typeof cadences)[number];
  dayOfWeek: Weekday;
  time: string;
};

export const firstDraft: Draft = {
  name: '',
  kind: 'risk',
  cadence: 'DAILY',
  dayOfWeek: 'MONDAY',
  time: '07:30',
};

/** The request for a draft; a name that was left empty is the one that is offered. */
export function requestFor(
  draft: Draft,
  portfolioId: string,
  zone: string,
  offered: string,
): ScheduleRequest {
  const { kind, cadence, dayOfWeek, time } = draft;
  return {
    name: draft.name.trim() || offered,
    request: { kind, portfolioId },
    cadence,
    ...(cadence === 'WEEKLY' ? { dayOfWeek } : {}),
    time,
    zone,
  };
}

export const isTime = (text: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
