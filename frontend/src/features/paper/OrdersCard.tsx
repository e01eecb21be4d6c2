import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Order } from '@/api/types';
import { dayTime, percent, price, quantity } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { Served } from '@/shared/i18n/Served';
import { Badge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { Skeleton } from '@/shared/ui/Page';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { Segmented } from '@/shared/ui/Segmented';
import { Table, Td, Th, Tr } from '@/shared/ui/table';
import { toast } from '@/shared/ui/toast';
import { ordersQuery, useCancelOrder } from './api';
import { isOpen } from './model/ticket';
import { OrderDialog } from './OrderDialog';

/** The order book of one's own: what waits, with a way to change and cancel it; and what became of the rest. */
export function OrdersCard({ portfolioId }: { portfolioId: string }) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const shown = search.get('orders') === 'all' ? 'all' : 'open';
  const orders = useInfiniteQuery(ordersQuery(portfolioId, shown === 'open'));
  const [opened, setOpened] = useState<Order>();
  const items = orders.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Card
      title={t('paper.orders')}
      term={t('paper.ordersTerm')}
      padded={false}
      actions={
        <Segmented
          label={t('paper.which')}
          value={shown}
          onChange={(value) =>
            setSearch(
              (old) => {
                if (value === 'all') old.set('orders', 'all');
                else old.delete('orders');
                return old;
              },
              { replace: true, preventScrollReset: true },
            )
          }
          options={[
            { value: 'open', label: t('paper.openOrders') },
            { value: 'all', label: t('paper.allOrders') },
          ]}
        />
      }
    >
      {orders.error ? (
        <ProblemNotice error={orders.error} onRetry={() => void orders.refetch()} className="m-5" />
      ) : null}
      {orders.isPending ? <Skeleton className="mx-5 mb-5 h-24" /> : null}
      {orders.data && items.length === 0 ? (
        <p className="px-5 pb-5 text-muted">{t(`paper.no.${shown}`)}</p>
      ) : null}
      {items.length > 0 ? (
        <Table label={t('paper.ordersTerm')}>
          <thead>
            <tr>
              <Th>{t('paper.column.order')}</Th>
              <Th right>{t('paper.column.filled')}</Th>
              <Th right className="max-md:hidden">
                {t('paper.column.average')}
              </Th>
              <Th>{t('paper.column.state')}</Th>
              <Th className="max-lg:hidden">{t('paper.column.entered')}</Th>
              <Th right>
                <span className="sr-only">{t('paper.column.actions')}</span>
              </Th>
            </tr>
          </thead>
          <tbody>
            {items.map((order) => (
              <Row key={order.id} order={order} onOpen={() => setOpened(order)} />
            ))}
          </tbody>
        </Table>
      ) : null}
      {orders.hasNextPage ? (
        <div className="p-4 text-center">
          <Button busy={orders.isFetchingNextPage} onClick={() => void orders.fetchNextPage()}>
            {t('paper.more')}
          </Button>
        </div>
      ) : null}
      {opened ? <OrderDialog order={opened} onClose={() => setOpened(undefined)} /> : null}
    </Card>
  );
}

const tones = {
  NEW: 'neutral',
  ACCEPTED: 'primary',
  PARTIALLY_FILLED: 'primary',
  FILLED: 'gain',
  CANCELLED: 'neutral',
  REJECTED: 'danger',
  EXPIRED: 'warn',
} as const;

function Row({ order, onOpen }: { order: Order; onOpen: () => void }) {
  const { t } = useTranslation();
  const cancel = useCancelOrder(order.portfolioId);
  const name = useOrderName(order);
  return (
    <Tr>
      <Td>
        <span className="block font-medium">{name}</span>
        <span className="figures text-caption text-muted">
          {useTerms(order)}
          {order.system ? ` · ${t('paper.system')}` : ''}
        </span>
        {order.reason ? (
          <span className="block text-caption text-danger">
            <Served>{order.reason.message}</Served>
          </span>
        ) : null}
        {cancel.error ? <ProblemNotice error={cancel.error} className="mt-2" /> : null}
      </Td>
      <Td right>
        {t('paper.of', { filled: quantity(order.filledQuantity), all: quantity(order.quantity) })}
      </Td>
      <Td right className="max-md:hidden">
        {price(order.averagePrice, order.currency)}
      </Td>
      <Td>
        <Badge tone={tones[order.state]}>{t(`paper.state.${order.state}`)}</Badge>
      </Td>
      <Td className="figures whitespace-nowrap text-muted max-lg:hidden">{dayTime(order.createdAt)}</Td>
      <Td right>
        <span className="inline-flex gap-1">
          <Button size="small" aria-label={t('paper.detailsOf', { name })} onClick={onOpen}>
            {isOpen(order) ? t('paper.change') : t('paper.details')}
          </Button>
          {isOpen(order) ? (
            <Button
              size="small"
              look="danger"
              busy={cancel.isPending}
              aria-label={t('paper.cancelOf', { name })}
              onClick={() =>
                cancel.mutate(order.id, { onSuccess: () => toast(t('paper.cancelled', { name })) })
              }
            >
              {t('paper.cancelOrder')}
            </Button>
          ) : null}
        </span>
      </Td>
    </Tr>
  );
}

/** "Buy 10 ORBX". */
export function useOrderName(order: Order): string {
  const { t } = useTranslation();
  return t('paper.name1', {
    side: t(`paper.side.${order.side}`),
    quantity: quantity(order.quantity),
    symbol: order.symbol,
  });
}

/** "Limit 175.00, until cancelled". */
function useTerms(order: Order): string {
  const { t } = useTranslation();
  const { currency } = order;
  const trail = order.trailAmount
    ? price(order.trailAmount, currency)
    : order.trailFraction
      ? percent(order.trailFraction, 1)
      : undefined;
  return [
    t(`paper.type.${order.type}`),
    order.stopPrice ? t('paper.stopAt', { price: price(order.stopPrice, currency) }) : undefined,
    order.limitPrice ? t('paper.limitAt', { price: price(order.limitPrice, currency) }) : undefined,
    trail ? t('paper.trailing', { trail }) : undefined,
    order.currentStop ? t('paper.stopNow', { price: price(order.currentStop, currency) }) : undefined,
    t(`paper.tif.${order.timeInForce}`),
  ]
    .filter(Boolean)
    .join(', ');
}
