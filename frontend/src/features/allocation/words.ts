import { type TextKey, useTranslation } from '@/shared/i18n/i18n';
import type { Dimension } from './api';

const classes = [
  'EQUITY',
  'ETF',
  'FUND',
  'BOND',
  'COMMODITY',
  'CRYPTO',
  'FX',
  'INDEX',
  'OPTION',
  'FUTURE',
  'OTHER',
  'CASH',
  'unknown',
] as const;

/** What a share is called: classes, industries and regions by their word, currencies by the name the browser knows, the rest by their own. */
export function useKeyName() {
  const { t, language, tell } = useTranslation();
  const currencies = new Intl.DisplayNames(language, { type: 'currency', fallback: 'code' });
  return (by: Dimension | string, key: string) => {
    const word = classes.find((candidate) => candidate === key);
    if (word && (by === 'class' || word === 'CASH' || word === 'unknown'))
      return t(`allocation.class.${word}` satisfies TextKey);
    if (by === 'sector' || by === 'region') return tell(key).text;
    return by === 'currency' && /^[A-Z]{3}$/.test(key) ? (currencies.of(key) ?? key) : key;
  };
}
