import { beforeEach, describe, expect, it } from 'vitest';
import {
  day,
  direction,
  eta,
  localeFor,
  money,
  moneyChange,
  percentChange,
  price,
  quantity,
  setLocale,
  UNKNOWN,
} from './format';

describe('figures', () => {
  beforeEach(() => setLocale('en-US'));

  it('show losses with the true minus sign and gains with a plus', () => {
    expect(money('-1234.5', 'USD')).toBe('\u2212$1,234.50');
    expect(moneyChange(12, 'EUR')).toBe('+€12.00');
    expect(percentChange(-0.0312)).toBe('\u22123.12%');
  });

  it('give an exact nought no sign', () => {
    expect(moneyChange('0.00', 'USD')).toBe('$0.00');
    expect(direction('0')).toBe('flat');
  });

  it('show what is not known as a dash, never as a nought', () => {
    expect([money(undefined, 'USD'), percentChange(null), price(''), quantity('n/a')]).toEqual([
      UNKNOWN,
      UNKNOWN,
      UNKNOWN,
      UNKNOWN,
    ]);
  });

  it('give small prices the decimals they need', () => {
    expect(price(0.92135, 'EUR')).toBe('€0.9214');
    expect(price('18203.4', 'USD')).toBe('$18,203.40');
  });

  it('keep the digits of a quantity and drop its trailing noughts', () => {
    expect(quantity('0.1800000000')).toBe('0.18');
    expect(quantity('1500')).toBe('1,500');
  });

  it('follow the locale, percent sign and all', () => {
    setLocale('de-DE');
    expect(percentChange(0.1)).toBe('+10,00\u00a0%');
  });
});

describe('a trading day', () => {
  it('is the same day in every time zone', () => {
    setLocale('en-US');
    expect(day('2024-01-01')).toBe('Jan 1, 2024');
  });

  it('is written anew after a change of language', () => {
    setLocale('en-US');
    expect(day('2024-01-01')).toBe('Jan 1, 2024');
    setLocale('de-DE');
    expect(day('2024-01-01')).toBe('1. Jan. 2024');
  });
});

describe('the locale', () => {
  it('is the reader’s own region when it speaks the language of the page', () => {
    expect(localeFor('en', ['de-DE', 'en-GB', 'en'])).toBe('en-GB');
    expect(localeFor('en', ['de-DE'])).toBe('en');
  });
});

describe('the time left', () => {
  it.each([
    [1.2, { unit: 'seconds', value: 5 }],
    [37, { unit: 'seconds', value: 40 }],
    [61, { unit: 'minutes', value: 2 }],
  ])('of %d seconds is rounded up to what one may promise', (seconds, expected) => {
    expect(eta(seconds)).toEqual(expected);
  });
});
