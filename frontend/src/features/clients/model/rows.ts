import type { Client, Margin, MarginState } from '@/api/types';

/** How a client's account stands, as far as the table shows it. */
export type Values = Pick<Margin, 'portfolioValue' | 'loanAmount' | 'netEquity' | 'state'> & {
  utilization?: number | null | undefined;
  distanceToCall?: number | null | undefined;
};
export type Row = { client: Client; values: Values | undefined };

export const columns = ['name', 'value', 'loan', 'equity', 'utilization', 'state', 'distance'] as const;
export type Column = (typeof columns)[number];
export const states = ['all', 'attention', 'CALL'] as const;
export type Shown = (typeof states)[number];

const sorts = {
  name: 'NAME',
  value: 'VALUE',
  loan: 'LOAN',
  equity: 'EQUITY',
  utilization: 'UTILIZATION',
  state: 'STATE',
  distance: 'DISTANCE',
} as const;
const shows = { all: 'ALL', attention: 'ATTENTION', CALL: 'CALL' } as const;

/** The same order and choice, as the service is asked for it. */
export const wanted = (column: Column, falling: boolean, shown: Shown) =>
  ({ sort: sorts[column], order: falling ? 'FALLING' : 'RISING', show: shows[shown] }) as const;

/** The worse, the higher; what is not known stands between what is fine and what is not. */
const severity: Record<MarginState, number> = { OK: 0, STALE: 1, WATCH: 2, WARNING: 3, CALL: 4 };

export const needsAttention = (values: Values | undefined): boolean =>
  values !== undefined && values.state !== 'OK';

const matches = (row: Row, shown: Shown): boolean =>
  shown === 'all' || (shown === 'CALL' ? row.values?.state === 'CALL' : needsAttention(row.values));

/** By which a row is sorted; without equity the utilisation is beyond every other, without a call the distance is. */
function sortKey({ client, values }: Row, column: Column): number | string | undefined {
  if (column === 'name') return client.name.toLocaleLowerCase();
  if (!values) return undefined;
  if (column === 'value') return Number(values.portfolioValue);
  if (column === 'loan') return Number(values.loanAmount);
  if (column === 'equity') return Number(values.netEquity);
  if (column === 'state') return severity[values.state];
  if (column === 'utilization') return values.utilization ?? Infinity;
  return values.distanceToCall ?? undefined;
}

/** The rows to be shown, in their order; what is not known stands last either way. */
export function arranged(rows: readonly Row[], shown: Shown, column: Column, falling: boolean): Row[] {
  const direction = falling ? -1 : 1;
  return rows
    .filter((row) => matches(row, shown))
    .toSorted((a, b) => {
      const [left, right] = [sortKey(a, column), sortKey(b, column)];
      if (left === undefined || right === undefined)
        return (left === undefined ? 1 : 0) - (right === undefined ? 1 : 0);
      return left === right
        ? a.client.name.localeCompare(b.client.name)
        : (left < right ? -1 : 1) * direction;
    });
}
