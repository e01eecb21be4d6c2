import { useInfiniteQuery } from '@tanstack/react-query';
import { CheckCheck, Plus } from 'lucide-react';
import { useSearchParams } from 'react-router';
import { useTranslation } from '@/shared/i18n/i18n';
import { Button, ButtonLink } from '@/shared/ui/Button';
import { Empty, Skeleton } from '@/shared/ui/Page';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { Segmented } from '@/shared/ui/Segmented';
import { AlertCard } from './AlertCard';
import { alertsQuery, useReadAlerts } from './api';

/** What was raised, the newest first. */
export default function InboxTab() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const shown = search.get('show') === 'unread' ? 'unread' : 'all';
  const alerts = useInfiniteQuery(alertsQuery(shown === 'unread'));
  const readAll = useReadAlerts();
  const items = alerts.data?.pages.flatMap((page) => page.items) ?? [];
  const unread = alerts.data?.pages[0]?.unread ?? 0;
  const newest = items[0]?.at;
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Segmented
          label={t('alerts.which')}
          value={shown}
          onChange={(value) =>
            setSearch(value === 'all' ? {} : { show: value }, { replace: true, preventScrollReset: true })
          }
          options={[
            { value: 'all', label: t('alerts.all') },
            { value: 'unread', label: t('alerts.unread', { number: unread }) },
          ]}
        />
        {unread > 0 && newest ? (
          <Button busy={readAll.isPending} onClick={() => readAll.mutate(newest)}>
            <CheckCheck className="size-[18px]" aria-hidden="true" />
            {t('alerts.readAll')}
          </Button>
        ) : null}
      </div>
      {alerts.error ? <ProblemNotice error={alerts.error} onRetry={() => void alerts.refetch()} /> : null}
      {readAll.error ? <ProblemNotice error={readAll.error} /> : null}
      {alerts.isPending ? <Skeleton className="h-48 w-full" /> : null}
      {alerts.data && items.length === 0 ? (
        <div className="card">
          <Empty
            title={shown === 'unread' ? t('alerts.noneUnread') : t('alerts.none')}
            action={
              <ButtonLink look="primary" to="/alerts/rules?new=PRICE">
                <Plus className="size-[18px]" aria-hidden="true" />
                {t('alerts.new')}
              </ButtonLink>
            }
          >
            {t('alerts.noneWhy')}
          </Empty>
        </div>
      ) : null}
      <ul className="space-y-3">
        {items.map((alert) => (
          <li key={alert.id}>
            <AlertCard alert={alert} />
          </li>
        ))}
      </ul>
      {alerts.hasNextPage ? (
        <div className="text-center">
          <Button busy={alerts.isFetchingNextPage} onClick={() => void alerts.fetchNextPage()}>
            {t('alerts.more')}
          </Button>
        </div>
      ) : null}
    </>
  );
}
