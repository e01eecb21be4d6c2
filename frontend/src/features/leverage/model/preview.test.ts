import { describe, expect, it } from 'vitest';
import type { LeverageResult } from '@/api/types';
import example from '../../../../../analytics-worker/contract/result/examples/leverage.json';
import { leverageToday, pointsOf, previewOf } from './preview';

const result = example as unknown as LeverageResult;
const terms = { maintenance: 0.25, interestRate: 0.06, initial: 0.5 };

describe('what the slider says before anything is computed', () => {
  it('agrees with the worker at every leverage of its grid', () => {
    for (const row of result.grid) {
      const said = previewOf({ ...terms, leverage: row.leverage }, result);
      if (row.loan > 0) expect(said.distanceToCall).toBeCloseTo(row.distanceToCall, 12);
      expect(said.interestOfOwn * 10_000).toBeCloseTo(row.interestPerYear, 8);
      expect(said.callShare).toBe(row.callShare.value);
    }
  });

  it('reads the years with a call between two leverages of the grid, and never beyond it', () => {
    expect(previewOf({ ...terms, leverage: 2.75 }, result).callShare).toBeCloseTo((0.0205 + 0.2125) / 2, 12);
    expect(previewOf({ ...terms, leverage: 3.5 }, result).callShare).toBeUndefined();
  });

  it('says nothing of years that were simulated on other terms', () => {
    expect(previewOf({ ...terms, maintenance: 0.3, leverage: 2 }, result).callShare).toBeUndefined();
    expect(previewOf({ ...terms, leverage: 2 }, undefined).callShare).toBeUndefined();
  });

  it('knows no call without a loan, and no distance below nought', () => {
    expect(previewOf({ ...terms, leverage: 1 }, result)).toMatchObject({
      distanceToCall: undefined,
      interestOfOwn: 0,
    });
    expect(previewOf({ ...terms, leverage: 8 }, result).distanceToCall).toBe(0);
  });
});

it('the picture has every leverage once, rising, with what was asked among them', () => {
  const asked = { ...result.asked, leverage: 2.2 };
  expect(pointsOf({ ...result, asked }).map((row) => row.leverage)).toEqual([
    1, 1.25, 1.5, 1.75, 2, 2.2, 2.5, 3,
  ]);
});

it('today’s leverage counts a debt in cash and never falls below no loan', () => {
  const weighing = (cashWeight: number) => ({ ...result, inputs: { ...result.inputs, cashWeight } });
  expect(leverageToday(weighing(-0.4))).toBeCloseTo(1.4, 12);
  expect(leverageToday(weighing(0.2))).toBe(1);
});
