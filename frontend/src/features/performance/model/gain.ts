import type { GainPart } from '@/api/types';

export type SplitGain = {
  key: string;
  name: string;
  price: number;
  currency: number;
  /** absent when it is shown within currency */
  cross: number | undefined;
  income: number;
  costs: number;
  total: number;
};

/** One line of the table: cross in its own column, or within currency, which it belongs to as well as to the price. */
export function split(part: GainPart, merged: boolean): SplitGain {
  const of = (text: string) => Number(text);
  const cross = of(part.gain.cross);
  return {
    key: part.key,
    name: part.name ?? part.key,
    price: of(part.gain.price),
    currency: of(part.gain.currency) + (merged ? cross : 0),
    cross: merged ? undefined : cross,
    income: of(part.gain.dividends) + of(part.gain.interest),
    costs: of(part.gain.fees) + of(part.gain.taxes),
    total: of(part.gain.total),
  };
}
