import { useInfiniteQuery } from '@tanstack/react-query';
import { dayTime, money, price, quantity } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { Skeleton } from '@/shared/ui/Page';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { Table, Td, Th, Tr } from '@/shared/ui/table';
import { executionsQuery } from './api';

/** What was filled, at which price, and what the market said at that moment: the difference is the slippage. */
export function ExecutionsCard({ portfolioId }: { portfolioId: string }) {
  const { t } = useTranslation();
  const executions = useInfiniteQuery(executionsQuery(portfolioId));
  const items = executions.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Card title={t('paper.executions')} term={t('paper.executionsTerm')} padded={false}>
      {executions.error ? (
        <ProblemNotice error={executions.error} onRetry={() => void executions.refetch()} className="m-5" />
      ) : null}
      {executions.isPending ? <Skeleton className="mx-5 mb-5 h-16" /> : null}
      {executions.data && items.length === 0 ? (
        <p className="px-5 pb-5 text-muted">{t('paper.noExecutions')}</p>
      ) : null}
      {items.length > 0 ? (
        <Table label={t('paper.executionsTerm')}>
          <thead>
            <tr>
              <Th>{t('paper.column.when')}</Th>
              <Th>{t('paper.column.what')}</Th>
              <Th right>{t('column.quantity')}</Th>
              <Th right>{t('column.price')}</Th>
              <Th right>{t('paper.column.market')}</Th>
              <Th right>{t('paper.column.fee')}</Th>
            </tr>
          </thead>
          <tbody>
            {items.map((execution) => (
              <Tr key={execution.id}>
                <Td className="figures whitespace-nowrap">{dayTime(execution.at)}</Td>
                <Td className="whitespace-nowrap">
                  {t(`paper.side.${execution.side}`)} <span className="font-medium">{execution.symbol}</span>
                </Td>
                <Td right>{quantity(execution.quantity)}</Td>
                <Td right>{price(execution.price, execution.currency)}</Td>
                <Td right>{price(execution.tickPrice, execution.currency)}</Td>
                <Td right>{money(execution.fee, execution.currency)}</Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      ) : null}
      {executions.hasNextPage ? (
        <div className="p-4 text-center">
          <Button busy={executions.isFetchingNextPage} onClick={() => void executions.fetchNextPage()}>
            {t('paper.more')}
          </Button>
        </div>
      ) : null}
    </Card>
  );
}
