import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { StressResult } from '@/api/types';
import { isFine, parametersOf, worstFirst } from './shocks';

const example = JSON.parse(
  readFileSync(resolve('../analytics-worker/contract/result/examples/stress.json'), 'utf8'),
) as StressResult;

describe('the worker’s stress test', () => {
  it('has scenarios whose holdings add up to their loss, the worst first', () => {
    const sorted = worstFirst(example);
    expect(sorted.length).toBeGreaterThanOrEqual(12);
    expect(sorted[0]?.id).toBe('great-depression');
    for (const { loss, holdings, others } of sorted)
      expect(holdings.reduce((sum, it) => sum + it.loss, others)).toBeCloseTo(loss.fraction, 9);
  });
});

describe('a shock of one’s own', () => {
  it('is typed in percent and asked as decimals', () => {
    expect(parametersOf({ equities: '-20', rates: '1', reverse: '20' }, 'Mine')).toEqual({
      shocks: [{ name: 'Mine', classes: { EQUITY: -0.2 }, rates: 0.01 }],
      reverseLoss: 0.2,
    });
  });

  it('is not asked while it cannot be', () => {
    expect(parametersOf({ equities: '', rates: '1', reverse: '20' }, 'Mine')).toBeUndefined();
    expect([isFine('equities', '-96'), isFine('rates', '0.5'), isFine('reverse', '0')]).toEqual([
      false,
      true,
      false,
    ]);
  });
});
