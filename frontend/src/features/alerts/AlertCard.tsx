import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { Alert, AlertDelivery } from '@/api/types';
import { dayTime, time } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { Served } from '@/shared/i18n/Served';
import { Badge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { Link } from '@/shared/ui/Link';
import { cx } from '@/shared/ui/cx';
import { Skeleton } from '@/shared/ui/Page';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { alertQuery, useReadAlert, useRetryDelivery } from './api';

/** One alert: what happened, what it is about, and who was told by which way. */
export function AlertCard({ alert }: { alert: Alert }) {
  const { t } = useTranslation();
  const id = useId();
  const read = useReadAlert();
  const unread = !alert.readAt;
  return (
    <article aria-labelledby={id} className={cx('card p-4 sm:p-5', unread && 'border-l-4 border-l-primary')}>
      <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <h2 id={id} className={cx('min-w-0 text-body', unread ? 'font-semibold' : 'font-medium')}>
          <Served>{alert.title}</Served>
        </h2>
        <span className="flex items-center gap-2">
          {unread ? <Badge tone="primary">{t('alerts.isNew')}</Badge> : null}
          {alert.urgent ? <Badge tone="danger">{t('alerts.urgent')}</Badge> : null}
          <Badge>{t(`alerts.kind.${alert.kind}`)}</Badge>
        </span>
      </header>
      <p className="mt-1 text-body">
        <Served>{alert.message}</Served>
      </p>
      <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-dense">
        <span className="figures text-muted">{dayTime(alert.at)}</span>
        <About alert={alert} />
        {unread ? (
          <Button size="small" look="ghost" busy={read.isPending} onClick={() => read.mutate(alert.id)}>
            {t('alerts.read')}
          </Button>
        ) : null}
      </div>
      {read.error ? <ProblemNotice error={read.error} className="mt-3" /> : null}
      <Deliveries alert={alert} />
    </article>
  );
}

/** The page that shows what the alert speaks of. */
function About({ alert }: { alert: Alert }) {
  const { t } = useTranslation();
  const to =
    alert.kind === 'MARGIN_DISTANCE' && alert.portfolioId
      ? `/margin?portfolio=${alert.portfolioId}`
      : alert.portfolioId
        ? `/portfolios/${alert.portfolioId}`
        : alert.symbol
          ? `/markets/${encodeURIComponent(alert.symbol)}`
          : undefined;
  if (!to) return null;
  return (
    <Link to={to} className="font-medium text-primary underline-offset-2 hover:underline">
      {t('alerts.look')}
    </Link>
  );
}

function Deliveries({ alert }: { alert: Alert }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const full = useQuery({ ...alertQuery(alert.id), enabled: opened });
  const deliveries = full.data?.deliveries ?? alert.deliveries;
  const delivered = alert.deliveries.filter(({ status }) => status === 'DELIVERED').length;
  return (
    <details className="mt-2 text-dense" onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary className="min-h-6 text-muted">
        {t('alerts.deliveries', { delivered, all: alert.deliveries.length })}
      </summary>
      {full.error ? <ProblemNotice error={full.error} onRetry={() => void full.refetch()} /> : null}
      {opened && full.isPending ? <Skeleton className="mt-2 h-10 w-full" /> : null}
      <ul className="mt-2 space-y-2">
        {deliveries.map((delivery) => (
          <Delivery key={delivery.id} alertId={alert.id} delivery={delivery} />
        ))}
      </ul>
    </details>
  );
}

const tones = {
  PENDING: 'neutral',
  DEFERRED: 'warn',
  DELIVERED: 'gain',
  FAILED: 'danger',
  CANCELLED: 'neutral',
} as const;

function Delivery({ alertId, delivery }: { alertId: string; delivery: AlertDelivery }) {
  const { t, tell } = useTranslation();
  const retry = useRetryDelivery(alertId);
  const when = delivery.deliveredAt ?? delivery.dueAt;
  return (
    <li className="rounded-control border border-line px-3 py-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-medium">{t(`alerts.channel.${delivery.channel}`)}</span>
        <Badge tone={tones[delivery.status]}>{t(`alerts.status.${delivery.status}`)}</Badge>
        {when ? <span className="figures text-muted">{dayTime(when)}</span> : null}
        <span className="text-muted">{t('alerts.attempts', { count: delivery.attempts })}</span>
        {delivery.status === 'FAILED' ? (
          <Button size="small" busy={retry.isPending} onClick={() => retry.mutate(delivery.id)}>
            {t('alerts.retry')}
          </Button>
        ) : null}
      </div>
      {delivery.lastError ? (
        <p className="mt-1 break-words text-danger">
          <Served>{delivery.lastError}</Served>
        </p>
      ) : null}
      {delivery.log && delivery.log.length > 0 ? (
        <ol className="figures mt-1 text-caption text-muted">
          {delivery.log.map((attempt) => (
            <li key={attempt.number}>
              {[
                time(attempt.at),
                attempt.outcome,
                attempt.statusCode,
                attempt.error === undefined ? undefined : tell(attempt.error).text,
                attempt.millis === undefined ? undefined : t('alerts.millis', { millis: attempt.millis }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </li>
          ))}
        </ol>
      ) : null}
      {retry.error ? <ProblemNotice error={retry.error} className="mt-2" /> : null}
    </li>
  );
}
