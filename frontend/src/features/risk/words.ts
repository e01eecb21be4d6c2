import { useTranslation } from '@/shared/i18n/i18n';

export const methods = [
  'HISTORICAL',
  'NORMAL',
  'CORNISH_FISHER',
  'EWMA',
  'GARCH',
  'FILTERED_HISTORICAL',
  'MONTE_CARLO',
] as const;

/** The methods' names; one this page has not heard of keeps its own. */
export function useMethodName() {
  const { t } = useTranslation();
  return (method: string) => {
    const name = methods.find((candidate) => candidate === method);
    return name ? t(`method.${name}`) : method;
  };
}
