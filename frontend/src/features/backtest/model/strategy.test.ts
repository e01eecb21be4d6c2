import { describe, expect, it } from 'vitest';
import { faults, parametersOf, strategyOf } from './strategy';

const rule = strategyOf(undefined);

describe('a rule on the past', () => {
  it('is asked with what its kind takes, costs in percent', () => {
    expect(parametersOf({ ...rule, benchmark: ' xwld ', fee: '0.25' })).toEqual({
      strategy: 'ALLOCATION',
      rebalancing: 'YEARLY',
      fee: 0.0025,
      benchmark: 'XWLD',
    });
    expect(parametersOf({ ...rule, strategy: 'MOVING_AVERAGE_CROSS', fast: '20', slow: '100' })).toEqual({
      strategy: 'MOVING_AVERAGE_CROSS',
      fast: 20,
      slow: 100,
      fee: 0.001,
    });
  });

  it('has a fast average that is faster than the slow one', () => {
    expect(faults(rule)).toEqual({});
    expect(faults({ ...rule, fast: '200', slow: '200' })).toEqual({});
    const cross = { ...rule, strategy: 'MOVING_AVERAGE_CROSS' as const };
    expect(faults({ ...cross, fast: '200', slow: '200' })).toEqual({ slow: 'order' });
    expect(faults({ ...cross, fast: '1.5', fee: '21' })).toEqual({ fast: 'range', fee: 'range' });
  });
});
