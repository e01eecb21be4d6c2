import { describe, expect, it } from 'vitest';
import { recommendations } from '../../../../mocks/portfolioFixtures';
import { measured, mostTelling, thresholdOf, thresholdText } from './measure';

describe('what a rule measures', () => {
  it('is told in its unit', () => {
    expect(measured(0.321, 'FRACTION')).toBe('32.1%');
    expect(measured(1.5, 'RATIO')).toBe('1.50×');
    expect(measured(7, 'COUNT')).toBe('7');
  });

  it('has a threshold that is typed as it is read, and comes back unchanged', () => {
    expect(thresholdOf('12,5 %', 'FRACTION')).toBe(0.125);
    expect(thresholdOf('2.5', 'COUNT')).toBeUndefined();
    expect(['', '-1', 'much'].map((text) => thresholdOf(text, 'FRACTION'))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    for (const value of [0, 0.005, 0.2, 0.95, 0.333])
      expect(thresholdOf(thresholdText(value, 'FRACTION'), 'FRACTION')).toBe(value);
  });
});

it('puts first what would lower the risk score, then what a trade would help with, then the larger amount', () => {
  const [single, cash, stale] = recommendations;
  if (!single || !cash || !stale) throw new Error('three are needed');
  expect(mostTelling([stale, cash, single]).map(({ rule }) => rule)).toEqual([
    'SINGLE_POSITION',
    'CASH_HIGH',
    'STALE_PRICES',
  ]);
  expect(mostTelling(recommendations, 1)).toHaveLength(1);
});
