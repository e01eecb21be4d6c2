import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '@/shared/i18n/i18n';
import type { Portfolio } from '@/api/types';
import { useSettings } from '@/shared/settings/settings';
import { portfoliosQuery } from './api';

/** The name of the portfolio on the screen; with several, a choice. */
export function PortfolioSwitch({ current }: { current: Portfolio }) {
  const { t } = useTranslation();
  const portfolios = useQuery(portfoliosQuery).data ?? [];
  const set = useSettings((settings) => settings.set);
  if (portfolios.length < 2) return <span>{current.name}</span>;
  return (
    <label className="inline-flex max-w-full items-center gap-2">
      <span className="sr-only">{t('portfolios.switch')}</span>
      <select
        value={current.id}
        onChange={(event) => set({ portfolioId: event.target.value })}
        className="chevron h-8 max-w-full min-w-0 appearance-none truncate rounded-control border border-line bg-surface pr-8 pl-2.5 text-body text-fg"
      >
        {portfolios.map((portfolio) => (
          <option key={portfolio.id} value={portfolio.id}>
            {portfolio.name}
          </option>
        ))}
      </select>
    </label>
  );
}
