import { ClockAlert, OctagonAlert } from 'lucide-react';
import { useId } from 'react';
import type { Margin } from '@/api/types';
import { dayTime, money, moneyChange, percent, time } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { cx } from '@/shared/ui/cx';
import { Explain } from '@/shared/ui/Explain';
import { Cures } from './Cures';
import { Gauge } from './Gauge';
import { StateBadge } from './StateBadge';

/** How an account on credit stands this moment. A call makes it red and names what ends it; old prices make it say nothing. */
export function MarginCard({ margin, className }: { margin: Margin; className?: string }) {
  const { t } = useTranslation();
  const id = useId();
  const { state, currency } = margin;
  const call = state === 'CALL';
  const stale = state === 'STALE';
  const figures = [
    { key: 'equity', value: money(margin.netEquity, currency) },
    { key: 'requirement', value: money(margin.marginRequirement, currency) },
    { key: 'buffer', value: moneyChange(margin.buffer, currency) },
    { key: 'value', value: money(margin.portfolioValue, currency) },
    { key: 'loan', value: money(margin.loanAmount, currency) },
  ] as const;
  return (
    <section
      aria-labelledby={id}
      data-state={state}
      className={cx('card min-w-0 p-5', call && 'border-2 border-danger bg-danger-soft', className)}
    >
      <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <h2 id={id} className="text-section font-semibold tracking-[-0.01em]">
            {t('margin.question')}
          </h2>
          <p className="text-dense text-muted">{t('margin.term')}</p>
        </div>
        <span className="flex items-center gap-2">
          {/* a change of state is said, the moving figures are not */}
          <span role="status" className={call ? 'rounded-full ring-1 ring-danger' : undefined}>
            <StateBadge state={state} />
          </span>
          <Explain about={t('margin.question')} term={t('margin.term')}>
            <p>{t('margin.explain.what')}</p>
            <p>{t('margin.explain.formula')}</p>
            <p>{t('margin.explain.zones')}</p>
          </Explain>
        </span>
      </header>
      {stale ? <StaleNotice margin={margin} /> : null}
      <div className="mt-4">
        <Gauge utilization={margin.utilization} state={state} />
      </div>
      <p className={cx('mt-4 text-body', call ? 'font-medium text-danger' : stale && 'text-muted')}>
        {call ? <OctagonAlert className="mr-2 inline size-[18px] align-[-3px]" aria-hidden="true" /> : null}
        {useSentence(margin)}
      </p>
      {call ? <Cures margin={margin} /> : null}
      <dl
        className={cx(
          'mt-4 grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-3 lg:grid-cols-5',
          stale && 'text-muted',
        )}
      >
        {figures.map(({ key, value }) => (
          <div key={key} className="min-w-0">
            <dt className="text-dense text-muted">{t(`margin.figure.${key}`)}</dt>
            <dd className="figures text-section font-semibold">{value}</dd>
          </div>
        ))}
      </dl>
      {margin.unknownSymbols.length > 0 ? (
        <p className="mt-4 text-dense text-warn">
          {t('margin.unknown', { symbols: margin.unknownSymbols.join(', ') })}
        </p>
      ) : null}
      {margin.closedSymbols.length > 0 ? (
        <p className="mt-4 text-dense text-muted">
          {t('margin.closedOf', {
            symbols: margin.closedSymbols.join(', '),
            when: dayTime(margin.pricesAsOf),
          })}
        </p>
      ) : null}
      <p className="mt-4 text-caption text-muted">
        {t('margin.asOf', { when: time(margin.pricesAsOf ?? margin.timestamp) })}
        {margin.simulated ? ` · ${t('margin.simulated')}` : ''}
      </p>
    </section>
  );
}

/** Where a call lies, in one sentence. */
function useSentence(margin: Margin): string {
  const { t } = useTranslation();
  const { currency, distanceToCall, triggerValue, riseToCall } = margin;
  if (margin.marginCallTriggered)
    return t('margin.short', { amount: money(margin.marginShortfall, currency) });
  if (Number(margin.loanAmount) === 0 && (riseToCall === undefined || riseToCall === null))
    return t('margin.noLoan');
  const fall =
    distanceToCall === undefined || distanceToCall === null
      ? t('margin.unknownDistance')
      : Number(distanceToCall) >= 1
        ? t('margin.noFall')
        : triggerValue
          ? t('margin.distance', {
              fall: percent(distanceToCall, 1),
              value: money(triggerValue, currency),
            })
          : t('margin.distanceOnly', { fall: percent(distanceToCall, 1) });
  return riseToCall === undefined || riseToCall === null
    ? fall
    : `${fall} ${t('margin.rise', { rise: percent(riseToCall, 1) })}`;
}

function StaleNotice({ margin }: { margin: Margin }) {
  const { t } = useTranslation();
  return (
    <p role="note" className="mt-3 flex gap-2 rounded-control bg-warn-soft px-4 py-3 text-dense text-warn">
      <ClockAlert className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
      {margin.staleSymbols.length > 0
        ? t('margin.staleOf', {
            symbols: margin.staleSymbols.join(', '),
            when: dayTime(margin.pricesAsOf),
          })
        : t('margin.stale', { when: dayTime(margin.pricesAsOf) })}
    </p>
  );
}
