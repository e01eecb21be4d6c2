import { useQuery } from '@tanstack/react-query';
import { useParams, useSearchParams } from 'react-router';
import type { Allocation, Target } from '@/api/types';
import { ChartCard } from '@/shared/charts/ChartCard';
import { figures } from '@/shared/charts/figures';
import { ShareBars } from '@/shared/charts/ShareBars';
import { dayTime, money, percent, percentChange } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { ButtonLink } from '@/shared/ui/Button';
import { Explain } from '@/shared/ui/Explain';
import { Empty, Skeleton } from '@/shared/ui/Page';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { Segmented } from '@/shared/ui/Segmented';
import { accountsQuery } from '@/features/accounts/api';
import { allocationQuery, type Dimension, dimensions, targetQuery } from './api';
import { rows } from './model/target';
import { RebalancingCard } from './RebalancingCard';
import { TargetForm } from './TargetForm';
import { useKeyName } from './words';

/** How the money is spread, how it was meant to be, and the way from one to the other. */
export default function AllocationTab() {
  const { t } = useTranslation();
  const { portfolioId = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const by = dimensions.find((dimension) => dimension === search.get('by')) ?? 'class';
  const accounts = useQuery(accountsQuery(portfolioId)).data ?? [];
  const offered = dimensions.filter((dimension) => dimension !== 'account' || accounts.length > 1);
  const allocation = useQuery(allocationQuery(portfolioId, by));
  const target = useQuery(targetQuery(portfolioId));
  const problem = allocation.error ?? target.error;
  const empty = allocation.data?.slices.length === 0;
  return (
    <>
      <Segmented
        showLabel
        label={t('allocation.by')}
        value={by}
        onChange={(value) =>
          setSearch(
            (old) => {
              old.set('by', value);
              return old;
            },
            { replace: true, preventScrollReset: true },
          )
        }
        options={offered.map((value) => ({ value, label: t(`allocation.dimension.${value}`) }))}
      />
      {problem ? (
        <ProblemNotice
          error={problem}
          onRetry={() => {
            void allocation.refetch();
            void target.refetch();
          }}
        />
      ) : null}
      {empty ? (
        <div className="card">
          <Empty
            title={t('overview.emptyTitle')}
            action={
              <ButtonLink look="primary" to={`/portfolios/import?portfolio=${portfolioId}`}>
                {t('overview.import')}
              </ButtonLink>
            }
          >
            {t('allocation.empty')}
          </Empty>
        </div>
      ) : allocation.data && target.data !== undefined ? (
        <>
          <Spread allocation={allocation.data} by={by} target={target.data} />
          {target.data ? <RebalancingCard portfolioId={portfolioId} /> : null}
          {by === 'account' ? null : (
            <TargetForm
              key={`${by} ${JSON.stringify(target.data)}`}
              portfolioId={portfolioId}
              by={by}
              allocation={allocation.data}
              target={target.data}
            />
          )}
        </>
      ) : problem ? null : (
        <>
          <Skeleton className="h-72 w-full" />
          <Skeleton className="h-48 w-full" />
        </>
      )}
    </>
  );
}

type Share = ReturnType<typeof rows>[number];

function Spread({
  allocation,
  by,
  target,
}: {
  allocation: Allocation;
  by: Dimension;
  target: Target | null;
}) {
  const { t } = useTranslation();
  const keyName = useKeyName();
  const all = rows(allocation, target);
  const currency = allocation.baseCurrency;
  const compared = target?.by === by;
  return (
    <ChartCard
      title={t(`allocation.question.${by}`)}
      learn="asset-allocation"
      term={t('allocation.term')}
      help={
        <Explain about={t('allocation.term')}>
          <p>{t('allocation.plain')}</p>
          <p>
            <strong>{t('allocation.unknownTitle')}</strong> {t('allocation.unknownWhy')}
          </p>
        </Explain>
      }
      caption={[
        t('allocation.caption', {
          value: money(allocation.value, currency),
          when: dayTime(allocation.asOf),
        }),
        ...(compared ? [t('allocation.captionTarget')] : []),
      ].join(' ')}
      chart={
        <>
          <ShareBars
            bars={all.map((row) => ({
              key: row.key,
              name: keyName(by, row.key),
              share: row.held,
              target: row.target,
            }))}
            format={(share) => percent(share, 1)}
            describe={(bar) =>
              bar.target === undefined
                ? percent(bar.share, 1)
                : t('allocation.against', { share: percent(bar.share, 1), target: percent(bar.target, 1) })
            }
          />
          {target && !compared && by !== 'account' ? (
            <p className="mt-4 text-dense text-muted">
              {t('allocation.otherTarget', {
                by: t(`allocation.dimension.${dimensions.find((known) => known === target.by) ?? 'symbol'}`),
              })}
            </p>
          ) : null}
          {allocation.unvaluedSymbols.length > 0 ? (
            <p className="mt-4 text-dense text-warn">
              {t('overview.unvalued', { symbols: allocation.unvaluedSymbols.slice(0, 8).join(', ') })}
            </p>
          ) : null}
        </>
      }
      figures={figures(t('allocation.term'), all, [
        { name: t(`allocation.dimension.${by}`), kind: 'name', of: (row) => keyName(by, row.key) },
        { name: t('allocation.value'), of: (row) => row.value, show: (row) => money(row.value, currency) },
        { name: t('allocation.share'), of: (row) => row.held, show: (row) => percent(row.held, 1) },
        ...(compared
          ? [
              {
                name: t('allocation.wanted'),
                of: (row: Share) => row.target,
                show: (row: Share) => percent(row.target, 1),
              },
              {
                name: t('allocation.drift'),
                of: (row: Share) => row.drift,
                show: (row: Share) => percentChange(row.drift, 1),
              },
            ]
          : []),
      ])}
    />
  );
}
