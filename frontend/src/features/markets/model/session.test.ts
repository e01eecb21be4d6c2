import { describe, expect, it } from 'vitest';
import { closedSince } from './session';

const quote = { sessionCloses: '2026-11-27T18:00:00Z', nextOpens: '2026-11-30T14:30:00Z' };

describe('the session of a market', () => {
  it.each([
    ['2026-11-27T17:59:59Z', undefined],
    ['2026-11-27T18:00:00Z', quote.sessionCloses],
    ['2026-11-30T14:29:59Z', quote.sessionCloses],
    ['2026-11-30T14:30:00Z', undefined],
  ])('at %s is over since %s', (now, since) => {
    expect(closedSince(quote, new Date(now))).toBe(since);
  });

  it('never ends where a market never rests', () => {
    expect(closedSince({}, new Date('2026-11-28T12:00:00Z'))).toBeUndefined();
  });
});
