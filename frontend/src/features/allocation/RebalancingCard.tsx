import { useQuery } from '@tanstack/react-query';
import type { Rebalancing } from '@/api/types';
import { dayTime, money, moneyChange, percent, percentChange, quantityChange } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { Badge } from '@/shared/ui/Badge';
import { Card } from '@/shared/ui/Card';
import { Explain } from '@/shared/ui/Explain';
import { Skeleton } from '@/shared/ui/Page';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { Table, Td, Th, Tr } from '@/shared/ui/table';
import { rebalancingQuery, simulatedScoreQuery } from './api';
import { signedTrades } from './model/target';
import { useKeyName } from './words';

/** How far the portfolio is from its target, the whole shares that lead back, and what they would do to the risk score. */
export function RebalancingCard({ portfolioId }: { portfolioId: string }) {
  const { t } = useTranslation();
  const rebalancing = useQuery(rebalancingQuery(portfolioId, true));
  if (rebalancing.error)
    return <ProblemNotice error={rebalancing.error} onRetry={() => void rebalancing.refetch()} />;
  if (!rebalancing.data) return <Skeleton className="h-48 w-full" />;
  const out = rebalancing.data.buckets.filter((bucket) => bucket.outOfBand).length;
  return (
    <Card
      title={t('rebalancing.title')}
      term={t('rebalancing.term')}
      actions={
        <>
          {out > 0 ? (
            <Badge tone="warn">{t('rebalancing.out', { count: out })}</Badge>
          ) : (
            <Badge tone="gain">{t('rebalancing.inBand')}</Badge>
          )}
          <Explain about={t('rebalancing.rule')}>
            <p>{t('rebalancing.rulePlain')}</p>
            <p>{t('rebalancing.ruleTrades')}</p>
          </Explain>
        </>
      }
    >
      <div className="grid gap-x-8 gap-y-6 lg:grid-cols-2">
        <Drifts rebalancing={rebalancing.data} />
        <Trades portfolioId={portfolioId} rebalancing={rebalancing.data} />
      </div>
      <p className="mt-3 text-caption text-muted">
        {t('rebalancing.caption', { when: dayTime(rebalancing.data.asOf) })}
      </p>
    </Card>
  );
}

function Drifts({ rebalancing }: { rebalancing: Rebalancing }) {
  const { t } = useTranslation();
  const keyName = useKeyName();
  return (
    <div className="-mx-5 sm:mx-0">
      <Table label={t('rebalancing.drifts')}>
        <thead>
          <tr>
            <Th>{t('rebalancing.part')}</Th>
            <Th right>{t('allocation.share')}</Th>
            <Th right>{t('allocation.wanted')}</Th>
            <Th right>{t('allocation.drift')}</Th>
          </tr>
        </thead>
        <tbody>
          {rebalancing.buckets.map((bucket) => (
            <Tr key={bucket.key} className={bucket.outOfBand ? 'bg-warn-soft' : undefined}>
              <Td className="font-medium">
                {keyName(rebalancing.by, bucket.key)}
                {bucket.outOfBand ? (
                  <span className="block text-caption font-normal text-warn">{t('rebalancing.far')}</span>
                ) : null}
              </Td>
              <Td right>{percent(bucket.held, 1)}</Td>
              <Td right>{percent(bucket.target, 1)}</Td>
              <Td right>{percentChange(bucket.drift, 1)}</Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}

function Trades({ portfolioId, rebalancing }: { portfolioId: string; rebalancing: Rebalancing }) {
  const { t } = useTranslation();
  const keyName = useKeyName();
  const trades = signedTrades(rebalancing);
  const score = useQuery(simulatedScoreQuery(portfolioId, trades)).data;
  const currency = rebalancing.baseCurrency;
  const unassigned = Object.entries(rebalancing.unassigned);
  return (
    <div className="min-w-0 space-y-3">
      {trades.length > 0 ? (
        <div className="-mx-5 sm:mx-0">
          <Table label={t('rebalancing.trades')}>
            <thead>
              <tr>
                <Th>{t('column.symbol')}</Th>
                <Th right>{t('rebalancing.change')}</Th>
                <Th right>{t('rebalancing.worth')}</Th>
              </tr>
            </thead>
            <tbody>
              {trades.map((trade, index) => {
                const value = Number(rebalancing.trades[index]?.value) * Math.sign(trade.quantity);
                return (
                  <Tr key={trade.symbol}>
                    <Td className="font-medium">{trade.symbol}</Td>
                    <Td right>
                      {t('rebalancing.shares', {
                        count: Math.abs(trade.quantity),
                        change: quantityChange(trade.quantity),
                      })}
                    </Td>
                    <Td right>{moneyChange(value, currency)}</Td>
                  </Tr>
                );
              })}
            </tbody>
          </Table>
        </div>
      ) : (
        <p className="text-muted">{t('rebalancing.none')}</p>
      )}
      {score?.before.score && score.after.score ? (
        <p>
          {t('rebalancing.effect', { before: score.before.score, after: score.after.score })}{' '}
          <span className="figures text-muted">
            {t('rebalancing.swing', {
              before: percent(score.before.volatility, 1),
              after: percent(score.after.volatility, 1),
            })}
          </span>
        </p>
      ) : null}
      <p className="figures text-dense text-muted">
        {t('rebalancing.cash', { cash: money(rebalancing.cashAfter, currency) })}
      </p>
      {unassigned.length > 0 ? (
        <ul className="list-disc space-y-1 pl-5 text-dense">
          {unassigned.map(([key, value]) => (
            <li key={key}>
              {t('rebalancing.unassigned', {
                name: keyName(rebalancing.by, key),
                value: money(value, currency),
              })}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
