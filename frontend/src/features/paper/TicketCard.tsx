import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Order, PaperAccount } from '@/api/types';
import { money } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { Card } from '@/shared/ui/Card';
import { toast } from '@/shared/ui/toast';
import { useEnterOrder } from './api';
import { emptyTicket, requestOf } from './model/ticket';
import { TicketForm } from './TicketForm';

type Props = { portfolioId: string; account: PaperAccount | undefined };

/** A new order. What the account refuses is an order too: it is shown with its reason, and the ticket stays filled. */
export function TicketCard({ portfolioId, account }: Props) {
  const { t, tell } = useTranslation();
  const [search] = useSearchParams();
  const enter = useEnterOrder(portfolioId);
  const [round, setRound] = useState(0);
  const [rejected, setRejected] = useState<Order>();
  return (
    <Card title={t('paper.ticket')} term={t('paper.ticketTerm')}>
      <TicketForm
        key={round}
        start={emptyTicket(search.get('symbol') ?? '')}
        busy={enter.isPending}
        error={enter.error}
        submit={t('paper.enter')}
        onSubmit={(ticket) =>
          enter.mutate(requestOf(ticket), {
            onSuccess: (order) => {
              if (order.state === 'REJECTED') return setRejected(order);
              setRejected(undefined);
              setRound((old) => old + 1);
              toast(t('paper.entered', { symbol: order.symbol }));
            },
          })
        }
      />
      {rejected ? (
        <p role="alert" className="mt-4 rounded-control bg-danger-soft px-4 py-3 text-danger">
          {t('paper.rejected', { reason: tell(rejected.reason?.message ?? '').text })}
        </p>
      ) : null}
      {account ? (
        <p className="mt-3 text-dense text-muted">
          {t('paper.power', { amount: money(account.buyingPower, account.currency) })}
        </p>
      ) : null}
    </Card>
  );
}
