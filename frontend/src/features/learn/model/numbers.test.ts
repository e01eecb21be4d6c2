import { beforeAll, describe, expect, it } from 'vitest';
import { riskResult } from '../../../../mocks/fixtures';
import { performance } from '../../../../mocks/performanceFixtures';
import { setLocale } from '@/shared/format/format';
import { numbersOf } from './numbers';

beforeAll(() => setLocale('en-US'));

describe('one’s own figures', () => {
  it('are those of the check, in words that fit a sentence', () => {
    const own = numbersOf(riskResult, performance);
    const { maxDrawdown, annualVolatility } = riskResult.performance;
    expect(own.observations).toBe(riskResult.provenance.observations.toLocaleString('en-US'));
    expect(own.volatility).toBe(`${(annualVolatility * 100).toFixed(1)}%`);
    expect(own.drawdown).toBe(`${Math.abs(maxDrawdown * 100).toFixed(1)}%`);
    expect(own.callLoss).toBe('33%');
    expect(own.var).toMatch(/^\$[\d,]+$/);
  });

  it('tell how far it is back up from the deepest fall', () => {
    const fallen = { ...riskResult, performance: { ...riskResult.performance, maxDrawdown: -0.5 } };
    expect(numbersOf(fallen, undefined).recovery).toBe('+100%');
  });

  it('say nothing of what is not known', () => {
    const performance = { ...riskResult.performance, alpha: undefined, beta: undefined, cagr: -0.02 };
    const own = numbersOf({ ...riskResult, performance }, undefined);
    expect(own).not.toHaveProperty('beta');
    expect(own).not.toHaveProperty('alpha');
    expect(own).not.toHaveProperty('doubling');
    expect(own).not.toHaveProperty('twr');
  });

  it('find the two holdings that move together most', () => {
    const correlation = {
      symbols: ['A', 'B', 'C'],
      matrix: [
        [1, 0.2, 0.9],
        [0.2, 1, -0.4],
        [0.9, -0.4, 1],
      ],
    };
    expect(numbersOf({ ...riskResult, correlation }, undefined)).toMatchObject({
      pair: 'A / C',
      pairCorrelation: '0.90',
    });
  });
});
