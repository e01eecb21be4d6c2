import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { ArrowRightLeft, Download, Plus } from 'lucide-react';
import { useParams, useSearchParams } from 'react-router';
import type { Account, TransactionRequest } from '@/api/types';
import { AccountBar } from '@/features/accounts/AccountBar';
import { useAccountFilter } from '@/features/accounts/useAccountFilter';
import { portfoliosQuery } from '@/features/portfolio/api';
import { type TextKey, useTranslation } from '@/shared/i18n/i18n';
import { Button, ButtonAnchor, ButtonLink } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { Empty, Skeleton } from '@/shared/ui/Page';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { toast } from '@/shared/ui/toast';
import { transactionQuery, transactionsQuery, useAddTransaction, useChangeTransaction } from './api';
import { draftOf, emptyDraft, types } from './model/draft';
import { emptyTransfer, transferOf } from './model/transfer';
import { TransactionForm } from './TransactionForm';
import { TransactionsTable } from './TransactionsTable';
import { TransferForm } from './TransferForm';

/** The ledger of a portfolio: every line of it can be added, changed and taken out. */
export default function TransactionsTab() {
  const { t } = useTranslation();
  const { portfolioId = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const filter = useAccountFilter(portfolioId);
  const { accounts } = filter;
  const transactions = useInfiniteQuery(transactionsQuery(portfolioId, filter.accountId));
  const items = transactions.data?.pages.flatMap((page) => page.items) ?? [];
  const adding = types.find((type) => type === search.get('add'));
  const moving = search.get('add') === 'TRANSFER';
  const editing = search.get('edit') ?? undefined;
  const go = (add: string | undefined, options = {}) =>
    setSearch(
      (old) => {
        old.delete('edit');
        old.delete('add');
        if (add) old.set('add', add);
        return old;
      },
      { preventScrollReset: true, ...options },
    );
  const card = { portfolioId, accounts, onDone: () => go(undefined, { replace: true }) };
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-3">
        <AccountBar portfolioId={portfolioId} filter={filter} />
        <div className="flex flex-wrap gap-2">
          {adding || moving || editing ? null : (
            <>
              <Button look="primary" onClick={() => go('BUY')}>
                <Plus className="size-[18px]" aria-hidden="true" />
                {t('transactions.add')}
              </Button>
              {accounts.length > 1 ? (
                <Button onClick={() => go('TRANSFER')}>
                  <ArrowRightLeft className="size-[18px]" aria-hidden="true" />
                  {t('transfer.start')}
                </Button>
              ) : null}
            </>
          )}
          {items.length > 0 ? (
            <ButtonAnchor href={`/api/v1/portfolios/${portfolioId}/transactions/export`} download>
              <Download className="size-[18px]" aria-hidden="true" />
              {t('transactions.export')}
            </ButtonAnchor>
          ) : null}
        </div>
      </div>
      {adding ? <AddCard {...card} key={adding} type={adding} accountId={filter.accountId} /> : null}
      {moving ? <MoveCard {...card} accountId={filter.accountId} /> : null}
      {editing ? <EditCard {...card} key={editing} transactionId={editing} /> : null}
      {transactions.error ? (
        <ProblemNotice error={transactions.error} onRetry={() => void transactions.refetch()} />
      ) : null}
      <Card title={t('transactions.title')} padded={false}>
        {transactions.data ? (
          items.length > 0 ? (
            <TransactionsTable portfolioId={portfolioId} transactions={items} accounts={accounts} />
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

type CardProps = { portfolioId: string; accounts: readonly Account[]; onDone: () => void };
type Adding = { accountId: string | undefined };

/** Today's form of a portfolio. */
function useAdding({ portfolioId, onDone }: CardProps, said: TextKey) {
  const { t } = useTranslation();
  const portfolio = useQuery(portfoliosQuery).data?.find(({ id }) => id === portfolioId);
  const add = useAddTransaction(portfolioId);
  const done = () => {
    toast(t(said));
    onDone();
  };
  return {
    today: new Date().toISOString().slice(0, 10),
    currency: portfolio?.baseCurrency,
    form: {
      saving: add.isPending,
      error: add.error,
      onCancel: onDone,
      onSave: (body: TransactionRequest) => add.mutate(body, { onSuccess: done }),
    },
  };
}

function AddCard({ type, accountId, ...card }: CardProps & Adding & { type: (typeof types)[number] }) {
  const { t } = useTranslation();
  const { today, currency, form } = useAdding(card, 'transactions.added');
  const { accounts } = card;
  if (!currency) return null;
  const account = accountId ?? accounts.find(({ standard }) => standard)?.id;
  return (
    <Card title={t('transactions.addTitle')}>
      <TransactionForm start={emptyDraft(type, today, currency, account)} accounts={accounts} {...form} />
    </Card>
  );
}

function MoveCard({ accountId, ...card }: CardProps & Adding) {
  const { t } = useTranslation();
  const { today, currency, form } = useAdding(card, 'transfer.saved');
  const { accounts, portfolioId } = card;
  const from = accountId ?? accounts[0]?.id;
  const to = accounts.find(({ id }) => id !== from)?.id;
  if (!currency || !from) return null;
  return (
    <Card title={t('transfer.title')}>
      <TransferForm
        portfolioId={portfolioId}
        accounts={accounts}
        start={emptyTransfer(today, currency, from, to ?? '')}
        {...form}
      />
    </Card>
  );
}

function EditCard({ portfolioId, accounts, transactionId, onDone }: CardProps & { transactionId: string }) {
  const { t } = useTranslation();
  const known = useQuery(transactionQuery(portfolioId, transactionId));
  const change = useChangeTransaction(portfolioId, transactionId);
  const opened = known.data?.etag ?? null;
  const save = (body: TransactionRequest, etag = opened) =>
    change.mutate(
      { body, etag },
      {
        onSuccess: () => {
          toast(t('transactions.changed'));
          onDone();
        },
      },
    );
  const form = {
    accounts,
    saving: change.isPending,
    error: change.error,
    onCancel: onDone,
    onSave: save,
    onOverride: async (body: TransactionRequest) => {
      const { data } = await known.refetch();
      if (data) save(body, data.etag);
    },
  };
  const moves = known.data?.body.type === 'TRANSFER';
  return (
    <Card title={moves ? t('transfer.editTitle') : t('transactions.editTitle')}>
      {known.error ? <ProblemNotice error={known.error} onRetry={() => void known.refetch()} /> : null}
      {known.data && moves ? (
        <TransferForm portfolioId={portfolioId} start={transferOf(known.data.body)} {...form} />
      ) : known.data ? (
        <TransactionForm start={draftOf(known.data.body)} {...form} />
      ) : known.isPending ? (
        <Skeleton className="h-40 w-full" />
      ) : null}
    </Card>
  );
}
