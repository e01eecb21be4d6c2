import { useTranslation } from '@/shared/i18n/i18n';
import type { RiskResult } from '@/api/types';
import { AreaChart } from '@/shared/charts/AreaChart';
import { ChartCard } from '@/shared/charts/ChartCard';
import { day, month, percent, percentChange, ratio } from '@/shared/format/format';
import { Table, Td, Th, Tr } from '@/shared/ui/table';
import { BacktestCard } from './BacktestCard';
import { Contributions } from './Contributions';
import { MeasureMeaning } from './Meaning';
import { words } from './model/result';
import { OriginCard } from './OriginCard';
import { TailCard } from './TailCard';
import { WordsCard } from './WordsCard';

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
      {portfolioId ? <BacktestCard portfolioId={portfolioId} /> : null}
      <Measures result={result} />
      <DrawdownCard result={result} />
      <Contributions result={result} />
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
      table={
        <Table label={t('result.drawdownTable')}>
          <thead>
            <tr>
              <Th>{t('result.start')}</Th>
              <Th>{t('result.trough')}</Th>
              <Th>{t('result.end')}</Th>
              <Th right>{t('result.depth')}</Th>
            </tr>
          </thead>
          <tbody>
            {result.drawdowns.map((fall) => (
              <Tr key={fall.peak + fall.trough}>
                <Td className="figures">{day(fall.peak)}</Td>
                <Td className="figures">{day(fall.trough)}</Td>
                <Td className="figures">{fall.recovery ? day(fall.recovery) : t('result.notYet')}</Td>
                <Td right>{percent(-Math.abs(fall.depth), 1)}</Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      }
    />
  );
}
