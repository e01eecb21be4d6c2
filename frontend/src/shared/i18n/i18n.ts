import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import { localeFor, setLocale } from '@/shared/format/format';
import { typeset } from '@/shared/format/typeset';
import type { Told } from './others';
import en from './en.json';
import type accounts from './en/accounts.json';
import type alerts from './en/alerts.json';
import type analysis from './en/analysis.json';
import type backtest from './en/backtest.json';
import type common from './en/common.json';
import type clients from './en/clients.json';
import type compare from './en/compare.json';
import type factor from './en/factor.json';
import type figures from './en/figures.json';
import type frame from './en/frame.json';
import type importing from './en/import.json';
import type learn from './en/learn.json';
import type leverage from './en/leverage.json';
import type margin from './en/margin.json';
import type markets from './en/markets.json';
import type optimize from './en/optimize.json';
import type overview from './en/overview.json';
import type paper from './en/paper.json';
import type performance from './en/performance.json';
import type portfolio from './en/portfolio.json';
import type rates from './en/rates.json';
import type report from './en/report.json';
import type risk from './en/risk.json';
import type schedules from './en/schedules.json';
import type score from './en/score.json';
import type search from './en/search.json';
import type settings from './en/settings.json';
import type simulate from './en/simulate.json';
import type status from './en/status.json';
import type stress from './en/stress.json';
import type welcome from './en/welcome.json';

/**
 * Texts by key, in the catalogue format of i18next (`{{name}}`, `_one`/`_other` by Intl.PluralRules). The library itself
 * would be an eighth of what the first page downloads; these lines are what the catalogue uses of it. What is said before any
 * page is there stands in en.json, what the frame of the pages says in frame.json and the pages together in common.json;
 * what only some say, in a part of its own that comes with them.
 */
type Parts = {
  accounts: typeof accounts;
  alerts: typeof alerts;
  analysis: typeof analysis;
  backtest: typeof backtest;
  common: typeof common;
  clients: typeof clients;
  compare: typeof compare;
  factor: typeof factor;
  figures: typeof figures;
  frame: typeof frame;
  import: typeof importing;
  learn: typeof learn;
  leverage: typeof leverage;
  margin: typeof margin;
  markets: typeof markets;
  optimize: typeof optimize;
  overview: typeof overview;
  paper: typeof paper;
  performance: typeof performance;
  portfolio: typeof portfolio;
  rates: typeof rates;
  report: typeof report;
  risk: typeof risk;
  schedules: typeof schedules;
  score: typeof score;
  search: typeof search;
  settings: typeof settings;
  simulate: typeof simulate;
  status: typeof status;
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

/** The languages there are; a further one is a further file and folder here, of the same structure as the English. */
export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];

const catalogues: Record<Language, Record<string, unknown>> = { en: { ...en }, de: {} };
const english = import.meta.glob<Record<string, unknown>>('./en/*.json', { import: 'default' });
const filesOf = async (spoken: Language) => (spoken === 'en' ? english : (await import('./others')).files);

/** What has been asked for so far, to be fetched anew when another language is chosen. */
const needed = new Set<Part>();
let wanted: Language = 'en';

const has = (spoken: Language, texts: Record<string, unknown>) =>
  Object.keys(texts).every((chapter) => chapter in catalogues[spoken]);

/** A part that a language does not have yet is said in English rather than not at all. */
async function fetchTexts(spoken: Language, part: Part) {
  const load = (await filesOf(spoken))[`./${spoken}/${part}.json`] ?? english[`./en/${part}.json`];
  if (!load) throw new Error(`there are no texts ${spoken}/${part}`);
  const texts = await load();
  if (!has(spoken, texts)) Object.assign(catalogues[spoken], texts);
}

/** Fetches what a page says; it is there before the page is. */
export async function loadTexts(part: Part): Promise<void> {
  needed.add(part);
  await fetchTexts(wanted, part);
}

function lookUp(catalogue: unknown, path: string): string | undefined {
  let node = catalogue;
  for (const part of path.split('.')) {
    node = typeof node === 'object' && node !== null ? (node as Record<string, unknown>)[part] : undefined;
  }
  return typeof node === 'string' ? node : undefined;
}

/** While developing, a page without its part of the texts is a mistake to be seen at once. */
function missing(key: string): string {
  if (import.meta.env.DEV) throw new Error(`there is no text ${key}`);
  return key;
}

/** Made when first asked for: the first one costs a page's start more than all of its own code. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

export function translator(language: Language): Translate {
  const catalogue = catalogues[language];
  const plural = once(() => new Intl.PluralRules(language));
  const number = once(() => new Intl.NumberFormat(localeFor(language)));
  return (key, values = {}) => {
    const { count } = values;
    const text =
      (count === undefined
        ? undefined
        : (lookUp(catalogue, `${key}_${plural().select(count)}`) ?? lookUp(catalogue, `${key}_other`))) ??
      lookUp(catalogue, key) ??
      missing(key);
    return text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
      const value = values[name];
      return typeof value === 'number' ? number().format(value) : (value ?? '');
    });
  };
}

type Tell = (sentence: string) => Told;
const inEnglish: Tell = (sentence) => ({ text: typeset(sentence) });
/** Until a language's catalogue of them is there. */
const stillEnglish: Tell = (sentence) => ({ text: typeset(sentence), lang: 'en' });

const language = createStore<{ language: Language; t: Translate; tell: Tell }>(() => ({
  language: 'en',
  t: translator('en'),
  tell: inEnglish,
}));

/** How the sentences that servers make are said in another language than theirs. */
async function tellerIn(spoken: Language): Promise<Tell> {
  const { files, teller } = await import('./others');
  const served = Object.entries(files).filter(([file]) => file.startsWith(`./${spoken}/served-`));
  const catalogues = await Promise.all(served.map(([, load]) => load()));
  return teller(Object.assign({}, ...catalogues) as Record<string, string>, localeFor(spoken));
}

/**
 * Changes the language of the page, its numbers and its dates, once all that has been said so far is there in it; what servers say
 * follows, for no page waits for that.
 */
export async function speak(chosen: Language): Promise<void> {
  wanted = chosen;
  const base = (await filesOf(chosen))[`./${chosen}.json`];
  if (base) Object.assign(catalogues[chosen], await base());
  await Promise.all([...needed].map((part) => fetchTexts(chosen, part)));
  if (wanted !== chosen) return;
  document.documentElement.lang = chosen;
  setLocale(localeFor(chosen));
  language.setState({
    language: chosen,
    t: translator(chosen),
    tell: chosen === 'en' ? inEnglish : stillEnglish,
  });
  if (chosen !== 'en') void follow(chosen);
}

async function follow(spoken: Language) {
  try {
    const tell = await tellerIn(spoken);
    if (wanted === spoken) language.setState({ tell });
  } catch (failure) {
    // away or a version behind: the sentences stay English, and marked as such
    console.warn(`no sentences of servers in ${spoken}`, failure);
  }
}

/** The first of the reader's languages that this page speaks. */
export const likelyLanguage = (preferred: readonly string[] = navigator.languages): Language =>
  preferred
    .map((tag) => languages.find((known) => known === tag.split('-')[0]?.toLowerCase()))
    .find((known) => known !== undefined) ?? 'en';

export const useTranslation = () => useStore(language);
