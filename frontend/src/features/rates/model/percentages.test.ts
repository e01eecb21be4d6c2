import { describe, expect, it } from 'vitest';
import { toFraction, toPercentage } from './percentages';

describe('percentages', () => {
  it.each([
    ['40', '0.4'],
    ['5', '0.05'],
    ['0.5', '0.005'],
    ['100', '1'],
    ['1000', '10'],
    ['33,3333', '0.333333'],
    ['007', '0.07'],
    ['0', '0'],
    ['12.', '0.12'],
  ])('%s %% is %s', (typed, fraction) => expect(toFraction(typed)).toBe(fraction));

  it.each(['', 'much', '-3', '1e2', '4 0', '.', '12345'])('%j is no percentage', (typed) =>
    expect(toFraction(typed)).toBeUndefined(),
  );

  it.each([
    ['0.4', '40'],
    ['0.05', '5'],
    ['0.005', '0.5'],
    ['1', '100'],
    ['10', '1000'],
    ['0.333333', '33.3333'],
    ['0', '0'],
  ])('%s is %s %%', (fraction, typed) => expect(toPercentage(fraction)).toBe(typed));

  it('says nothing of what is not set', () => expect(toPercentage(undefined)).toBe(''));
});
