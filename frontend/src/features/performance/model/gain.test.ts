import { describe, expect, it } from 'vitest';
import { split } from './gain';

const part = {
  key: 'RHNE',
  name: 'Rhone Maison',
  gain: {
    price: '90.00',
    currency: '50.00',
    cross: '5.00',
    dividends: '12.00',
    interest: '0.00',
    fees: '-1.00',
    taxes: '-3.00',
    total: '153.00',
  },
};

describe('the gain in three', () => {
  it('stands as it is: 145 = 90 + 50 + 5', () => {
    expect(split(part, false)).toMatchObject({ price: 90, currency: 50, cross: 5, income: 12, costs: -4 });
  });

  it('shows what only both together explain within the currency, when it is merged', () => {
    expect(split(part, true)).toMatchObject({ price: 90, currency: 55, cross: undefined, total: 153 });
  });
});
