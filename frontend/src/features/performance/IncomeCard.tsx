import { useQuery } from '@tanstack/react-query';
import { ChartCard } from '@/shared/charts/ChartCard';
import { figures } from '@/shared/charts/figures';
import { ShareBars } from '@/shared/charts/ShareBars';
import { day, money, month, percent } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { Explain } from '@/shared/ui/Explain';
import { Skeleton } from '@/shared/ui/Page';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { incomeQuery } from './api';

/** What the holdings paid month by month, and what they may pay next. */
export function IncomeCard({ portfolioId }: { portfolioId: string }) {
  const { t } = useTranslation();
  const income = useQuery(incomeQuery(portfolioId));
  if (income.error) return <ProblemNotice error={income.error} onRetry={() => void income.refetch()} />;
  if (!income.data) return <Skeleton className="h-64 w-full" />;
  const {
    months,
    payers,
    announced,
    announcedTotal,
    expected,
    expectedTotal,
    trailing,
    yieldOnCost,
    baseCurrency,
  } = income.data;
  const name = (symbol: string | undefined) => symbol ?? t('performance.cashInterest');
  return (
    <ChartCard
      title={t('performance.paid')}
      term={t('performance.paidTerm')}
      help={
        <Explain about={t('performance.paidTerm')}>
          <p>{t('performance.paidWhy')}</p>
          <p>
            <strong>{t('performance.announced')}</strong> {t('performance.announcedWhy')}
          </p>
          <p>
            <strong>{t('performance.expected')}</strong> {t('performance.expectedWhy')}
          </p>
        </Explain>
      }
      caption={[
        t('performance.trailing', { net: money(trailing.net, baseCurrency) }),
        ...(yieldOnCost === undefined ? [] : [t('performance.yieldOnCost', { value: percent(yieldOnCost) })]),
        ...(announced.length > 0
          ? [t('performance.announcedTotal', { sum: money(announcedTotal, baseCurrency) })]
          : []),
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
      figures={[
        figures(t('performance.payers'), payers, [
          { name: t('performance.payer'), kind: 'name', of: ({ symbol }) => name(symbol) },
          {
            name: t('performance.received'),
            of: ({ received }) => received.net,
            show: ({ received }) => money(received.net, baseCurrency),
          },
          {
            name: t('performance.withheld'),
            of: ({ received }) => received.withheld,
            show: ({ received }) => money(received.withheld, baseCurrency),
          },
          {
            name: t('performance.onCost'),
            of: (payer) => payer.yieldOnCost,
            show: (payer) => percent(payer.yieldOnCost),
          },
        ]),
        ...(announced.length > 0
          ? [
              figures(t('performance.announced'), announced, [
                { name: t('performance.payer'), kind: 'name', of: (one) => one.symbol },
                {
                  name: t('performance.exDate'),
                  kind: 'date',
                  of: (one) => one.exDate,
                  show: (one) => day(one.exDate),
                },
                {
                  name: t('performance.payDate'),
                  kind: 'date',
                  of: (one) => one.payDate,
                  show: (one) => (one.payDate === undefined ? t('performance.notTold') : day(one.payDate)),
                },
                { name: t('performance.pieces'), of: (one) => one.quantity },
                {
                  name: t('performance.perPiece'),
                  of: (one) => one.perUnit,
                  show: (one) => `${one.perUnit} ${one.currency}`,
                },
                {
                  name: t('performance.announcedAmount'),
                  of: (one) => one.amount,
                  show: (one) => money(one.amount, one.currency),
                },
              ]),
            ]
          : []),
        figures(t('performance.expected'), expected, [
          {
            name: t('performance.expectedOn'),
            kind: 'date',
            of: (one) => one.date,
            show: (one) => day(one.date),
          },
          { name: t('performance.payer'), kind: 'name', of: (one) => one.symbol },
          {
            name: t('performance.estimate'),
            of: (one) => one.gross,
            show: (one) => money(one.gross, baseCurrency),
          },
        ]),
      ]}
    />
  );
}
