import type { Performance } from '@/api/types';
import { ChartCard } from '@/shared/charts/ChartCard';
import { type Scale, TimePlot } from '@/shared/charts/TimePlot';
import { compactMoney, day, money, moneyChange, month } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { Table, Td, Th, Tr } from '@/shared/ui/table';

const DASHES = '6 4';

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
  const values = both.flatMap(({ mine, other }) => [mine, other]);
  const line = ({ x, y }: Scale, value: (point: (typeof both)[number]) => number) =>
    both
      .map((point, index) => `${index === 0 ? 'M' : 'L'}${x(index).toFixed(1)} ${y(value(point)).toFixed(1)}`)
      .join('');
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
        <>
          <ul className="mb-2 flex flex-wrap gap-x-5 gap-y-1 text-dense">
            <Key name={t('performance.mine')} colour="var(--primary)" />
            <Key name={symbol} colour="var(--fg)" dashes={DASHES} />
          </ul>
          <TimePlot
            label={t('performance.whatIfLabel', {
              symbol,
              mine: sum(last.mine),
              other: sum(last.other),
              when: day(last.date),
            })}
            dates={both.map((point) => point.date)}
            low={Math.min(0, ...values)}
            high={Math.max(1e-9, ...values) * 1.06}
            formatAxis={(value) => compactMoney(value, baseCurrency)}
            formatTick={month}
            read={(index) => [
              day(both[index]?.date),
              `${t('performance.mine')} ${sum(both[index]?.mine ?? 0)}`,
              `${symbol} ${sum(both[index]?.other ?? 0)}`,
            ]}
          >
            {(scale) => (
              <>
                <path
                  d={line(scale, (point) => point.other)}
                  fill="none"
                  stroke="var(--fg)"
                  strokeWidth="1.500"
                  strokeDasharray={DASHES}
                />
                <path
                  d={line(scale, (point) => point.mine)}
                  fill="none"
                  stroke="var(--primary)"
                  strokeWidth="2"
                  strokeLinejoin="round"
                />
              </>
            )}
          </TimePlot>
        </>
      }
      table={
        <Table label={t('performance.whatIfTerm')}>
          <thead>
            <tr>
              <Th>{t('performance.date')}</Th>
              <Th right>{t('performance.mine')}</Th>
              <Th right>{symbol}</Th>
              <Th right>{t('performance.difference')}</Th>
            </tr>
          </thead>
          <tbody>
            {both.map(({ date, mine, other }) => (
              <Tr key={date}>
                <Td className="figures">{day(date)}</Td>
                <Td right>{sum(mine)}</Td>
                <Td right>{sum(other)}</Td>
                <Td right>{moneyChange(other - mine, baseCurrency)}</Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      }
    />
  );
}

/** A line as it is drawn, and whose it is. */
function Key({ name, colour, dashes }: { name: string; colour: string; dashes?: string }) {
  return (
    <li className="flex items-center gap-2">
      <svg width="24" height="8" aria-hidden="true">
        <line x1="0" x2="24" y1="4" y2="4" stroke={colour} strokeWidth="2" strokeDasharray={dashes} />
      </svg>
      {name}
    </li>
  );
}
