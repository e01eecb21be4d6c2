/** A decimal number as one types it, with a point or a comma. */
const NUMBER = /^\d{1,4}([.,]\d{0,8})?$/;

/** Moves the point of a plain decimal, digit by digit: a rate must not pass through a binary fraction. */
function shifted(decimal: string, places: number): string {
  const [whole = '', part = ''] = decimal.split('.');
  const digits = whole + part;
  const point = whole.length + places;
  const padded = digits.padStart(digits.length + Math.max(0, 1 - point), '0');
  const at = Math.max(1, point + (padded.length - digits.length));
  const filled = padded.padEnd(at, '0');
  const [left, right] = [filled.slice(0, at), filled.slice(at)];
  const clean = left.replace(/^0+(?=\d)/, '');
  const rest = right.replace(/0+$/, '');
  return rest === '' ? clean : `${clean}.${rest}`;
}

/** 40 -> 0.4; undefined where it is no number. */
export function toFraction(percentage: string): string | undefined {
  const typed = percentage.trim();
  return NUMBER.test(typed) ? shifted(typed.replace(',', '.'), -2) : undefined;
}

/** 0.405 -> 40.5 */
export const toPercentage = (fraction: string | number | undefined): string =>
  fraction === undefined ? '' : shifted(String(fraction), 2);
