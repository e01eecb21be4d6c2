import { useQuery } from '@tanstack/react-query';
import type { Order } from '@/api/types';
import { dayTime } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { Served } from '@/shared/i18n/Served';
import { Dialog } from '@/shared/ui/Dialog';
import { Skeleton } from '@/shared/ui/Page';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { toast } from '@/shared/ui/toast';
import { orderEventsQuery, orderQuery, useReplaceOrder } from './api';
import { isOpen, termsOf, type Ticket, ticketOf } from './model/ticket';
import { useOrderName } from './OrdersCard';
import { TicketForm } from './TicketForm';

/** An order with everything that happened to it; while it waits, its terms can be replaced. */
export function OrderDialog({ order, onClose }: { order: Order; onClose: () => void }) {
  const { t } = useTranslation();
  const known = useQuery(orderQuery(order.portfolioId, order.id));
  const events = useQuery(orderEventsQuery(order.portfolioId, order.id));
  const now = known.data?.body;
  return (
    <Dialog title={useOrderName(order)} onClose={onClose}>
      {known.error ? <ProblemNotice error={known.error} onRetry={() => void known.refetch()} /> : null}
      {known.isPending ? <Skeleton className="h-32 w-full" /> : null}
      {now && isOpen(now) ? (
        <Replace order={now} etag={known.data?.etag ?? null} onClose={onClose} refetch={known.refetch} />
      ) : null}
      {now?.reason ? (
        <p className="rounded-control bg-danger-soft px-4 py-3 text-danger">
          <Served>{now.reason.message}</Served>
        </p>
      ) : null}
      <h3 className="mt-5 mb-2 text-body font-semibold">{t('paper.trail')}</h3>
      {events.error ? <ProblemNotice error={events.error} onRetry={() => void events.refetch()} /> : null}
      {events.isPending ? <Skeleton className="h-20 w-full" /> : null}
      {events.data ? (
        <ol aria-label={t('paper.trail')} className="space-y-1.5 text-dense">
          {events.data.map((event, index) => (
            <li key={index} className="flex flex-wrap gap-x-3">
              <span className="figures text-muted">{dayTime(event.at)}</span>
              <span className="font-medium">{t(`paper.event.${event.kind}`)}</span>
              {event.byName ? <span className="text-muted">{event.byName}</span> : null}
              {event.message ? (
                <span className="w-full text-muted">
                  <Served>{event.message}</Served>
                </span>
              ) : null}
            </li>
          ))}
        </ol>
      ) : null}
    </Dialog>
  );
}

type ReplaceProps = {
  order: Order;
  etag: string | null;
  onClose: () => void;
  refetch: () => Promise<{ data?: { etag: string | null } | undefined }>;
};

function Replace({ order, etag, onClose, refetch }: ReplaceProps) {
  const { t } = useTranslation();
  const replace = useReplaceOrder(order.portfolioId, order.id);
  const save = (ticket: Ticket, version = etag) =>
    replace.mutate(
      { body: termsOf(ticket), etag: version },
      {
        onSuccess: () => {
          toast(t('paper.replaced'));
          onClose();
        },
      },
    );
  return (
    <TicketForm
      start={ticketOf(order)}
      fixed
      busy={replace.isPending}
      error={replace.error}
      submit={t('paper.replace')}
      onSubmit={save}
      onOverride={async (ticket) => {
        const { data } = await refetch();
        if (data) save(ticket, data.etag);
      }}
    />
  );
}
