/** What is not known is shown as a dash, never as a nought. */
export const UNKNOWN = '–';

type Amount = number | string | null | undefined;

/** The reader's own region where it speaks the language of the page ("en" on a British machine is en-GB). */
export function localeFor(language: string, preferred: readonly string[] = navigator.languages): string {
  return preferred.find((tag) => tag.split('-')[0] === language) ?? language;
}

let locale = 'en';
export function setLocale(tag: string) {
  locale = tag;
  formatters.clear();
  dateFormatters.clear();
}

const formatters = new Map<string, Intl.NumberFormat>();
function formatter(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = JSON.stringify(options);
  const known = formatters.get(key) ?? new Intl.NumberFormat(locale, options);
  formatters.set(key, known);
  return known;
}

/** Making one takes a hundred times as long as using it, and an axis asks for one at each of its marks. */
const dateFormatters = new Map<string, Intl.DateTimeFormat>();
function dateFormatter(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify(options);
  const known = dateFormatters.get(key) ?? new Intl.DateTimeFormat(locale, options);
  dateFormatters.set(key, known);
  return known;
}

/** A true minus sign (U+2212): as wide as the plus and not broken over lines. */
const withMinus = (text: string) => text.replaceAll('-', '\u2212');

function parse(value: Amount): number | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  const number = typeof value === 'number' ? value : Number(value);
  return Number.isFinite(number) ? number : undefined;
}

function show(value: Amount, options: Intl.NumberFormatOptions): string {
  const number = parse(value);
  return number === undefined ? UNKNOWN : withMinus(formatter(options).format(number));
}

/** 1234.5, EUR -> €1,234.50 */
export const money = (value: Amount, currency: string) => show(value, { style: 'currency', currency });

/** Money without cents, for sentences and axes. */
export const roundMoney = (value: Amount, currency: string) =>
  show(value, { style: 'currency', currency, maximumFractionDigits: 0 });

/** Money as short as an axis needs it: €1.2M */
export const compactMoney = (value: Amount, currency: string) =>
  show(value, { style: 'currency', currency, notation: 'compact', maximumFractionDigits: 1 });

/** A change always carries its sign: +€12.00, −€3.40, and an exact nought none. */
export const moneyChange = (value: Amount, currency: string) =>
  show(value, { style: 'currency', currency, signDisplay: 'exceptZero' });

/** 0.0123 -> 1.23% */
export const percent = (fraction: Amount, digits = 2) =>
  show(fraction, { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits });

export const percentChange = (fraction: Amount, digits = 2) =>
  show(fraction, {
    style: 'percent',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: 'exceptZero',
  });

/** Prices need as many decimals as their size: 0.9213 and 18,203.40 */
export function price(value: Amount, currency?: string): string {
  const number = parse(value);
  const digits = number !== undefined && Math.abs(number) < 5 ? 4 : 2;
  return show(value, {
    ...(currency ? { style: 'currency' as const, currency } : {}),
    minimumFractionDigits: digits === 4 ? 2 : digits,
    maximumFractionDigits: digits,
  });
}

/** Quantities as they are held, without trailing noughts. */
export const quantity = (value: Amount) => show(value, { maximumFractionDigits: 8 });

/** A change of a quantity with its sign. */
export const quantityChange = (value: Amount) =>
  show(value, { maximumFractionDigits: 8, signDisplay: 'exceptZero' });

export const ratio = (value: Amount, digits = 2) =>
  show(value, { minimumFractionDigits: digits, maximumFractionDigits: digits });

export const count = (value: Amount) => show(value, { maximumFractionDigits: 0 });

type When = string | number | Date | null | undefined;
function instant(value: When, options: Intl.DateTimeFormatOptions): string {
  if (value === null || value === undefined || value === '') return UNKNOWN;
  const date = value instanceof Date ? value : new Date(value);
  return Number.isNaN(date.getTime()) ? UNKNOWN : dateFormatter(options).format(date);
}

/** A trading day (no zone: the day is the day everywhere). */
export const day = (value: string | null | undefined) =>
  instant(value?.slice(0, 10), { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
/** MONDAY -> Monday, in the reader's language */
export const weekday = (name: string) =>
  instant(new Date(Date.UTC(2024, 0, 1 + weekdays.indexOf(name))), { weekday: 'long', timeZone: 'UTC' });

export const month = (value: string) =>
  instant(value.slice(0, 10), { month: 'short', year: 'numeric', timeZone: 'UTC' });

export const time = (value: When) =>
  instant(value, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });

export const dayTime = (value: When) =>
  instant(value, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

export type Direction = 'up' | 'down' | 'flat';
export function direction(value: Amount): Direction {
  const number = parse(value) ?? 0;
  return number > 0 ? 'up' : number < 0 ? 'down' : 'flat';
}

/** How long something will still take, rounded to what one may promise. */
export function eta(seconds: number): { unit: 'seconds' | 'minutes'; value: number } {
  if (seconds < 55) return { unit: 'seconds', value: Math.max(5, Math.ceil(seconds / 5) * 5) };
  return { unit: 'minutes', value: Math.ceil(seconds / 60) };
}
