import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import type { PriceHistory } from '@/api/types';
import { ChartCard } from '@/shared/charts/ChartCard';
import { figures } from '@/shared/charts/figures';
import { LinesChart } from '@/shared/charts/LinesChart';
import { day, month, price } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { Skeleton } from '@/shared/ui/Page';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { Segmented } from '@/shared/ui/Segmented';
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
        <LinesChart
          label={t('markets.historyLabel', {
            symbol: history.symbol,
            from: day(first.date),
            to: day(last.date),
            low: figure(Math.min(...closes)),
            high: figure(Math.max(...closes)),
            last: figure(last.close),
          })}
          dates={points.map((point) => point.date)}
          lines={[{ name: history.symbol, values: closes }]}
          fromNought={false}
          formatValue={figure}
          formatAxis={(value) => price(value.toString())}
          formatDate={day}
          formatTick={month}
        />
      }
      figures={figures(t('markets.historyTerm'), points.toReversed(), [
        { name: t('markets.day'), kind: 'date', of: (point) => point.date, show: (point) => day(point.date) },
        { name: t('markets.close'), of: (point) => point.close, show: (point) => figure(point.close) },
      ])}
    />
  );
}
