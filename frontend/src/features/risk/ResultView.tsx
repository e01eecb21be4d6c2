import { useTranslation } from '@/shared/i18n/i18n';
import type { RiskResult } from '@/api/types';
import { AreaChart } from '@/shared/charts/AreaChart';
import { ChartCard } from '@/shared/charts/ChartCard';
import { figures } from '@/shared/charts/figures';
import { day, month, percent, percentChange, ratio } from '@/shared/format/format';
import { From } from '@/features/level/level';
import { StudentCard } from '@/features/figures/StudentCard';
import { BacktestCard } from './BacktestCard';
import { Contributions } from './Contributions';
import { MeasureMeaning } from './Meaning';
import { words } from './model/result';
import { OriginCard } from './OriginCard';
import { TailCard } from './TailCard';
import { WordsCard } from './WordsCard';

/** Whose formulas a student is shown. */
const taught = [
  'valueAtRisk.0.fraction',
  'valueAtRisk.0.expectedShortfall.fraction',
  'performance.annualVolatility',
  'performance.sharpe',
  'performance.sortino',
  'performance.maxDrawdown',
  'contributions.0.component',
  'contributions.0.share',
] as const;

/** A finished risk check: plain words first, then the figures, their pictures, and where they come from. */
export function ResultView({ result, portfolioId }: { result: RiskResult; portfolioId?: string }) {
  const { t } = useTranslation();
  return (
    <div className="space-y-5">
      <WordsCard
        sentences={words(result)}
        simulated={result.provenance.simulated}
        note={t('result.notAdvice')}
      />
      <TailCard result={result} />
      {portfolioId ? (
        <From level="DETAILED">
          <BacktestCard portfolioId={portfolioId} />
        </From>
      ) : null}
      <Measures result={result} />
      <DrawdownCard result={result} />
      <Contributions result={result} />
      <StudentCard result={result} figures={taught} />
      <OriginCard provenance={result.provenance} assumptions={result.assumptions} />
    </div>
  );
}

function Measures({ result }: { result: RiskResult }) {
  const { t } = useTranslation();
  const it = result.performance;
  const tiles = [
    {
      key: 'volatility',
      value: percent(it.annualVolatility, 1),
      you: t('meaning.volatility.you', { value: percent(it.annualVolatility, 1) }),
    },
    { key: 'sharpe', value: ratio(it.sharpe), you: t('meaning.sharpe.you', { value: ratio(it.sharpe) }) },
    {
      key: 'drawdown',
      value: percent(-Math.abs(it.maxDrawdown), 1),
      you: t('meaning.drawdown.you', { value: percent(-Math.abs(it.maxDrawdown), 1) }),
    },
    {
      key: 'return',
      value: percentChange(it.cagr, 1),
      you: t('meaning.return.you', { value: percentChange(it.cagr, 1) }),
    },
  ] as const;
  return (
    <ul className="grid grid-cols-2 gap-3 sm:gap-4 xl:grid-cols-4" aria-label={t('result.measures')}>
      {tiles.map((tile) => (
        <li key={tile.key} className="card p-4 sm:p-5">
          <div className="flex items-start justify-between gap-2">
            <p className="text-body font-medium">{t(`measure.${tile.key}.title`)}</p>
            <MeasureMeaning measure={tile.key} you={tile.you} result={result} />
          </div>
          <p className="text-caption text-muted">{t(`measure.${tile.key}.term`)}</p>
          <p className="figures mt-2 text-figure font-semibold tracking-[-0.02em]">{tile.value}</p>
        </li>
      ))}
    </ul>
  );
}

function DrawdownCard({ result }: { result: RiskResult }) {
  const { t } = useTranslation();
  const { dates, drawdown } = result.series;
  const points = dates.map((date, index) => ({ date, value: drawdown[index] ?? 0 }));
  const worst = points.reduce(
    (low, point) => (point.value < low.value ? point : low),
    points[0] ?? { date: '', value: 0 },
  );
  const worstText = percent(worst.value, 1);
  return (
    <ChartCard
      title={t('result.drawdown')}
      term={t('result.drawdownTerm')}
      learn="drawdown"
      caption={t('result.drawdownCaption', {
        from: day(result.provenance.from),
        to: day(result.provenance.to),
      })}
      chart={
        <AreaChart
          label={t('result.drawdownLabel', { worst: worstText, when: day(worst.date) })}
          points={points}
          formatValue={(value) => percent(value, 1)}
          formatAxis={(value) => percent(value, Number.isInteger(Number((value * 100).toFixed(6))) ? 0 : 1)}
          formatDate={day}
          formatTick={month}
          mark={{ ...worst, text: t('result.worst', { worst: worstText }) }}
        />
      }
      figures={figures(t('result.drawdownTable'), result.drawdowns, [
        { name: t('result.start'), kind: 'date', of: (fall) => fall.peak, show: (fall) => day(fall.peak) },
        {
          name: t('result.trough'),
          kind: 'date',
          of: (fall) => fall.trough,
          show: (fall) => day(fall.trough),
        },
        {
          name: t('result.end'),
          kind: 'date',
          of: (fall) => fall.recovery,
          show: (fall) => (fall.recovery ? day(fall.recovery) : t('result.notYet')),
        },
        {
          name: t('result.depth'),
          of: (fall) => -Math.abs(fall.depth),
          show: (fall) => percent(-Math.abs(fall.depth), 1),
        },
      ])}
    />
  );
}
