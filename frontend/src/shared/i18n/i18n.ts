import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import { localeFor, setLocale } from '@/shared/format/format';
import en from './en.json';
import type importing from './en/import.json';
import type markets from './en/markets.json';
import type performance from './en/performance.json';
import type portfolio from './en/portfolio.json';
import type risk from './en/risk.json';
import type score from './en/score.json';
import type settings from './en/settings.json';
import type simulate from './en/simulate.json';
import type stress from './en/stress.json';
import type welcome from './en/welcome.json';

/**
 * Texts by key, in the catalogue format of i18next (`{{name}}`, `_one`/`_other` by Intl.PluralRules). The library itself
 * would be an eighth of what the first page downloads; these lines are what the catalogue uses of it. What every page
 * says stands in en.json; what only some say, in a part of its own that comes with them.
 */
type Parts = {
  import: typeof importing;
  markets: typeof markets;
  performance: typeof performance;
  portfolio: typeof portfolio;
  risk: typeof risk;
  score: typeof score;
  settings: typeof settings;
  simulate: typeof simulate;
  stress: typeof stress;
  welcome: typeof welcome;
};
export type Part = keyof Parts;
type Together<T> = (T extends unknown ? (value: T) => void : never) extends (value: infer All) => void
  ? All
  : never;
type Catalogue = typeof en & Together<Parts[Part]>;
type Plural<K extends string> = K extends `${infer Stem}_${Intl.LDMLPluralRule}` ? Stem : K;
type Paths<T> = {
  [K in keyof T & string]: T[K] extends string ? Plural<K> : `${K}.${Paths<T[K]>}`;
}[keyof T & string];
export type TextKey = Paths<Catalogue>;
type Values = Record<string, string | number> & { count?: number };
export type Translate = (key: TextKey, values?: Values) => string;

/** The languages there are; a further one is a further file here, and a further folder of parts. */
const catalogues: Record<'en', Record<string, unknown>> = { en: { ...en } };
export type Language = keyof typeof catalogues;

const parts = import.meta.glob<Record<string, unknown>>('./*/*.json', { import: 'default' });

/** Fetches what a page says; it is there before the page is. */
export async function loadTexts(part: Part): Promise<void> {
  const { language: spoken } = language.getState();
  const texts = await parts[`./${spoken}/${part}.json`]?.();
  if (!texts) throw new Error(`there are no texts ${spoken}/${part}`);
  Object.assign(catalogues[spoken], texts);
}

function lookUp(catalogue: unknown, path: string): string | undefined {
  let node = catalogue;
  for (const part of path.split('.')) {
    node = typeof node === 'object' && node !== null ? (node as Record<string, unknown>)[part] : undefined;
  }
  return typeof node === 'string' ? node : undefined;
}

export function translator(language: Language): Translate {
  const catalogue = catalogues[language];
  const plural = new Intl.PluralRules(language);
  const number = new Intl.NumberFormat(localeFor(language));
  return (key, values = {}) => {
    const { count } = values;
    const text =
      (count === undefined
        ? undefined
        : (lookUp(catalogue, `${key}_${plural.select(count)}`) ?? lookUp(catalogue, `${key}_other`))) ??
      lookUp(catalogue, key) ??
      key;
    return text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
      const value = values[name];
      return typeof value === 'number' ? number.format(value) : (value ?? '');
    });
  };
}

const language = createStore<{ language: Language; t: Translate }>(() => ({
  language: 'en',
  t: translator('en'),
}));

export function speak(chosen: Language) {
  document.documentElement.lang = chosen;
  setLocale(localeFor(chosen));
  language.setState({ language: chosen, t: translator(chosen) });
}

export const useTranslation = () => useStore(language);
