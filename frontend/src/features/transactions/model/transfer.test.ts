import { describe, expect, it } from 'vitest';
import { emptyTransfer, requestOfTransfer, transferFaults, transferOf, typedTransfer } from './transfer';

const money = { ...emptyTransfer('2026-03-02', 'USD', 'here', 'there'), amount: '250', fee: '1.50' };
const holding = { ...money, what: 'HOLDING' as const, symbol: 'xwld', quantity: '12.5' };

describe('a move between own accounts', () => {
  it('is money or a holding, never both', () => {
    expect(requestOfTransfer(money)).toEqual({
      type: 'TRANSFER',
      date: '2026-03-02',
      accountId: 'here',
      toAccountId: 'there',
      amount: '250',
      currency: 'USD',
      fee: '1.50',
      note: undefined,
    });
    const moved = requestOfTransfer(holding);
    expect(moved).toMatchObject({ symbol: 'XWLD', quantity: '12.5' });
    expect(moved).not.toHaveProperty('amount');
    expect(moved).not.toHaveProperty('currency');
  });

  it('goes to another account, and needs what it moves above zero', () => {
    expect(transferFaults(money)).toEqual({});
    expect(transferFaults({ ...money, toAccountId: 'here', amount: '0' })).toEqual({
      amount: 'positive',
      toAccountId: 'same',
    });
    expect(transferFaults({ ...holding, symbol: ' ', quantity: '-3' })).toEqual({
      symbol: 'missing',
      quantity: 'positive',
    });
  });

  it('keeps the lots that were chosen until what moves is another', () => {
    const booked = transferOf({
      type: 'TRANSFER',
      date: '2026-03-02',
      accountId: 'here',
      toAccountId: 'there',
      currency: 'USD',
      symbol: 'XWLD',
      quantity: '5',
      fee: '0',
      lots: [{ lotId: 'lot', quantity: '5' }],
    });
    expect(booked).toMatchObject({ what: 'HOLDING', fee: '' });
    expect(typedTransfer(booked, 'note', 'to the new broker').lots).toHaveLength(1);
    expect(typedTransfer(booked, 'quantity', '4').lots).toBeUndefined();
  });
});
