import type { Performance } from '@/api/types';
import { AreaChart } from '@/shared/charts/AreaChart';
import { ChartCard } from '@/shared/charts/ChartCard';
import { figures } from '@/shared/charts/figures';
import { day, money, month, percentChange } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';

type Point = Performance['points'][number];

/** How the holdings grew, whatever was paid in; and beside them, what was chosen as benchmark. */
export function GrowthCard({ performance }: { performance: Performance }) {
  const { t, tell } = useTranslation();
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
        ...(benchmark?.unavailable ? [tell(benchmark.unavailable).text] : []),
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
      figures={figures(t('performance.growthTerm'), points, [
        { name: t('performance.date'), kind: 'date', of: ({ date }) => date, show: ({ date }) => day(date) },
        {
          name: t('performance.value'),
          of: ({ value }) => value,
          show: ({ value }) => money(value, baseCurrency),
        },
        {
          name: t('performance.index'),
          of: ({ index }) => index,
          show: ({ index }) => index?.toFixed(2) ?? '',
        },
        ...(compared
          ? [
              {
                name: benchmark.symbol,
                of: ({ benchmarkIndex }: Point) => benchmarkIndex,
                show: ({ benchmarkIndex }: Point) => benchmarkIndex?.toFixed(2) ?? '',
              },
            ]
          : []),
      ])}
    />
  );
}
