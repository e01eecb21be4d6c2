import type { Allocation, Rebalancing, Target } from '@/api/types';

/** What a user types: percentages by key, as text. */
export type Draft = Readonly<Record<string, string>>;

/** A share typed in percent, with a point or a comma; empty is none, and what is no number is undefined. */
export function percentOf(text: string): number | undefined {
  const trimmed = text.trim().replace('%', '').trim();
  if (trimmed === '') return 0;
  return /^\d{1,3}([.,]\d{1,6})?$/.test(trimmed) ? Number(trimmed.replace(',', '.')) : undefined;
}

/** How much of the whole is given away, in percent; undefined while a share cannot be read. */
export function totalOf(draft: Draft): number | undefined {
  let total = 0;
  for (const text of Object.values(draft)) {
    const share = percentOf(text);
    if (share === undefined) return undefined;
    total += share;
  }
  return Number(total.toFixed(6));
}

/** The draft as the service takes it, once it adds up to the whole. */
export function weightsOf(draft: Draft): Record<string, number> | undefined {
  if (totalOf(draft) !== 100) return undefined;
  return Object.fromEntries(
    Object.entries(draft)
      .map(([key, text]) => [key, Number(((percentOf(text) ?? 0) / 100).toFixed(8))] as const)
      .filter(([, weight]) => weight > 0),
  );
}

/** What is held now, rounded to tenths of a percent so that all of them still add up to 100. */
export function heldDraft(allocation: Pick<Allocation, 'slices'>): Draft {
  const held = allocation.slices.filter((slice) => (slice.weight ?? 0) > 0);
  const whole = held.reduce((sum, slice) => sum + (slice.weight ?? 0), 0);
  const exact = held.map((slice) => ({ key: slice.key, tenths: ((slice.weight ?? 0) / whole) * 1000 }));
  const left = 1000 - exact.reduce((sum, { tenths }) => sum + Math.floor(tenths), 0);
  // the tenths that rounding down left over go to those who lost most by it
  const up = new Set(
    [...exact]
      .sort((a, b) => (b.tenths % 1) - (a.tenths % 1))
      .slice(0, left)
      .map(({ key }) => key),
  );
  return Object.fromEntries(
    exact.map(({ key, tenths }) => [key, String((Math.floor(tenths) + (up.has(key) ? 1 : 0)) / 10)]),
  );
}

/** What was decided before, with a line for everything that is held beside it. */
export function savedDraft(allocation: Pick<Allocation, 'slices'>, target: Target): Draft {
  const keys = new Set([...Object.keys(target.weights), ...allocation.slices.map((slice) => slice.key)]);
  return Object.fromEntries(
    [...keys].map((key) => {
      const weight = target.weights[key];
      return [key, weight === undefined ? '' : String(Number((Number(weight) * 100).toFixed(6)))];
    }),
  );
}

export type Row = { key: string; value: number; held: number; target?: number; drift?: number };

/** Every key that is held or wanted, the largest share first; drift is held less wanted. */
export function rows(allocation: Allocation, target: Target | null | undefined): Row[] {
  const wanted = target?.by === allocation.by ? target.weights : undefined;
  const keys = new Set([...allocation.slices.map((slice) => slice.key), ...Object.keys(wanted ?? {})]);
  return [...keys]
    .map((key): Row => {
      const slice = allocation.slices.find((candidate) => candidate.key === key);
      const held = slice?.weight ?? 0;
      const row = { key, value: Number(slice?.value ?? 0), held };
      if (!wanted) return row;
      const share = Number(wanted[key] ?? 0);
      return { ...row, target: share, drift: held - share };
    })
    .sort((a, b) => b.held - a.held || (b.target ?? 0) - (a.target ?? 0));
}

/** The trades of a rebalancing as quantities with a sign. */
export const signedTrades = (rebalancing: Pick<Rebalancing, 'trades'>) =>
  rebalancing.trades.map(({ symbol, side, shares }) => ({
    symbol,
    quantity: side === 'SELL' ? -Number(shares) : Number(shares),
  }));
