import { useQuery } from '@tanstack/react-query';
import { useParams, useSearchParams } from 'react-router';
import { AccountBar } from '@/features/accounts/AccountBar';
import { useAccountFilter } from '@/features/accounts/useAccountFilter';
import { useTranslation } from '@/shared/i18n/i18n';
import { Skeleton } from '@/shared/ui/Page';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { Segmented } from '@/shared/ui/Segmented';
import { performanceQuery } from './api';
import { BenchmarkForm } from './BenchmarkForm';
import { FlowsCard } from './FlowsCard';
import { GainsCard } from './GainsCard';
import { GrowthCard } from './GrowthCard';
import { IncomeCard } from './IncomeCard';
import { firstDay, ranges } from './model/range';
import { ReturnsCard } from './ReturnsCard';
import { WhatIfCard } from './WhatIfCard';

/** How the portfolio did: two returns and why they differ, what the gain was made of, and what it paid. */
export default function PerformanceTab() {
  const { t } = useTranslation();
  const { portfolioId = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const range = ranges.find((known) => known === search.get('range')) ?? 'all';
  const benchmark = search.get('benchmark') ?? undefined;
  const from = firstDay(range, new Date());
  const filter = useAccountFilter(portfolioId);
  const { accountId } = filter;
  const performance = useQuery(performanceQuery(portfolioId, { from, accountId }, benchmark));
  const change = (name: string, value: string | undefined) =>
    setSearch(
      (old) => {
        if (value) old.set(name, value);
        else old.delete(name);
        return old;
      },
      { replace: true, preventScrollReset: true },
    );
  return (
    <>
      <AccountBar portfolioId={portfolioId} filter={filter} />
      <div className="flex flex-wrap items-end justify-between gap-4">
        <Segmented
          showLabel
          label={t('performance.range')}
          value={range}
          onChange={(value) => change('range', value)}
          options={ranges.map((value) => ({ value, label: t(`performance.ranges.${value}`) }))}
        />
        <BenchmarkForm
          key={benchmark ?? ''}
          symbol={benchmark}
          // asking for the same once more is trying it again
          onChange={(symbol) =>
            symbol === benchmark ? void performance.refetch() : change('benchmark', symbol)
          }
        />
      </div>
      {performance.error ? (
        <ProblemNotice error={performance.error} onRetry={() => void performance.refetch()} />
      ) : null}
      {performance.data ? (
        <>
          <ReturnsCard performance={performance.data} />
          {performance.data.points.length > 1 ? <GrowthCard performance={performance.data} /> : null}
          <WhatIfCard performance={performance.data} />
          <FlowsCard performance={performance.data} />
        </>
      ) : performance.error ? null : (
        <>
          <Skeleton className="h-56 w-full" />
          <Skeleton className="h-72 w-full" />
        </>
      )}
      <GainsCard portfolioId={portfolioId} range={{ from, accountId }} />
      {accountId ? <p className="text-muted">{t('accounts.whole')}</p> : null}
      <IncomeCard portfolioId={portfolioId} />
    </>
  );
}
