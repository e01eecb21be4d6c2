import { describe, expect, it } from 'vitest';
import { holdings, valuation } from '../../../../mocks/fixtures';
import { liveHolding, liveValue } from './liveValue';

const holding = holdings.holdings[0];
if (!holding) throw new Error('the fixture has no holding');
const euro = { ...holding, price: '100', marketValue: '900.00', dayChange: '-90.00' }; // 10 pieces at 0.9

describe('a holding at the live price', () => {
  it('moves as its price does and keeps the exchange rate it was valued with', () => {
    expect(liveHolding(euro, () => ({ price: 110 }))).toEqual({
      value: expect.closeTo(990, 10) as number,
      dayChange: expect.closeTo(0, 10) as number,
      dayChangeFraction: expect.closeTo(0, 10) as number,
    });
  });

  it('stays at the service’s figures while there is no live price', () => {
    expect(liveHolding(euro, () => undefined)).toMatchObject({ value: 900, dayChange: -90 });
  });

  it('without a value stays unknown instead of becoming nought', () => {
    expect(liveHolding({ ...euro, marketValue: undefined }, () => ({ price: 110 })).value).toBeUndefined();
  });
});

describe('the whole portfolio', () => {
  it('moves by the sum of what its holdings moved, and yesterday stays where it was', () => {
    const moved = liveValue(valuation, holdings.holdings, (symbol) =>
      symbol === 'ORBX' ? { price: 188.23 } : undefined,
    );
    expect(moved.value - Number(valuation.value)).toBeCloseTo(60, 6); // 60 pieces, one dollar more
    expect(moved.value - moved.dayChange).toBeCloseTo(
      Number(valuation.value) - Number(valuation.dayChange),
      6,
    );
  });
});
