import { useQuery } from '@tanstack/react-query';
import { FileUp } from 'lucide-react';
import { Suspense } from 'react';
import { Outlet, useParams, useSearchParams } from 'react-router';
import { withAccount } from '@/features/accounts/useAccountFilter';
import { day } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { ButtonLink } from '@/shared/ui/Button';
import { Page, Skeleton } from '@/shared/ui/Page';
import { Tabs } from '@/shared/ui/Tabs';
import { portfoliosQuery } from './api';

/** One portfolio, seen from several sides; each side has its address. */
export default function PortfolioPage() {
  const { t } = useTranslation();
  const { portfolioId = '' } = useParams();
  const [search] = useSearchParams();
  const portfolio = useQuery(portfoliosQuery).data?.find(({ id }) => id === portfolioId);
  const at = `/portfolios/${portfolioId}`;
  return (
    <Page
      title={portfolio?.name ?? t('portfolios.one')}
      lead={
        portfolio
          ? t('portfolios.since', { when: day(portfolio.createdAt), currency: portfolio.baseCurrency })
          : null
      }
      actions={
        <ButtonLink to={`/portfolios/import?portfolio=${portfolioId}`}>
          <FileUp className="size-[18px]" aria-hidden="true" />
          {t('overview.import')}
        </ButtonLink>
      }
    >
      <Tabs
        label={t('portfolio.sides')}
        tabs={[
          { to: withAccount(at, search), label: t('portfolio.holdings'), end: true },
          { to: withAccount(`${at}/transactions`, search), label: t('portfolio.transactions') },
          { to: withAccount(`${at}/performance`, search), label: t('portfolio.performance') },
          { to: withAccount(`${at}/allocation`, search), label: t('portfolio.allocation') },
          { to: withAccount(`${at}/recommendations`, search), label: t('portfolio.recommendations') },
        ]}
      />
      <Suspense fallback={<Skeleton className="h-72 w-full" />}>
        <Outlet />
      </Suspense>
    </Page>
  );
}
