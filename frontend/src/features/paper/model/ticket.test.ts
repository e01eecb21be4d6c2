import { describe, expect, it } from 'vitest';
import { orders } from '../../../../mocks/paperFixtures';
import { emptyTicket, estimate, faults, requestOf, termsOf, ticketOf } from './ticket';

const ticket = { ...emptyTicket('orbx'), quantity: '10' };

describe('an order ticket', () => {
  it('asks for the prices of its type only', () => {
    expect(faults({ ...ticket, quantity: '' })).toEqual({ quantity: 'number' });
    expect(faults({ ...ticket, type: 'STOP_LIMIT' })).toEqual({ limitPrice: 'number', stopPrice: 'number' });
    expect(faults({ ...ticket, type: 'TRAILING_STOP', trail: '100' })).toEqual({ trail: 'trail' });
    expect(faults({ ...ticket, type: 'TRAILING_STOP', trail: '100', trailIn: 'AMOUNT' })).toEqual({});
  });

  it('sends what its type names, and nothing else', () => {
    expect(requestOf({ ...ticket, limitPrice: '5', stopPrice: '6' })).toEqual({
      symbol: 'ORBX',
      side: 'BUY',
      type: 'MARKET',
      quantity: '10',
      timeInForce: 'DAY',
    });
    expect(requestOf({ ...ticket, type: 'TRAILING_STOP', side: 'SELL', trail: '7.5' })).toMatchObject({
      trailFraction: 0.075,
    });
    expect(requestOf({ ...ticket, type: 'TRAILING_STOP', trail: '7.5', trailIn: 'AMOUNT' })).toMatchObject({
      trailAmount: '7.5',
    });
  });

  it('comes back from an order as it was sent', () => {
    for (const order of orders)
      for (const [field, value] of Object.entries(termsOf(ticketOf(order))))
        expect(order, order.type).toHaveProperty(field, value);
  });

  it('estimates by the price it names before the one on the screen', () => {
    expect(estimate(ticket, 187)).toBe(1870);
    expect(estimate({ ...ticket, type: 'LIMIT', limitPrice: '180' }, 187)).toBe(1800);
    expect(estimate({ ...ticket, type: 'STOP', stopPrice: '190' }, undefined)).toBe(1900);
    expect(estimate(ticket, undefined)).toBeUndefined();
  });
});
