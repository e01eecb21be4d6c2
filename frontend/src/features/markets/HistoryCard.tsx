import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import type { PriceHistory } from '@/api/types';
import { ChartCard } from '@/shared/charts/ChartCard';
import { TimePlot } from '@/shared/charts/TimePlot';
import { day, month, price } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { Skeleton } from '@/shared/ui/Page';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { Segmented } from '@/shared/ui/Segmented';
import { Table, Td, Th, Tr } from '@/shared/ui/table';
import { historyQuery } from './api';

const adjustments = ['RAW', 'SPLITS', 'SPLITS_AND_DIVIDENDS'] as const;
const names = {
  RAW: 'markets.raw',
  SPLITS: 'markets.splits',
  SPLITS_AND_DIVIDENDS: 'markets.total',
} as const;
const spans = { '1': 'markets.year', '5': 'markets.fiveYears', all: 'markets.all' } as const;
type SpanOfYears = keyof typeof spans;

const chosen = <T extends string>(value: string | null, from: readonly T[], otherwise: T) =>
  from.find((candidate) => candidate === value) ?? otherwise;

/** Daily closes as traded, with splits taken out, or with dividends reinvested. */
export function HistoryCard({ symbol }: { symbol: string }) {
  const { t } = useTranslation();
  const [parameters, setParameters] = useSearchParams();
  const adjustment = chosen(parameters.get('prices'), adjustments, 'SPLITS');
  const span = chosen<SpanOfYears>(parameters.get('span'), ['1', '5', 'all'], '5');
  const history = useQuery(historyQuery(symbol, adjustment, firstDay(span)));
  const set = (name: string, value: string) =>
    setParameters(
      (old) => {
        old.set(name, value);
        return old;
      },
      { replace: true },
    );
  return (
    <div className="space-y-3">
      <div className="flex flex-wrap gap-3">
        <Segmented
          label={t('markets.adjustment')}
          options={adjustments.map((value) => ({ value, label: t(names[value]) }))}
          value={adjustment}
          onChange={(value) => set('prices', value)}
        />
        <Segmented
          label={t('markets.range')}
          options={(['1', '5', 'all'] as const).map((value) => ({ value, label: t(spans[value]) }))}
          value={span}
          onChange={(value) => set('span', value)}
        />
      </div>
      {history.isPending ? <Skeleton className="h-72 w-full" /> : null}
      {history.error ? <ProblemNotice error={history.error} onRetry={() => void history.refetch()} /> : null}
      {history.data ? <Chart history={history.data} /> : null}
    </div>
  );
}

function firstDay(span: SpanOfYears): string | undefined {
  if (span === 'all') return undefined;
  const first = new Date();
  first.setUTCFullYear(first.getUTCFullYear() - Number(span));
  return first.toISOString().slice(0, 10);
}

function Chart({ history }: { history: PriceHistory }) {
  const { t } = useTranslation();
  const { points, currency } = history;
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return <p className="card p-5 text-muted">{t('markets.noHistory')}</p>;
  const closes = points.map((point) => point.close);
  const [low, high] = [Math.min(...closes), Math.max(...closes)];
  const room = (high - low || high) * 0.08;
  const dates = points.map((point) => point.date);
  const figure = (value: number) => price(value.toString(), currency);
  return (
    <ChartCard
      title={t('markets.history')}
      term={t('markets.historyTerm')}
      caption={t('markets.historyCaption', {
        how: t(names[history.adjustment]),
        from: day(first.date),
        to: day(last.date),
        currency,
        provider: history.provider,
      })}
      chart={
        <TimePlot
          label={t('markets.historyLabel', {
            symbol: history.symbol,
            from: day(first.date),
            to: day(last.date),
            low: figure(low),
            high: figure(high),
            last: figure(last.close),
          })}
          dates={dates}
          low={Math.max(0, low - room)}
          high={high + room}
          formatAxis={(value) => price(value.toString())}
          formatTick={month}
          read={(index) => [day(dates[index]), figure(closes[index] ?? 0)]}
        >
          {({ x, y }) => (
            <path
              d={closes
                .map(
                  (close, index) => `${index === 0 ? 'M' : 'L'}${x(index).toFixed(1)} ${y(close).toFixed(1)}`,
                )
                .join('')}
              fill="none"
              stroke="var(--primary)"
              strokeWidth="1.750"
            />
          )}
        </TimePlot>
      }
      table={
        <Table label={t('markets.historyTerm')}>
          <thead>
            <tr>
              <Th>{t('markets.day')}</Th>
              <Th right>{t('markets.close')}</Th>
            </tr>
          </thead>
          <tbody>
            {points.toReversed().map((point) => (
              <Tr key={point.date}>
                <Td>{day(point.date)}</Td>
                <Td right>{figure(point.close)}</Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      }
    />
  );
}
