import type { Performance } from '@/api/types';
import { AreaChart } from '@/shared/charts/AreaChart';
import { ChartCard } from '@/shared/charts/ChartCard';
import { day, money, month, percentChange } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { Table, Td, Th, Tr } from '@/shared/ui/table';

/** How the holdings grew, whatever was paid in; and beside them, what was chosen as benchmark. */
export function GrowthCard({ performance }: { performance: Performance }) {
  const { t } = useTranslation();
  const { points, baseCurrency, benchmark, drawdown } = performance;
  const indexed = points.flatMap(({ date, index }) =>
    index === undefined ? [] : [{ date, value: index / 100 - 1 }],
  );
  const last = indexed.at(-1);
  if (!last) return null;
  const compared = benchmark?.period !== undefined;
  return (
    <ChartCard
      title={t('performance.growth')}
      term={t('performance.growthTerm')}
      caption={[
        t('performance.growthCaption', { from: day(performance.from), to: day(performance.to) }),
        ...(drawdown
          ? [
              t('performance.fall', {
                depth: percentChange(drawdown.depth, 1),
                peak: day(drawdown.peak),
                trough: day(drawdown.trough),
              }),
            ]
          : []),
        ...(compared
          ? [
              t('performance.benchmarkDid', {
                symbol: benchmark.symbol,
                value: percentChange(benchmark.period, 1),
              }),
            ]
          : []),
        ...(benchmark?.unavailable ? [benchmark.unavailable] : []),
        ...(performance.simulated ? [t('performance.simulated')] : []),
      ].join(' ')}
      chart={
        <AreaChart
          tone="primary"
          label={t('performance.growthLabel', { value: percentChange(last.value, 1), when: day(last.date) })}
          points={indexed}
          formatValue={(value) => percentChange(value, 1)}
          formatAxis={(value) => percentChange(value, 0)}
          formatDate={day}
          formatTick={month}
        />
      }
      table={
        <Table label={t('performance.growthTerm')}>
          <thead>
            <tr>
              <Th>{t('performance.date')}</Th>
              <Th right>{t('performance.value')}</Th>
              <Th right>{t('performance.index')}</Th>
              {compared ? <Th right>{benchmark.symbol}</Th> : null}
            </tr>
          </thead>
          <tbody>
            {points.map((point) => (
              <Tr key={point.date}>
                <Td className="figures">{day(point.date)}</Td>
                <Td right>{money(point.value, baseCurrency)}</Td>
                <Td right>{point.index?.toFixed(2)}</Td>
                {compared ? <Td right>{point.benchmarkIndex?.toFixed(2)}</Td> : null}
              </Tr>
            ))}
          </tbody>
        </Table>
      }
    />
  );
}
