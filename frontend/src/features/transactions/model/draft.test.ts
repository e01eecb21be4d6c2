import { describe, expect, it } from 'vitest';
import { draftOf, emptyDraft, faults, fieldsOf, requestOf, tradeAmount, typed, types } from './draft';

const buy = {
  ...emptyDraft('BUY', '2026-11-20', 'USD'),
  symbol: ' orbx ',
  quantity: '40',
  price: '120.50',
  fee: '1',
};

describe('a transaction that is typed', () => {
  it('asks each type for what it has, and says what is missing', () => {
    expect(fieldsOf('SPLIT')).toEqual(['symbol', 'quantity', 'quantityPer', 'cashInLieu']);
    expect(faults(emptyDraft('DEPOSIT', '2026-11-20', 'USD'))).toEqual({ amount: 'missing' });
    expect(faults({ ...buy, price: '' })).toEqual({ price: 'priceOrAmount' });
    expect(faults({ ...buy, price: '', amount: '4821' })).toEqual({});
    for (const type of types) expect(Object.keys(faults(emptyDraft(type, '', 'USD')))).toContain('date');
  });

  it('takes decimals with a point only: a comma could be either', () => {
    expect(faults({ ...buy, quantity: '1,234' })).toEqual({ quantity: 'number' });
    expect(faults({ ...buy, quantity: '1e3' })).toEqual({ quantity: 'number' });
    expect(faults({ ...buy, currency: 'dollar' })).toEqual({ currency: 'currency' });
  });

  it('is sent without what its type does not have', () => {
    expect(requestOf(buy)).toEqual({
      date: '2026-11-20',
      type: 'BUY',
      symbol: 'ORBX',
      quantity: '40',
      price: '120.50',
      fee: '1',
      currency: 'USD',
    });
    expect(requestOf({ ...buy, type: 'DEPOSIT', amount: '10' })).toEqual({
      date: '2026-11-20',
      type: 'DEPOSIT',
      amount: '10',
      currency: 'USD',
    });
  });

  it('keeps every digit of what it was', () => {
    const digits = '123456789.0123456789';
    const draft = draftOf({
      accountId: '0198a000-0000-7000-8000-000000000150',
      date: '2026-11-20',
      type: 'BUY',
      currency: 'USD',
      symbol: 'A',
      quantity: digits,
    });
    expect(requestOf(draft).quantity).toBe(digits);
  });

  it('keeps the lots a sale was told to take as long as its quantity stays', () => {
    const lots = [{ lotId: '01990000-0000-7000-8000-000000000001', quantity: '40' }];
    const sale = draftOf({
      accountId: '0198a000-0000-7000-8000-000000000150',
      date: '2026-11-20',
      type: 'SELL',
      currency: 'USD',
      symbol: 'A',
      quantity: '40',
      lots,
    });
    expect(requestOf(typed(sale, 'price', '12')).lots).toEqual(lots);
    expect(requestOf(typed(sale, 'quantity', '41')).lots).toBeUndefined();
  });

  it('sends what a spin-off brings', () => {
    const draft = {
      ...emptyDraft('SPIN_OFF', '2026-11-20', 'USD'),
      symbol: 'orbx',
      quantity: '1',
      quantityPer: '4',
    };
    expect(faults(draft)).toEqual({ newSymbol: 'missing', basisFraction: 'missing' });
    expect(requestOf({ ...draft, newSymbol: 'spun', basisFraction: '0.2' })).toMatchObject({
      symbol: 'ORBX',
      newSymbol: 'SPUN',
      basisFraction: '0.2',
    });
  });

  it('takes back an amount that was written for other figures', () => {
    const known = { ...buy, amount: '4821.00' };
    expect(typed(known, 'quantity', '50').amount).toBe('');
    expect(typed(known, 'note', 'late').amount).toBe('4821.00');
    expect(typed({ ...known, price: '' }, 'quantity', '50').amount).toBe('4821.00');
  });

  it('moves the price of its pieces, and the fee on top or off', () => {
    expect(tradeAmount(buy)).toBe(4821);
    expect(tradeAmount({ ...buy, type: 'SELL' })).toBe(4819);
    expect(tradeAmount({ ...buy, price: '' })).toBeUndefined();
  });
});
