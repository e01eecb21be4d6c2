import { beforeEach, describe, expect, it } from 'vitest';
import { riskResult } from '../../../../mocks/fixtures';
import { setLocale } from '@/shared/format/format';
import { choices, currencyOf, headline, oneIn, riskiest, topContributions, words } from './result';

describe('a risk result', () => {
  beforeEach(() => setLocale('en-US'));

  it('is headed by one month in twenty, by what really happened', () => {
    expect(headline(riskResult)).toMatchObject({ method: 'HISTORICAL', confidence: 0.95, horizonDays: 21 });
  });

  it('is headed by what there is when another question was asked', () => {
    const [, ...others] = riskResult.valueAtRisk.filter((figure) => figure.horizonDays === 1);
    expect(headline({ ...riskResult, valueAtRisk: others })).toBe(others[0]);
  });

  it('offers each method, confidence and period once', () => {
    expect(choices(riskResult)).toEqual({
      methods: ['HISTORICAL', 'NORMAL'],
      confidences: [0.95, 0.99],
      horizons: [1, 10, 21],
    });
    expect([0.95, 0.99, 0.975].map(oneIn)).toEqual([20, 100, 40]);
  });

  it('keeps its contributions adding up when the small ones are put together', () => {
    const { rows, rest } = topContributions(riskResult, 3);
    const all = riskResult.contributions.reduce((sum, row) => sum + row.share, 0);
    expect(rows).toHaveLength(3);
    expect(rest?.count).toBe(6);
    expect(rows.reduce((sum, row) => sum + row.share, rest?.share ?? 0)).toBeCloseTo(all, 12);
  });

  it('names the holding whose risk is furthest beyond its money, not the largest one', () => {
    expect(riskiest(riskResult)?.symbol).toBe('BYTC');
  });

  it('has no currency when only weights were asked about', () => {
    expect(currencyOf(riskResult)).toBe('USD');
    const weightsOnly = {
      ...riskResult,
      inputs: { ...riskResult.inputs, value: { amount: 1, currency: 'USD' } },
    };
    expect(currencyOf(weightsOnly)).toBeUndefined();
  });

  it('says that its data are simulated by a label, not in its first sentence', () => {
    expect(words(riskResult)[0]).toMatch(/^In 1 month out of 20 .*6\.1 %/);
    expect(words({ ...riskResult, provenance: { ...riskResult.provenance, simulated: false } })).toHaveLength(
      4,
    );
  });
});
