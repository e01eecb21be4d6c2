export const ranges = ['all', 'year', 'ytd', 'quarter'] as const;
export type RangeName = (typeof ranges)[number];

/** The first day of a range that ends today; none for all of it. A range starts at the close of its first day. */
export function firstDay(range: RangeName, today: Date): string | undefined {
  const year = today.getUTCFullYear();
  const date = {
    all: undefined,
    year: new Date(Date.UTC(year - 1, today.getUTCMonth(), today.getUTCDate())),
    ytd: new Date(Date.UTC(year - 1, 11, 31)),
    quarter: new Date(Date.UTC(year, today.getUTCMonth() - 3, today.getUTCDate())),
  }[range];
  return date?.toISOString().slice(0, 10);
}
