import { expect, it } from 'vitest';
import { firstDraft, isTime, requestFor } from './timetable';

it('asks every day at a time without naming a day of the week', () => {
  expect(requestFor({ ...firstDraft, name: '  ' }, 'p', 'Europe/Berlin', 'Risk check of Mine')).toEqual({
    name: 'Risk check of Mine',
    request: { kind: 'risk', portfolioId: 'p' },
    cadence: 'DAILY',
    time: '07:30',
    zone: 'Europe/Berlin',
  });
});

it('asks every week on the day that was chosen', () => {
  const weekly = { ...firstDraft, cadence: 'WEEKLY', dayOfWeek: 'FRIDAY', name: 'Friday' } as const;
  expect(requestFor(weekly, 'p', 'UTC', '')).toMatchObject({ dayOfWeek: 'FRIDAY', name: 'Friday' });
});

it('knows a time of day', () => {
  expect(['07:30', '23:59', '00:00'].every(isTime)).toBe(true);
  expect(['24:00', '7:30', '', '07:60'].some(isTime)).toBe(false);
});
