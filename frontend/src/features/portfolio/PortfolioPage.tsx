import { useQuery } from '@tanstack/react-query';
import { FileUp, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from '@/shared/i18n/i18n';
import { useNavigate, useParams } from 'react-router';
import type { Transaction } from '@/api/types';
import { HoldingsTable } from './HoldingsTable';
import { day, money, price, quantity } from '@/shared/format/format';
import { Button, ButtonLink } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { Empty, Page, Skeleton } from '@/shared/ui/Page';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { Table, Td, Th, Tr } from '@/shared/ui/table';
import { holdingsQuery, portfoliosQuery, transactionsQuery, useDeletePortfolio } from './api';

/** One portfolio: its holdings, and the transactions they come from. */
export default function PortfolioPage() {
  const { t } = useTranslation();
  const { portfolioId = '' } = useParams();
  const portfolio = useQuery(portfoliosQuery).data?.find(({ id }) => id === portfolioId);
  const holdings = useQuery(holdingsQuery(portfolioId));
  const transactions = useQuery(transactionsQuery(portfolioId));
  return (
    <Page
      title={portfolio?.name ?? t('portfolios.one')}
      lead={
        portfolio
          ? t('portfolios.since', { when: day(portfolio.createdAt), currency: portfolio.baseCurrency })
          : null
      }
      actions={
        <ButtonLink to={`/portfolios/import?portfolio=${portfolioId}`}>
          <FileUp className="size-[18px]" aria-hidden="true" />
          {t('overview.import')}
        </ButtonLink>
      }
    >
      {holdings.error ? (
        <ProblemNotice error={holdings.error} onRetry={() => void holdings.refetch()} />
      ) : null}
      <Card title={t('holdings.title')} padded={false}>
        {holdings.data ? (
          holdings.data.holdings.length + holdings.data.cash.length > 0 ? (
            <HoldingsTable holdings={holdings.data} />
          ) : (
            <Empty title={t('overview.emptyTitle')}>{t('overview.empty')}</Empty>
          )
        ) : holdings.isPending ? (
          <Skeleton className="mx-5 mb-5 h-64" />
        ) : null}
      </Card>
      {transactions.error ? (
        <ProblemNotice error={transactions.error} onRetry={() => void transactions.refetch()} />
      ) : null}
      {transactions.data && transactions.data.items.length > 0 ? (
        <Card title={t('transactions.title')} padded={false}>
          <Table label={t('transactions.title')}>
            <thead>
              <tr>
                <Th>{t('column.date')}</Th>
                <Th>{t('column.type')}</Th>
                <Th>{t('column.symbol')}</Th>
                <Th right>{t('column.quantity')}</Th>
                <Th right>{t('column.price')}</Th>
                <Th right>{t('column.amount')}</Th>
              </tr>
            </thead>
            <tbody>
              {transactions.data.items.map((transaction) => (
                <TransactionRow key={transaction.id} transaction={transaction} />
              ))}
            </tbody>
          </Table>
        </Card>
      ) : null}
      {portfolio ? <Delete id={portfolio.id} name={portfolio.name} /> : null}
    </Page>
  );
}

function TransactionRow({ transaction }: { transaction: Transaction }) {
  const { currency } = transaction;
  return (
    <Tr>
      <Td className="figures whitespace-nowrap">{day(transaction.date)}</Td>
      <Td>{transaction.type}</Td>
      <Td className="font-medium">{transaction.symbol ?? ''}</Td>
      <Td right>{transaction.quantity ? quantity(transaction.quantity) : ''}</Td>
      <Td right>{transaction.price ? price(transaction.price, currency) : ''}</Td>
      <Td right>{transaction.amount ? money(transaction.amount, currency) : ''}</Td>
    </Tr>
  );
}

/** Deleting asks once more in place, with the name of what goes. */
function Delete({ id, name }: { id: string; name: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const remove = useDeletePortfolio();
  const [asking, setAsking] = useState(false);
  return (
    <div className="flex flex-wrap items-center gap-2">
      {asking ? (
        <>
          <p className="text-dense">{t('portfolios.deleteSure', { name })}</p>
          <Button
            look="danger"
            size="small"
            busy={remove.isPending}
            onClick={() => remove.mutate(id, { onSuccess: () => void navigate('/portfolios') })}
          >
            {t('portfolios.deleteYes')}
          </Button>
          <Button size="small" onClick={() => setAsking(false)}>
            {t('portfolios.deleteNo')}
          </Button>
        </>
      ) : (
        <Button look="ghost" size="small" onClick={() => setAsking(true)}>
          <Trash2 className="size-4" aria-hidden="true" />
          {t('portfolios.delete')}
        </Button>
      )}
      {remove.error ? <ProblemNotice error={remove.error} /> : null}
    </div>
  );
}
