/** The currencies the price service has rates for. */
export const currencies = ['USD', 'EUR', 'GBP', 'CHF', 'JPY'] as const;
export type Currency = (typeof currencies)[number];

const euroRegions = new Set('AT BE CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK'.split(' '));
const byRegion: Record<string, Currency> = { GB: 'GBP', CH: 'CHF', LI: 'CHF', JP: 'JPY' };

/** A first guess from the browser's region; the visitor sees it and may change it. */
export function likelyCurrency(language: string): Currency {
  const region = new Intl.Locale(language).maximize().region ?? 'US';
  return euroRegions.has(region) ? 'EUR' : (byRegion[region] ?? 'USD');
}

/** 1 = sell everything ... 5 = buy more, asked as a feeling and kept as the account's risk tolerance. */
export const tolerances = ['1', '2', '3', '4', '5'] as const;
export type Tolerance = (typeof tolerances)[number];
