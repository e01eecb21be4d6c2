import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  allowedPaths,
  defaultPlan,
  faults,
  moments,
  parametersOf,
  planOf,
  roundTarget,
  type SimulationResult,
  sliderEnd,
} from './plan';

const folder = resolve('../analytics-worker/contract/result/examples');
const results = readdirSync(folder)
  .map((name) => [name, JSON.parse(readFileSync(resolve(folder, name), 'utf8')) as SimulationResult] as const)
  .filter(([, result]) => result.kind === 'monte-carlo' || result.kind === 'goal');

describe('the worker’s simulations', () => {
  it('are there for this page, of both kinds', () =>
    expect(new Set(results.map(([, { kind }]) => kind))).toEqual(new Set(['monte-carlo', 'goal'])));

  it.each(results)('%s can be drawn and gone on from', (_name, result) => {
    const { dates, percentiles } = result.fan;
    for (const band of Object.values(percentiles)) expect(band).toHaveLength(dates.length);
    dates.forEach((_, index) => {
      const at = [percentiles.p5, percentiles.p25, percentiles.p50, percentiles.p75, percentiles.p95].map(
        (band) => band[index] ?? NaN,
      );
      expect(at).toEqual([...at].sort((a, b) => a - b));
    });
    const plan = planOf(result);
    expect(faults(plan)).toEqual({});
    expect(parametersOf(plan)).toMatchObject({
      years: result.years,
      model: result.model,
      target: result.target,
    });
  });
});

describe('a plan', () => {
  it('starts with twice the value, as one would name it', () => {
    expect([97_775.54, 1, 48_900, 1_240].map(roundTarget)).toEqual([200_000, 2, 98_000, 2_500]);
    expect(faults(defaultPlan(97_775.54))).toEqual({});
  });

  it('says what cannot be asked, field by field', () => {
    const plan = { ...defaultPlan(100), years: '61', monthly: 'a bit', target: '0' };
    expect(faults(plan)).toEqual({ years: 'years', monthly: 'number', target: 'target' });
    expect(faults({ ...plan, years: '1.5' }).years).toBe('years');
    expect(faults({ ...defaultPlan(100), monthly: '-250.50' })).toEqual({});
  });

  it('draws no more futures than the worker takes', () => {
    expect(allowedPaths('GBM', 60)).toEqual([1_000, 10_000, 100_000]);
    expect(allowedPaths('HESTON', 40)).toEqual([1_000]);
    expect(allowedPaths('HESTON', 3)).toEqual([1_000, 10_000, 100_000]);
    for (const years of [1, 10, 30, 60]) {
      const { paths } = parametersOf({
        ...defaultPlan(100),
        model: 'BLOCK_BOOTSTRAP',
        paths: 100_000,
        years: String(years),
      });
      expect((paths ?? 0) * years * 12 * 21).toBeLessThanOrEqual(100_000_000);
    }
  });

  it('has sliders that end at a round number, and a table that keeps both ends', () => {
    expect([1, 320, 4_889, 5_000, 97_775].map(sliderEnd)).toEqual([1, 500, 5_000, 5_000, 100_000]);
    expect(moments(61)).toEqual(Array.from({ length: 21 }, (_, index) => index * 3));
    expect(moments(12)).toHaveLength(12);
    expect(moments(44).at(-1)).toBe(43);
  });
});
