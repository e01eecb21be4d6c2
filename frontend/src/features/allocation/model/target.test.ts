import { describe, expect, it } from 'vitest';
import { allocation, rebalancing } from '../../../../mocks/portfolioFixtures';
import { heldDraft, percentOf, rows, savedDraft, signedTrades, totalOf, weightsOf } from './target';

describe('a target', () => {
  it('is typed in percent, with a point or a comma', () => {
    expect(['12.5', '12,5', ' 40 % ', '', '0'].map(percentOf)).toEqual([12.5, 12.5, 40, 0, 0]);
    expect(['-5', 'ten', '1e2', '12.5.1'].map(percentOf)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('is complete when its shares add up to the whole, however they are split', () => {
    expect(totalOf({ A: '33.33', B: '33,33', C: '33.34' })).toBe(100);
    expect(weightsOf({ A: '0.1', B: '0.2', C: '99.7' })).toEqual({ A: 0.001, B: 0.002, C: 0.997 });
    expect(weightsOf({ A: '60', B: '40', C: '' })).toEqual({ A: 0.6, B: 0.4 });
    expect(weightsOf({ A: '60', B: '39.9' })).toBeUndefined();
    expect(weightsOf({ A: '60', B: 'forty' })).toBeUndefined();
  });

  it('starts from what is held, and that adds up to 100 for any mix', () => {
    let seed = 7;
    const uniform = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
    for (let round = 0; round < 200; round += 1) {
      const weights = Array.from({ length: 1 + (round % 12) }, uniform);
      const whole = weights.reduce((sum, weight) => sum + weight, 0);
      const draft = heldDraft({
        slices: weights.map((weight, index) => ({
          key: `K${index}`,
          symbols: [],
          value: '0',
          weight: weight / whole,
        })),
      });
      expect(totalOf(draft)).toBe(100);
      for (const [index, weight] of weights.entries())
        expect(Math.abs(Number(draft[`K${index}`]) - (weight / whole) * 100)).toBeLessThan(0.1);
    }
  });

  it('keeps a line for what is wanted and for what is held beside it', () => {
    const draft = savedDraft(allocation('class'), { by: 'class', weights: { ETF: '0.6', CASH: '0.1' } });
    expect(draft).toMatchObject({ ETF: '60', CASH: '10', EQUITY: '' });
  });
});

describe('an allocation beside its target', () => {
  it('tells the drift of each key, the unheld ones too, and they cancel out', () => {
    const target = { by: 'class', weights: { ETF: '0.5', BOND: '0.3', FUND: '0.2' } };
    const all = rows(allocation('class'), target);
    expect(all.find(({ key }) => key === 'FUND')).toMatchObject({ held: 0, target: 0.2, drift: -0.2 });
    expect(all.reduce((sum, { drift }) => sum + (drift ?? 0), 0)).toBeCloseTo(0, 9);
  });

  it('tells none where the target is about something else', () => {
    const all = rows(allocation('currency'), { by: 'class', weights: { ETF: '1' } });
    expect(all.every(({ target }) => target === undefined)).toBe(true);
  });

  it('gives sales a negative quantity', () => {
    expect(signedTrades(rebalancing)).toEqual([
      { symbol: 'ORBX', quantity: -20 },
      { symbol: 'XGOV', quantity: 75 },
    ]);
  });
});
