import type { Performance } from '@/api/types';
import { ChartCard } from '@/shared/charts/ChartCard';
import { figures } from '@/shared/charts/figures';
import { LinesChart } from '@/shared/charts/LinesChart';
import { compactMoney, day, money, moneyChange, month } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';

/** What is there beside what would be there, had the same deposits bought the benchmark on the same days. */
export function WhatIfCard({ performance }: { performance: Performance }) {
  const { t } = useTranslation();
  const { points, baseCurrency, benchmark } = performance;
  const both = points.flatMap(({ date, value, benchmarkValue }) =>
    benchmarkValue === undefined ? [] : [{ date, mine: Number(value), other: Number(benchmarkValue) }],
  );
  const last = both.at(-1);
  if (!benchmark || !last || both.length < 2) return null;
  const { symbol, bought } = benchmark;
  const sum = (value: number) => money(value, baseCurrency);
  return (
    <ChartCard
      title={t('performance.whatIf', { symbol })}
      term={t('performance.whatIfTerm')}
      caption={[
        t('performance.whatIfCaption', {
          from: day(both[0]?.date),
          to: day(last.date),
          currency: baseCurrency,
        }),
        ...(bought?.ranOut ? [t('performance.ranOut', { symbol, when: day(bought.ranOut) })] : []),
        ...(performance.simulated || benchmark.simulated ? [t('performance.simulated')] : []),
      ].join(' ')}
      chart={
        <LinesChart
          label={t('performance.whatIfLabel', {
            symbol,
            mine: sum(last.mine),
            other: sum(last.other),
            when: day(last.date),
          })}
          dates={both.map((point) => point.date)}
          lines={[
            { name: t('performance.mine'), values: both.map((point) => point.mine) },
            { name: symbol, values: both.map((point) => point.other) },
          ]}
          formatValue={sum}
          formatAxis={(value) => compactMoney(value, baseCurrency)}
          formatDate={day}
          formatTick={month}
        />
      }
      figures={figures(t('performance.whatIfTerm'), both, [
        { name: t('performance.date'), kind: 'date', of: ({ date }) => date, show: ({ date }) => day(date) },
        { name: t('performance.mine'), of: ({ mine }) => mine, show: ({ mine }) => sum(mine) },
        { name: symbol, of: ({ other }) => other, show: ({ other }) => sum(other) },
        {
          name: t('performance.difference'),
          of: ({ mine, other }) => other - mine,
          show: ({ mine, other }) => moneyChange(other - mine, baseCurrency),
        },
      ])}
    />
  );
}
