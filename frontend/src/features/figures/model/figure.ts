import { count, money, percent, price, quantity, ratio } from '@/shared/format/format';

/** A figure as its unit is written; amounts without a sign where the currency is not known. */
export function written(value: number, unit: string, currency: string | undefined): string {
  switch (unit) {
    case 'MONEY':
      return currency ? money(value, currency) : ratio(value);
    case 'PRICE':
      return price(value);
    case 'FRACTION':
    case 'FRACTION_PER_YEAR':
    case 'PROBABILITY':
      return percent(value, 2);
    case 'COUNT':
    case 'DAYS':
      return Number.isInteger(value) ? count(value) : ratio(value, 1);
    case 'RATIO':
      return ratio(value, 4);
    default:
      return quantity(value);
  }
}

const LONGEST = 160;

/** Something that went into a figure: numbers with the digits that matter, lists one after the other. */
export function shown(value: unknown): string {
  const text =
    typeof value === 'number'
      ? quantity(Number(value.toPrecision(8)))
      : Array.isArray(value)
        ? value.map(shown).join(', ')
        : typeof value === 'object' && value !== null
          ? Object.entries(value)
              .map(([key, part]) => `${key} ${shown(part)}`)
              .join(', ')
          : String(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** The member of a result at a path such as performance.sharpe or valueAtRisk.0.fraction. */
export const member = (document: object, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (node, part) =>
        typeof node === 'object' && node !== null ? (node as Record<string, unknown>)[part] : undefined,
      document,
    );
