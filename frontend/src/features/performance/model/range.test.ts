import { describe, expect, it } from 'vitest';
import { firstDay } from './range';

const today = new Date('2026-03-15T23:30:00Z');

describe('a range', () => {
  it('starts at the close of the day before what it names', () => {
    expect(firstDay('ytd', today)).toBe('2025-12-31');
    expect(firstDay('year', today)).toBe('2025-03-15');
    expect(firstDay('quarter', today)).toBe('2025-12-15');
  });

  it('has no first day when it is all there is', () => {
    expect(firstDay('all', today)).toBeUndefined();
  });
});
