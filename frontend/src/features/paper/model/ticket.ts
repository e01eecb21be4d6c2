import type { Order, OrderRequest } from '@/api/types';

export const sides = ['BUY', 'SELL', 'SELL_SHORT'] as const satisfies readonly OrderRequest['side'][];
export const types = [
  'MARKET',
  'LIMIT',
  'STOP',
  'STOP_LIMIT',
  'TRAILING_STOP',
] as const satisfies readonly OrderRequest['type'][];

/** An order as it is typed; the trail in percent or in money. */
export type Ticket = {
  symbol: string;
  side: OrderRequest['side'];
  type: OrderRequest['type'];
  quantity: string;
  limitPrice: string;
  stopPrice: string;
  trail: string;
  trailIn: 'PERCENT' | 'AMOUNT';
  timeInForce: 'DAY' | 'GTC';
};
export type Field = 'symbol' | 'quantity' | 'limitPrice' | 'stopPrice' | 'trail';

export const emptyTicket = (symbol = ''): Ticket => ({
  symbol,
  side: 'BUY',
  type: 'MARKET',
  quantity: '',
  limitPrice: '',
  stopPrice: '',
  trail: '5',
  trailIn: 'PERCENT',
  timeInForce: 'DAY',
});

/** Which prices an order of a type names. */
export const asks = ({ type }: Pick<Ticket, 'type'>, field: Field): boolean =>
  field === 'symbol' ||
  field === 'quantity' ||
  (field === 'limitPrice' && (type === 'LIMIT' || type === 'STOP_LIMIT')) ||
  (field === 'stopPrice' && (type === 'STOP' || type === 'STOP_LIMIT')) ||
  (field === 'trail' && type === 'TRAILING_STOP');

export function faults(ticket: Ticket): Partial<Record<Field, 'missing' | 'number' | 'trail'>> {
  const found: Partial<Record<Field, 'missing' | 'number' | 'trail'>> = {};
  if (ticket.symbol.trim() === '') found.symbol = 'missing';
  for (const field of ['quantity', 'limitPrice', 'stopPrice', 'trail'] as const)
    if (asks(ticket, field) && !isPositive(ticket[field])) found[field] = 'number';
  if (asks(ticket, 'trail') && ticket.trailIn === 'PERCENT' && Number(ticket.trail) >= 100)
    found.trail = 'trail';
  return found;
}

const isPositive = (text: string) => /^\d+(\.\d+)?$/.test(text.trim()) && Number(text) > 0;

/** What may be replaced while the order is open. */
export function termsOf(ticket: Ticket): Omit<OrderRequest, 'symbol' | 'side' | 'type'> {
  return {
    quantity: ticket.quantity.trim(),
    ...(asks(ticket, 'limitPrice') ? { limitPrice: ticket.limitPrice.trim() } : {}),
    ...(asks(ticket, 'stopPrice') ? { stopPrice: ticket.stopPrice.trim() } : {}),
    ...(asks(ticket, 'trail')
      ? ticket.trailIn === 'PERCENT'
        ? { trailFraction: Number((Number(ticket.trail) / 100).toPrecision(10)) }
        : { trailAmount: ticket.trail.trim() }
      : {}),
    timeInForce: ticket.timeInForce,
  };
}

export const requestOf = (ticket: Ticket): OrderRequest => ({
  symbol: ticket.symbol.trim().toUpperCase(),
  side: ticket.side,
  type: ticket.type,
  ...termsOf(ticket),
});

export const ticketOf = (order: Order): Ticket => ({
  symbol: order.symbol,
  side: order.side,
  type: order.type,
  quantity: order.quantity,
  limitPrice: order.limitPrice ?? '',
  stopPrice: order.stopPrice ?? '',
  trail:
    order.trailAmount ??
    (order.trailFraction ? String(Number((Number(order.trailFraction) * 100).toPrecision(10))) : ''),
  trailIn: order.trailAmount ? 'AMOUNT' : 'PERCENT',
  timeInForce: order.timeInForce,
});

/** Whether something may still happen to it. */
export const isOpen = ({ state }: Pick<Order, 'state'>): boolean =>
  state === 'NEW' || state === 'ACCEPTED' || state === 'PARTIALLY_FILLED';

/**
 * What the order is about to move, in the security's currency: quantity times the price it names, else the one on the
 * screen. An estimate: it is filled at the next price, with slippage and fee.
 */
export function estimate(ticket: Ticket, price: number | undefined): number | undefined {
  const named = asks(ticket, 'limitPrice')
    ? Number(ticket.limitPrice)
    : asks(ticket, 'stopPrice')
      ? Number(ticket.stopPrice)
      : (price ?? NaN);
  const amount = Number(ticket.quantity) * named;
  return Number.isFinite(amount) && amount > 0 ? amount : undefined;
}
