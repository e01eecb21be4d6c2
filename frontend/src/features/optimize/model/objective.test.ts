import { describe, expect, it } from 'vitest';
import { fieldsOf, parametersOf, wishOf } from './objective';

const wish = wishOf(undefined);

describe('what should be better', () => {
  it('leaves to the service what is not said', () => {
    expect(parametersOf(wish)).toEqual({ objective: 'TARGET_RISK' });
  });

  it('is asked in percent and sent as a fraction', () => {
    expect(parametersOf({ ...wish, volatility: '12', upper: '40' })).toEqual({
      objective: 'TARGET_RISK',
      targetVolatility: 0.12,
      constraints: { upper: 0.4 },
    });
    expect(parametersOf({ ...wish, volatility: 'twelve' })).toBeUndefined();
    expect(parametersOf({ ...wish, upper: '0' })).toBeUndefined();
  });

  it('sends nothing that its objective does not take', () => {
    expect(fieldsOf('HRP')).toEqual([]);
    expect(parametersOf({ ...wish, objective: 'HRP', volatility: 'x', upper: '40' })).toEqual({
      objective: 'HRP',
    });
    expect(parametersOf({ ...wish, objective: 'TARGET_RETURN', volatility: '12', return: '4.5' })).toEqual({
      objective: 'TARGET_RETURN',
      targetReturn: 0.045,
    });
  });

  it('goes on from the one that was answered', () => {
    expect(
      wishOf({ objective: 'TARGET_RETURN', targetReturn: 0.07, constraints: { lower: 0, upper: 0.35 } }),
    ).toEqual({ objective: 'TARGET_RETURN', volatility: '', return: '7', upper: '35' });
  });
});
