import { useInfiniteQuery } from '@tanstack/react-query';
import { dayTime, money, percent, price } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { Skeleton } from '@/shared/ui/Page';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { Table, Td, Th, Tr } from '@/shared/ui/table';
import { marginEventsQuery } from './api';
import { StateBadge } from './StateBadge';

/** When the account changed from one state to another, and what did it. */
export function EventsCard({ portfolioId }: { portfolioId: string }) {
  const { t } = useTranslation();
  const events = useInfiniteQuery(marginEventsQuery(portfolioId));
  const items = events.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Card title={t('margin.events')} term={t('margin.eventsTerm')} padded={items.length === 0}>
      {events.error ? (
        <ProblemNotice error={events.error} onRetry={() => void events.refetch()} className="m-5" />
      ) : null}
      {events.isPending ? <Skeleton className="h-24 w-full" /> : null}
      {events.data && items.length === 0 ? <p className="text-muted">{t('margin.noEvents')}</p> : null}
      {items.length > 0 ? (
        <Table label={t('margin.eventsTerm')}>
          <thead>
            <tr>
              <Th>{t('margin.column.when')}</Th>
              <Th>{t('margin.column.change')}</Th>
              <Th right>{t('margin.column.value')}</Th>
              <Th right>{t('margin.utilization')}</Th>
              <Th>{t('margin.column.cause')}</Th>
            </tr>
          </thead>
          <tbody>
            {items.map((event) => (
              <Tr key={event.id}>
                <Td className="figures whitespace-nowrap">{dayTime(event.at)}</Td>
                <Td className="whitespace-nowrap">
                  <StateBadge state={event.before} /> <span aria-hidden="true">→</span>
                  <span className="sr-only"> {t('margin.became')} </span> <StateBadge state={event.after} />
                </Td>
                <Td right>{money(event.portfolioValue, event.currency)}</Td>
                <Td right>
                  {event.utilization === undefined || event.utilization === null
                    ? t('margin.beyond')
                    : percent(event.utilization, 0)}
                </Td>
                <Td className="figures whitespace-nowrap text-muted">
                  {event.symbol
                    ? `${event.symbol} ${price(event.price, event.priceCurrency)}`
                    : t('margin.ledger')}
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      ) : null}
      {events.hasNextPage ? (
        <div className="p-4 text-center">
          <Button busy={events.isFetchingNextPage} onClick={() => void events.fetchNextPage()}>
            {t('margin.more')}
          </Button>
        </div>
      ) : null}
    </Card>
  );
}
