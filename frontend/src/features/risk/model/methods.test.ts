import { describe, expect, it } from 'vitest';
import { riskResult } from '../../../../mocks/fixtures';
import type { RiskResult } from '@/api/types';
import { answers, disagreement, silent } from './methods';

const month = { confidence: 0.95, horizonDays: 21 };
const withFractions = (fractions: Record<string, number>): RiskResult => ({
  ...riskResult,
  valueAtRisk: Object.entries(fractions).map(([method, fraction]) => ({
    ...month,
    method,
    fraction,
    amount: fraction,
    expectedShortfall: { fraction: fraction * 1.2, amount: fraction * 1.2 },
    flags: [],
  })),
});

describe('methods beside each other', () => {
  it('are in the order of what they say', () => {
    const sorted = answers(withFractions({ NORMAL: 0.06, HISTORICAL: 0.05, EWMA: 0.07 }), month);
    expect(sorted.map(({ method }) => method)).toEqual(['HISTORICAL', 'NORMAL', 'EWMA']);
  });

  it('agree within a quarter', () => {
    expect(disagreement(withFractions({ NORMAL: 0.08, HISTORICAL: 0.1 }), month)).toBeUndefined();
  });

  it('differ by their tails where one bends the bell curve and one does not', () => {
    const found = disagreement(withFractions({ NORMAL: 0.08, HISTORICAL: 0.101 }), month);
    expect(found).toMatchObject({ causes: ['TAILS'] });
    expect(found?.apart).toBeCloseTo(0.2625, 12);
  });

  it('differ by what the last weeks were like where one looks at those', () => {
    expect(disagreement(withFractions({ EWMA: 0.05, NORMAL: 0.1 }), month)?.causes).toEqual([
      'CALMER_LATELY',
    ]);
    expect(disagreement(withFractions({ NORMAL: 0.05, GARCH: 0.1 }), month)?.causes).toEqual([
      'WILDER_LATELY',
    ]);
    expect(disagreement(withFractions({ EWMA: 0.05, HISTORICAL: 0.1 }), month)?.causes).toEqual([
      'CALMER_LATELY',
      'TAILS',
    ]);
    expect(disagreement(withFractions({ HISTORICAL: 0.05, CORNISH_FISHER: 0.1 }), month)?.causes).toEqual([
      'ESTIMATE',
    ]);
  });

  it('say why they are silent', () => {
    const result = {
      ...riskResult,
      absent: { 'valueAtRisk.GARCH': 'too short', 'performance.beta': 'none' },
    };
    expect(silent(result)).toEqual([{ method: 'GARCH', reason: 'too short' }]);
  });
});
