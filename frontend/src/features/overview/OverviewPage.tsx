import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { FlaskConical } from 'lucide-react';
import { useEffect } from 'react';
import { expectOverviewOf } from '@/api/ahead';
import { useTranslation } from '@/shared/i18n/i18n';
import type { Holdings, Portfolio, Valuation } from '@/api/types';
import { RunningJobs } from '@/features/jobs/RunningJobs';
import { holdingsQuery, useAddSample, useCurrentPortfolio, valuationQuery } from '@/features/portfolio/api';
import { PortfolioSwitch } from '@/features/portfolio/PortfolioSwitch';
import { RiskScoreCard } from '@/features/score/RiskScoreCard';
import { RunRiskButton } from '@/features/risk/RunRiskButton';
import { Button, ButtonLink } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { Link } from '@/shared/ui/Link';
import { Empty, Page, Skeleton } from '@/shared/ui/Page';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { Unhurried } from '@/shared/rendering/Unhurried';
import { BadMonthCard } from './BadMonthCard';
import { HoldingsTable } from '@/features/portfolio/HoldingsTable';
import { InsightsCard } from './InsightsCard';
import { ValueHero } from './ValueHero';

/** What do I own, what is it worth now, how much could I lose. */
export default function OverviewPage() {
  const { t } = useTranslation();
  const { portfolio, isPending, error, refetch } = useCurrentPortfolio();
  const id = portfolio?.id ?? '';
  const valuation = useQuery(valuationQuery(id));
  const holdings = useQuery(holdingsQuery(id));
  useEffect(() => {
    if (id) expectOverviewOf(id);
  }, [id]);

  if (error) {
    return (
      <Page title={t('overview.title')}>
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      </Page>
    );
  }
  if (isPending) return <ToCome />;
  if (!portfolio) return <NoPortfolio />;
  return (
    <Unhurried instead={<ToCome />}>
      <OverviewOf portfolio={portfolio} valuation={valuation} holdings={holdings} />
    </Unhurried>
  );
}

/** What follows depends on the portfolio: shown in part it would be pushed down by the rest. */
function ToCome() {
  const { t } = useTranslation();
  return (
    <Page title={t('overview.title')} lead={<Skeleton className="h-6 w-48" />}>
      <Skeleton className="h-[calc(100vh-10rem)] min-h-[40rem] w-full" />
    </Page>
  );
}

type Props = {
  portfolio: Portfolio;
  valuation: UseQueryResult<Valuation>;
  holdings: UseQueryResult<Holdings>;
};

function OverviewOf({ portfolio, valuation, holdings }: Props) {
  const { t } = useTranslation();
  const problem = valuation.error ?? holdings.error;
  // what has to be computed first does not hold up the value, which is there
  const settled = !valuation.isPending && !holdings.isPending;
  const empty = holdings.data && holdings.data.holdings.length === 0 && holdings.data.cash.length === 0;
  return (
    <Page
      title={t('overview.title')}
      lead={<PortfolioSwitch current={portfolio} />}
      actions={!empty ? <RunRiskButton portfolioId={portfolio.id} /> : null}
    >
      {portfolio.sample ? <SampleBanner /> : null}
      <RunningJobs />
      {problem ? (
        <ProblemNotice
          error={problem}
          onRetry={() => {
            void valuation.refetch();
            void holdings.refetch();
          }}
        />
      ) : null}
      {empty ? (
        <div className="card">
          <Empty
            title={t('overview.emptyTitle')}
            action={
              <ButtonLink look="primary" to={`/portfolios/import?portfolio=${portfolio.id}`}>
                {t('overview.import')}
              </ButtonLink>
            }
          >
            {t('overview.empty')}
          </Empty>
        </div>
      ) : (
        <>
          <div className="grid gap-5 lg:grid-cols-[minmax(0,1fr)_340px]">
            {valuation.data && holdings.data ? (
              <Unhurried key={portfolio.id} instead={<HeroToCome />}>
                <ValueHero valuation={valuation.data} holdings={holdings.data} />
              </Unhurried>
            ) : (
              <HeroToCome />
            )}
            <BadMonthCard portfolioId={portfolio.id} />
          </div>
          <div className="grid items-start gap-5 lg:grid-cols-2">
            {settled ? (
              <>
                <RiskScoreCard portfolioId={portfolio.id} />
                <InsightsCard portfolioId={portfolio.id} />
              </>
            ) : (
              <>
                <Skeleton className="h-80 w-full" />
                <Skeleton className="h-80 w-full" />
              </>
            )}
          </div>
          <Card title={t('holdings.title')} padded={false}>
            {holdings.data ? (
              <Unhurried instead={<TableToCome />}>
                <HoldingsTable holdings={holdings.data} />
              </Unhurried>
            ) : (
              <TableToCome />
            )}
          </Card>
        </>
      )}
    </Page>
  );
}

const HeroToCome = () => <Skeleton className="h-[440px] w-full lg:h-[402px]" />;
const TableToCome = () => <Skeleton className="mx-5 mb-5 h-72" />;

function SampleBanner() {
  const { t } = useTranslation();
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-card border border-primary/25 bg-primary-soft px-4 py-2.5 text-dense">
      <FlaskConical className="size-4 shrink-0 text-primary" aria-hidden="true" />
      <span className="min-w-0">{t('home.sample')}</span>
      <Link to="/portfolios/import" className="font-medium text-primary underline underline-offset-2">
        {t('home.sampleImport')}
      </Link>
    </p>
  );
}

function NoPortfolio() {
  const { t } = useTranslation();
  const sample = useAddSample();
  return (
    <Page title={t('overview.title')}>
      <div className="card">
        <Empty
          title={t('overview.noneTitle')}
          action={
            <>
              <ButtonLink look="primary" to="/portfolios/import">
                {t('overview.import')}
              </ButtonLink>
              <Button busy={sample.isPending} onClick={() => sample.mutate()}>
                {t('overview.addSample')}
              </Button>
            </>
          }
        >
          {t('overview.none')}
        </Empty>
        {sample.error ? <ProblemNotice error={sample.error} className="m-5" /> : null}
      </div>
    </Page>
  );
}
