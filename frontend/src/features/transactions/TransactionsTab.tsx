import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Download, Plus } from 'lucide-react';
import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { portfoliosQuery } from '@/features/portfolio/api';
import { useTranslation } from '@/shared/i18n/i18n';
import { Button, ButtonAnchor, ButtonLink } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { Empty, Skeleton } from '@/shared/ui/Page';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { toast } from '@/shared/ui/toast';
import { transactionQuery, transactionsQuery, useAddTransaction, useChangeTransaction } from './api';
import { draftOf, emptyDraft, types } from './model/draft';
import { TransactionForm } from './TransactionForm';
import { TransactionsTable } from './TransactionsTable';

/** The ledger of a portfolio: every line of it can be added, changed and taken out. */
export default function TransactionsTab() {
  const { t } = useTranslation();
  const { portfolioId = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const transactions = useInfiniteQuery(transactionsQuery(portfolioId));
  const items = transactions.data?.pages.flatMap((page) => page.items) ?? [];
  const adding = types.find((type) => type === search.get('add'));
  const editing = search.get('edit') ?? undefined;
  const close = () => setSearch({}, { replace: true, preventScrollReset: true });
  return (
    <>
      <div className="flex flex-wrap gap-2">
        {adding || editing ? null : (
          <Button look="primary" onClick={() => setSearch({ add: 'BUY' }, { preventScrollReset: true })}>
            <Plus className="size-[18px]" aria-hidden="true" />
            {t('transactions.add')}
          </Button>
        )}
        {items.length > 0 ? (
          <ButtonAnchor href={`/api/v1/portfolios/${portfolioId}/transactions/export`} download>
            <Download className="size-[18px]" aria-hidden="true" />
            {t('transactions.export')}
          </ButtonAnchor>
        ) : null}
      </div>
      {adding ? <AddCard key={adding} portfolioId={portfolioId} type={adding} onDone={close} /> : null}
      {editing ? (
        <EditCard key={editing} portfolioId={portfolioId} transactionId={editing} onDone={close} />
      ) : null}
      {transactions.error ? (
        <ProblemNotice error={transactions.error} onRetry={() => void transactions.refetch()} />
      ) : null}
      <Card title={t('transactions.title')} padded={false}>
        {transactions.data ? (
          items.length > 0 ? (
            <TransactionsTable portfolioId={portfolioId} transactions={items} />
          ) : (
            <Empty
              title={t('transactions.emptyTitle')}
              action={
                <ButtonLink to={`/portfolios/import?portfolio=${portfolioId}`}>
                  {t('overview.import')}
                </ButtonLink>
              }
            >
              {t('transactions.empty')}
            </Empty>
          )
        ) : transactions.isPending ? (
          <Skeleton className="mx-5 mb-5 h-64" />
        ) : null}
        {transactions.hasNextPage ? (
          <div className="p-4 text-center">
            <Button busy={transactions.isFetchingNextPage} onClick={() => void transactions.fetchNextPage()}>
              {t('transactions.more')}
            </Button>
          </div>
        ) : null}
      </Card>
    </>
  );
}

type CardProps = { portfolioId: string; onDone: () => void };

function AddCard({ portfolioId, type, onDone }: CardProps & { type: (typeof types)[number] }) {
  const { t } = useTranslation();
  const portfolio = useQuery(portfoliosQuery).data?.find(({ id }) => id === portfolioId);
  const add = useAddTransaction(portfolioId);
  // the same form sent twice makes one transaction
  const [once] = useState(() => crypto.randomUUID());
  if (!portfolio) return null;
  return (
    <Card title={t('transactions.addTitle')}>
      <TransactionForm
        start={emptyDraft(type, new Date().toISOString().slice(0, 10), portfolio.baseCurrency)}
        saving={add.isPending}
        error={add.error}
        onCancel={onDone}
        onSave={(body) =>
          add.mutate(
            { body, once },
            {
              onSuccess: () => {
                toast(t('transactions.added'));
                onDone();
              },
            },
          )
        }
      />
    </Card>
  );
}

function EditCard({ portfolioId, transactionId, onDone }: CardProps & { transactionId: string }) {
  const { t } = useTranslation();
  const known = useQuery(transactionQuery(portfolioId, transactionId));
  const change = useChangeTransaction(portfolioId, transactionId);
  return (
    <Card title={t('transactions.editTitle')}>
      {known.error ? <ProblemNotice error={known.error} onRetry={() => void known.refetch()} /> : null}
      {known.data ? (
        <TransactionForm
          key={known.data.etag}
          start={draftOf(known.data.transaction)}
          saving={change.isPending}
          error={change.error}
          onCancel={onDone}
          onSave={(body) =>
            change.mutate(
              { body, etag: known.data.etag },
              {
                onSuccess: () => {
                  toast(t('transactions.changed'));
                  onDone();
                },
              },
            )
          }
        />
      ) : known.isPending ? (
        <Skeleton className="h-40 w-full" />
      ) : null}
    </Card>
  );
}
