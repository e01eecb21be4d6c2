import type { Analysis } from '@/api/types';
import { useTranslation } from '@/shared/i18n/i18n';

const kinds = [
  'risk',
  'var-backtest',
  'monte-carlo',
  'goal',
  'stress',
  'optimization',
  'backtest',
  'leverage',
  'factor',
  'portfolio-report',
] as const;

/** What a calculation is called; one of a kind this page has not heard of keeps the kind's own name. */
export function useKindName() {
  const { t } = useTranslation();
  return (kind: string) => {
    const known = kinds.find((candidate) => candidate === kind);
    return known ? t(`kind.${known}`) : kind;
  };
}

/** Where the progress and the result of an analysis are shown; undefined of a kind that has no page. */
export function addressOf({ id, kind }: Pick<Analysis, 'id' | 'kind'>): string | undefined {
  switch (kind) {
    case 'risk':
      return `/risk/${id}`;
    case 'var-backtest':
      return `/risk?backtest=${id}`;
    case 'monte-carlo':
    case 'goal':
      return `/simulate/${id}`;
    case 'stress':
      return `/stress/${id}`;
    case 'optimization':
      return `/optimize/${id}`;
    case 'backtest':
    case 'leverage':
    case 'factor':
      return `/${kind}/${id}`;
    case 'portfolio-report':
      return `/reports/${id}`;
    default:
      return undefined;
  }
}
