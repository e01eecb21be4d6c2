import type { Holding, Valuation } from '@/api/types';

type PriceOf = (symbol: string) => { price: number } | undefined;

export type LiveHolding = {
  value: number | undefined;
  dayChange: number | undefined;
  dayChangeFraction: number | undefined;
};
export type LiveValue = { value: number; dayChange: number; dayChangeFraction: number | undefined };

/**
 * A holding at the price of this moment. The service valued it at a price, with its exchange rate; the market value moves
 * as that price does. The value of yesterday's close stays where it was.
 */
export function liveHolding(holding: Holding, priceOf: PriceOf): LiveHolding {
  const value = number(holding.marketValue);
  const dayChange = number(holding.dayChange);
  if (value === undefined) return { value: undefined, dayChange: undefined, dayChangeFraction: undefined };
  const valuedAt = number(holding.price);
  const now = priceOf(holding.symbol)?.price;
  const moved =
    now !== undefined && valuedAt !== undefined && valuedAt !== 0 ? value * (now / valuedAt) : value;
  if (dayChange === undefined) return { value: moved, dayChange: undefined, dayChangeFraction: undefined };
  const yesterday = value - dayChange;
  return {
    value: moved,
    dayChange: moved - yesterday,
    dayChangeFraction: yesterday === 0 ? undefined : (moved - yesterday) / Math.abs(yesterday),
  };
}

/** The whole portfolio at the prices of this moment: the service's valuation plus what its holdings moved since. */
export function liveValue(valuation: Valuation, holdings: readonly Holding[], priceOf: PriceOf): LiveValue {
  const moved = holdings.reduce((sum, holding) => {
    const value = number(holding.marketValue);
    return value === undefined ? sum : sum + ((liveHolding(holding, priceOf).value ?? value) - value);
  }, 0);
  const value = Number(valuation.value) + moved;
  const dayChange = Number(valuation.dayChange) + moved;
  const yesterday = value - dayChange;
  return {
    value,
    dayChange,
    dayChangeFraction: yesterday === 0 ? undefined : dayChange / Math.abs(yesterday),
  };
}

const number = (text: string | number | null | undefined) =>
  text === undefined || text === null || text === '' ? undefined : Number(text);
