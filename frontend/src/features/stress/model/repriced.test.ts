import { expect, it } from 'vitest';
import example from '../../../../../analytics-worker/contract/result/examples/stress-repriced.json';
import type { StressResult } from '@/api/types';
import { afterARise, bondsOf, optionsOf } from './repriced';

const result = example as unknown as StressResult;

it('options and bonds are told apart', () => {
  expect(optionsOf(result).map(({ symbol }) => symbol)).toEqual(['PUT', 'CALL']);
  expect(bondsOf(result).map(({ symbol }) => symbol)).toEqual(['BND']);
  expect([...optionsOf({}), ...bondsOf({})]).toEqual([]);
});

it('a bond of 10 years and convexity 120 loses 10% less 0.6% when its yield rises by a point', () => {
  expect(afterARise({ symbol: 'B', modifiedDuration: 10, convexity: 120 })).toBeCloseTo(-0.094, 12);
});
