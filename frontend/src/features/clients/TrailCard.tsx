import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { dayTime } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { Skeleton } from '@/shared/ui/Page';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { clientEventsQuery } from './api';

/** Who read or changed the client; fetched when it is opened, for the look is noted too. */
export function TrailCard({ clientId }: { clientId: string }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const events = useInfiniteQuery({ ...clientEventsQuery(clientId), enabled: opened, retry: false });
  const items = events.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Card title={t('clients.trail')} term={t('clients.trailTerm')}>
      <details onToggle={(event) => setOpened(event.currentTarget.open)}>
        <summary className="min-h-6 font-medium text-primary">{t('clients.trailShow')}</summary>
        {events.error ? (
          <ProblemNotice error={events.error} onRetry={() => void events.refetch()} className="mt-3" />
        ) : null}
        {opened && events.isPending ? <Skeleton className="mt-3 h-24 w-full" /> : null}
        <ol className="mt-3 space-y-1.5 text-dense">
          {items.map((event) => (
            <li key={event.id} className="flex flex-wrap gap-x-3">
              <span className="figures text-muted">{dayTime(event.at)}</span>
              <span className="font-medium">{t(`clients.event.${event.kind}`)}</span>
              <span className="text-muted">{event.userName ?? t('clients.nobody')}</span>
            </li>
          ))}
        </ol>
        {events.hasNextPage ? (
          <Button
            size="small"
            className="mt-3"
            busy={events.isFetchingNextPage}
            onClick={() => void events.fetchNextPage()}
          >
            {t('clients.more')}
          </Button>
        ) : null}
      </details>
    </Card>
  );
}
