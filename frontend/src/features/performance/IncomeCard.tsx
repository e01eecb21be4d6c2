import { useQuery } from '@tanstack/react-query';
import { ChartCard } from '@/shared/charts/ChartCard';
import { ShareBars } from '@/shared/charts/ShareBars';
import { day, money, month, percent } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { Explain } from '@/shared/ui/Explain';
import { Skeleton } from '@/shared/ui/Page';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { Table, Td, Th, Tr } from '@/shared/ui/table';
import { incomeQuery } from './api';

/** What the holdings paid month by month, and what they may pay next. */
export function IncomeCard({ portfolioId }: { portfolioId: string }) {
  const { t } = useTranslation();
  const income = useQuery(incomeQuery(portfolioId));
  if (income.error) return <ProblemNotice error={income.error} onRetry={() => void income.refetch()} />;
  if (!income.data) return <Skeleton className="h-64 w-full" />;
  const { months, payers, expected, expectedTotal, trailing, yieldOnCost, baseCurrency } = income.data;
  const name = (symbol: string | undefined) => symbol ?? t('performance.cashInterest');
  return (
    <ChartCard
      title={t('performance.paid')}
      term={t('performance.paidTerm')}
      help={
        <Explain about={t('performance.paidTerm')}>
          <p>{t('performance.paidWhy')}</p>
          <p>
            <strong>{t('performance.expected')}</strong> {t('performance.expectedWhy')}
          </p>
        </Explain>
      }
      caption={[
        t('performance.trailing', { net: money(trailing.net, baseCurrency) }),
        ...(yieldOnCost === undefined ? [] : [t('performance.yieldOnCost', { value: percent(yieldOnCost) })]),
        ...(expected.length > 0
          ? [t('performance.expectedTotal', { sum: money(expectedTotal, baseCurrency) })]
          : []),
      ].join(' ')}
      chart={
        <ShareBars
          bars={months.map((entry) => ({
            key: entry.month,
            name: month(`${entry.month}-01`),
            share: Number(entry.received.net),
          }))}
          format={(value) => money(value, baseCurrency)}
          describe={(bar) => money(bar.share, baseCurrency)}
        />
      }
      table={
        <>
          <Table label={t('performance.payers')}>
            <thead>
              <tr>
                <Th>{t('performance.payer')}</Th>
                <Th right>{t('performance.received')}</Th>
                <Th right>{t('performance.withheld')}</Th>
                <Th right>{t('performance.onCost')}</Th>
              </tr>
            </thead>
            <tbody>
              {payers.map((payer) => (
                <Tr key={name(payer.symbol)}>
                  <Td className="font-medium">{name(payer.symbol)}</Td>
                  <Td right>{money(payer.received.net, baseCurrency)}</Td>
                  <Td right>{money(payer.received.withheld, baseCurrency)}</Td>
                  <Td right>{percent(payer.yieldOnCost)}</Td>
                </Tr>
              ))}
            </tbody>
          </Table>
          <Table label={t('performance.expected')}>
            <thead>
              <tr>
                <Th>{t('performance.expectedOn')}</Th>
                <Th>{t('performance.payer')}</Th>
                <Th right>{t('performance.estimate')}</Th>
              </tr>
            </thead>
            <tbody>
              {expected.map((one) => (
                <Tr key={one.date + one.symbol + one.lastYear}>
                  <Td className="figures">{day(one.date)}</Td>
                  <Td className="font-medium">{one.symbol}</Td>
                  <Td right>{money(one.gross, baseCurrency)}</Td>
                </Tr>
              ))}
            </tbody>
          </Table>
        </>
      }
    />
  );
}
