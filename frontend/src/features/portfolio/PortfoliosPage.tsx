import { useQuery } from '@tanstack/react-query';
import { FileUp } from 'lucide-react';
import { useTranslation } from '@/shared/i18n/i18n';
import type { Portfolio } from '@/api/types';
import { day, money, moneyChange, percentChange } from '@/shared/format/format';
import { Badge } from '@/shared/ui/Badge';
import { Button, ButtonLink } from '@/shared/ui/Button';
import { Delta } from '@/shared/ui/Delta';
import { Link } from '@/shared/ui/Link';
import { Empty, Page, Skeleton } from '@/shared/ui/Page';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { portfoliosQuery, useAddSample, valuationQuery } from './api';

/** Every portfolio with what it is worth. */
export default function PortfoliosPage() {
  const { t } = useTranslation();
  const portfolios = useQuery(portfoliosQuery);
  const sample = useAddSample();
  const list = portfolios.data ?? [];
  return (
    <Page
      title={t('portfolios.title')}
      lead={t('portfolios.lead')}
      actions={
        <ButtonLink look="primary" to="/portfolios/import?portfolio=new">
          <FileUp className="size-[18px]" aria-hidden="true" />
          {t('overview.import')}
        </ButtonLink>
      }
    >
      {portfolios.error ? (
        <ProblemNotice error={portfolios.error} onRetry={() => void portfolios.refetch()} />
      ) : null}
      {portfolios.isPending ? <Skeleton className="h-32 w-full" /> : null}
      {portfolios.data && list.length === 0 ? (
        <div className="card">
          <Empty
            title={t('overview.noneTitle')}
            action={
              <Button busy={sample.isPending} onClick={() => sample.mutate()}>
                {t('overview.addSample')}
              </Button>
            }
          >
            {t('overview.none')}
          </Empty>
        </div>
      ) : null}
      <ul className="grid gap-4 md:grid-cols-2">
        {list.map((portfolio) => (
          <PortfolioCard key={portfolio.id} portfolio={portfolio} />
        ))}
      </ul>
      {sample.error ? <ProblemNotice error={sample.error} /> : null}
    </Page>
  );
}

function PortfolioCard({ portfolio }: { portfolio: Portfolio }) {
  const { t } = useTranslation();
  const valuation = useQuery(valuationQuery(portfolio.id));
  return (
    <li className="card relative p-5 hover:border-line-strong">
      <div className="flex items-start justify-between gap-3">
        <h2 className="min-w-0 text-section font-semibold">
          <Link
            to={`/portfolios/${portfolio.id}`}
            className="after:absolute after:inset-0 after:rounded-card"
          >
            {portfolio.name}
          </Link>
        </h2>
        {portfolio.sample ? <Badge tone="primary">{t('portfolios.sample')}</Badge> : null}
        {portfolio.paper ? <Badge tone="primary">{t('portfolios.paper')}</Badge> : null}
      </div>
      {valuation.data ? (
        <>
          <p className="figures mt-2 text-figure font-semibold tracking-[-0.02em]">
            {money(valuation.data.value, valuation.data.baseCurrency)}
          </p>
          <Delta value={valuation.data.dayChange} className="font-medium">
            {`${moneyChange(valuation.data.dayChange, valuation.data.baseCurrency)} (${percentChange(valuation.data.dayChangeFraction)})`}
          </Delta>{' '}
          <span className="text-muted">{t('overview.today')}</span>
        </>
      ) : valuation.error ? (
        <p className="mt-2 text-muted">{t('portfolios.noValue')}</p>
      ) : (
        <Skeleton className="mt-3 h-14 w-48" />
      )}
      <p className="mt-3 text-caption text-muted">
        {t('portfolios.since', { when: day(portfolio.createdAt), currency: portfolio.baseCurrency })}
      </p>
    </li>
  );
}
