import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Account, Transaction } from '@/api/types';
import { withAccount } from '@/features/accounts/useAccountFilter';
import { day, money, price, quantity, UNKNOWN } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { Button } from '@/shared/ui/Button';
import { Link } from '@/shared/ui/Link';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { Table, Td, Th, Tr } from '@/shared/ui/table';
import { useDeleteTransaction } from './api';
import { isRatio } from './model/draft';

type Props = {
  portfolioId: string;
  transactions: readonly Transaction[];
  accounts: readonly Account[];
};

/** The lines of the ledger, the newest first. */
export function TransactionsTable({ portfolioId, transactions, accounts }: Props) {
  const { t } = useTranslation();
  const names = new Map(accounts.map(({ id, name }) => [id, name]));
  const where = ({ accountId, toAccountId }: Transaction) =>
    [accountId, ...(toAccountId ? [toAccountId] : [])].map((id) => names.get(id) ?? UNKNOWN).join(' → ');
  const remove = useDeleteTransaction(portfolioId);
  const [asking, setAsking] = useState<string>();
  return (
    <>
      {remove.error ? <ProblemNotice error={remove.error} className="mx-5 mb-3" /> : null}
      <Table label={t('transactions.table')}>
        <thead>
          <tr>
            <Th>{t('column.date')}</Th>
            <Th>{t('column.type')}</Th>
            <Th>{t('column.symbol')}</Th>
            <Th right>{t('column.quantity')}</Th>
            <Th right>{t('column.price')}</Th>
            <Th right>{t('transactions.field.fee')}</Th>
            <Th right>{t('column.amount')}</Th>
            {accounts.length > 1 ? <Th>{t('accounts.column')}</Th> : null}
            <Th>
              <span className="sr-only">{t('transactions.actions')}</span>
            </Th>
          </tr>
        </thead>
        <tbody>
          {transactions.map((transaction) => (
            <Row
              key={transaction.id}
              transaction={transaction}
              where={accounts.length > 1 ? where(transaction) : undefined}
              asking={asking === transaction.id}
              deleting={remove.isPending && remove.variables === transaction.id}
              onAsk={(ask) => setAsking(ask ? transaction.id : undefined)}
              onDelete={() =>
                transaction.id && remove.mutate(transaction.id, { onSettled: () => setAsking(undefined) })
              }
            />
          ))}
        </tbody>
      </Table>
    </>
  );
}

type RowProps = {
  transaction: Transaction;
  /** its account, where there are several */
  where: string | undefined;
  asking: boolean;
  deleting: boolean;
  onAsk: (ask: boolean) => void;
  onDelete: () => void;
};

function Row({ transaction, where, asking, deleting, onAsk, onDelete }: RowProps) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const { currency, type } = transaction;
  const which = [t(`transactions.type.${type}`), transaction.symbol, day(transaction.date)]
    .filter(Boolean)
    .join(', ');
  const icon =
    'inline-flex size-8 items-center justify-center rounded-control text-muted hover:bg-surface-2 hover:text-fg';
  return (
    <Tr>
      <Td className="figures whitespace-nowrap">{day(transaction.date)}</Td>
      <Td className="whitespace-nowrap">{t(`transactions.type.${type}`)}</Td>
      <Td>
        <span className="font-medium">{transaction.symbol ?? ''}</span>
        {transaction.note ? (
          <span className="block max-w-56 truncate text-caption text-muted" title={transaction.note}>
            {transaction.note}
          </span>
        ) : null}
      </Td>
      <Td right>
        {transaction.quantity
          ? isRatio(type)
            ? `${quantity(transaction.quantity)} : ${quantity(transaction.quantityPer ?? 1)}`
            : quantity(transaction.quantity)
          : ''}
      </Td>
      <Td right>{transaction.price ? price(transaction.price, currency) : ''}</Td>
      <Td right>{Number(transaction.fee ?? 0) === 0 ? '' : money(transaction.fee, currency)}</Td>
      <Td right>{transaction.amount ? money(transaction.amount, currency) : ''}</Td>
      {where === undefined ? null : <Td className="whitespace-nowrap">{where}</Td>}
      <Td className="w-0 whitespace-nowrap">
        {asking ? (
          <span className="flex items-center gap-2">
            <Button look="danger" size="small" busy={deleting} onClick={onDelete}>
              {t('transactions.deleteYes')}
            </Button>
            <Button size="small" onClick={() => onAsk(false)}>
              {t('transactions.deleteNo')}
            </Button>
          </span>
        ) : (
          <span className="flex justify-end gap-1">
            <Link
              to={withAccount(`?edit=${transaction.id ?? ''}`, search)}
              aria-label={t('transactions.edit', { which })}
              className={icon}
            >
              <Pencil className="size-4" aria-hidden="true" />
            </Link>
            <button
              type="button"
              aria-label={t('transactions.delete', { which })}
              onClick={() => onAsk(true)}
              className={icon}
            >
              <Trash2 className="size-4" aria-hidden="true" />
            </button>
          </span>
        )}
      </Td>
    </Tr>
  );
}
