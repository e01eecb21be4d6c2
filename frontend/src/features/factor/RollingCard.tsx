import type { FactorResult } from '@/api/types';
import { ChartCard } from '@/shared/charts/ChartCard';
import { type Column, figures } from '@/shared/charts/figures';
import { LinesChart } from '@/shared/charts/LinesChart';
import { day, month, percent, ratio } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { drawn, rollingRows, type RollingRow } from './model/rolling';

const MOST_LINES = 5;

/** How strongly each factor pulled in time: what holds for the whole window need not hold for its end. */
export function RollingCard({ result }: { result: FactorResult }) {
  const { t } = useTranslation();
  const { rolling, loadings } = result;
  const rows = rollingRows(result);
  const lines = drawn(result, MOST_LINES);
  const [lead] = lines;
  if (!rolling || !lead || rows.length < 2) return null;
  const columns: Column<RollingRow>[] = loadings.map(({ factor }, index) => ({
    name: factor,
    of: ({ betas }) => betas[index],
    show: ({ betas }) => ratio(betas[index]),
  }));
  return (
    <ChartCard
      title={t('factor.rolling')}
      learn="factor"
      term={t('factor.rollingTerm')}
      caption={[
        t('factor.rollingCaption', {
          window: rolling.window,
          from: day(rolling.dates[0]),
          to: day(rolling.dates.at(-1)),
        }),
        ...(loadings.length > MOST_LINES ? [t('factor.rollingFew')] : []),
      ].join(' ')}
      chart={
        <LinesChart
          label={t('factor.rollingLabel', {
            factor: lead.name,
            first: ratio(lead.values[0]),
            last: ratio(lead.values.at(-1)),
            low: ratio(Math.min(...lead.values)),
            high: ratio(Math.max(...lead.values)),
          })}
          dates={rolling.dates}
          lines={lines}
          formatValue={(value) => ratio(value)}
          formatAxis={(value) => ratio(value, 1)}
          formatDate={day}
          formatTick={month}
        />
      }
      figures={figures(t('factor.rollingTerm'), rows, [
        { name: t('column.date'), kind: 'date', of: ({ date }) => date, show: ({ date }) => day(date) },
        ...columns,
        {
          name: t('factor.explained'),
          of: ({ rSquared }) => rSquared,
          show: (row) => percent(row.rSquared, 1),
        },
      ])}
    />
  );
}
