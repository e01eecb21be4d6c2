import { useQuery } from '@tanstack/react-query';
import { useParams, useSearchParams } from 'react-router';
import type { Allocation, Target } from '@/api/types';
import { ChartCard } from '@/shared/charts/ChartCard';
import { ShareBars } from '@/shared/charts/ShareBars';
import { dayTime, money, percent, percentChange } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { ButtonLink } from '@/shared/ui/Button';
import { Explain } from '@/shared/ui/Explain';
import { Empty, Skeleton } from '@/shared/ui/Page';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { Segmented } from '@/shared/ui/Segmented';
import { Table, Td, Th, Tr } from '@/shared/ui/table';
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
        onChange={(value) => setSearch({ by: value }, { replace: true, preventScrollReset: true })}
        options={dimensions.map((value) => ({ value, label: t(`allocation.dimension.${value}`) }))}
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
          <TargetForm
            key={`${by} ${JSON.stringify(target.data)}`}
            portfolioId={portfolioId}
            by={by}
            allocation={allocation.data}
            target={target.data}
          />
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
          {target && !compared ? (
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
      table={
        <Table label={t('allocation.term')}>
          <thead>
            <tr>
              <Th>{t(`allocation.dimension.${by}`)}</Th>
              <Th right>{t('allocation.value')}</Th>
              <Th right>{t('allocation.share')}</Th>
              {compared ? (
                <>
                  <Th right>{t('allocation.wanted')}</Th>
                  <Th right>{t('allocation.drift')}</Th>
                </>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {all.map((row) => (
              <Tr key={row.key}>
                <Td className="font-medium">{keyName(by, row.key)}</Td>
                <Td right>{money(row.value, currency)}</Td>
                <Td right>{percent(row.held, 1)}</Td>
                {compared ? (
                  <>
                    <Td right>{percent(row.target, 1)}</Td>
                    <Td right>{percentChange(row.drift, 1)}</Td>
                  </>
                ) : null}
              </Tr>
            ))}
          </tbody>
        </Table>
      }
    />
  );
}
