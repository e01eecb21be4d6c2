import { useId, useState } from 'react';
import type { OptimizationResult } from '@/api/types';
import { StudentCard } from '@/features/figures/StudentCard';
import { OriginCard } from '@/features/risk/OriginCard';
import { WordsCard } from '@/features/risk/WordsCard';
import { ChartCard } from '@/shared/charts/ChartCard';
import { figures } from '@/shared/charts/figures';
import { FrontierChart } from '@/shared/charts/FrontierChart';
import { ShareBars } from '@/shared/charts/ShareBars';
import { day, percent } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { EffectCard } from './EffectCard';
import { TradesCard } from './TradesCard';

type Props = { result: OptimizationResult };

/** Whose formulas a student is shown. */
const taught = [
  'target.expectedReturn',
  'target.volatility',
  'target.sharpe',
  'target.valueAtRisk',
  'weights.0.riskShare',
  'turnover',
] as const;

/** A better mix: in words, on the frontier beside what is held, from what to what, what changes and what leads there. */
export function OptimizationView({ result }: Props) {
  const { t } = useTranslation();
  const { frontier } = result;
  const nearest = frontier.reduce(
    (best, point, index) =>
      Math.abs(point.volatility - result.volatility) <
      Math.abs((frontier[best]?.volatility ?? Infinity) - result.volatility)
        ? index
        : best,
    0,
  );
  const [at, setAt] = useState(nearest);
  return (
    <div className="space-y-5">
      <WordsCard
        sentences={result.provenance.simulated ? result.sentences.slice(1) : result.sentences}
        simulated={result.provenance.simulated}
        note={t('optimize.note')}
      />
      <FrontierCard result={result} at={at} onMove={setAt} />
      <MixCard result={result} chosen={frontier[at]?.weights} />
      <EffectCard result={result} />
      <TradesCard result={result} />
      <StudentCard result={result} figures={taught} />
      <OriginCard provenance={result.provenance} assumptions={result.assumptions} />
    </div>
  );
}

function FrontierCard({ result, at, onMove }: Props & { at: number; onMove: (at: number) => void }) {
  const { t } = useTranslation();
  const id = useId();
  const { frontier, today, provenance } = result;
  const here = frontier[at];
  const share = (value: number) => percent(value, 1);
  const said = here
    ? t('optimize.sliderAt', { return: share(here.expectedReturn), volatility: share(here.volatility) })
    : '';
  return (
    <ChartCard
      title={t('optimize.frontier')}
      learn="efficient-frontier"
      term={t('optimize.frontierTerm')}
      caption={t('optimize.frontierCaption', {
        from: day(provenance.from),
        to: day(provenance.to),
        currency: result.inputs.baseCurrency,
      })}
      chart={
        <>
          <FrontierChart
            label={t('optimize.frontierLabel', {
              return: share(today.expectedReturn),
              volatility: share(today.volatility),
              foundReturn: share(result.expectedReturn),
              foundVolatility: share(result.volatility),
            })}
            line={frontier}
            marks={[
              { ...today, text: t('optimize.you'), tone: 'you' },
              { ...result.target, text: t('optimize.found'), tone: 'found' },
              ...(here ? [{ ...here, text: t('optimize.here'), tone: 'here' as const }] : []),
            ]}
            format={share}
            names={{ x: t('optimize.swing'), y: t('optimize.expected') }}
          />
          {frontier.length > 1 ? (
            <div className="mt-3">
              <label htmlFor={id} className="mb-1 block text-dense font-medium">
                {t('optimize.slider')}
              </label>
              <input
                id={id}
                type="range"
                min={0}
                max={frontier.length - 1}
                step={1}
                value={at}
                aria-valuetext={said}
                onChange={(event) => onMove(Number(event.target.value))}
                className="h-6 w-full accent-primary"
              />
              <p className="figures text-dense text-muted" aria-hidden="true">
                {said}
              </p>
            </div>
          ) : (
            <p className="text-muted">{t('optimize.frontierNone')}</p>
          )}
        </>
      }
      figures={figures(t('optimize.frontierTerm'), frontier, [
        {
          name: t('optimize.swing'),
          of: (point) => point.volatility,
          show: (point) => percent(point.volatility),
        },
        {
          name: t('optimize.expected'),
          of: (point) => point.expectedReturn,
          show: (point) => percent(point.expectedReturn),
        },
      ])}
    />
  );
}

function MixCard({ result, chosen }: Props & { chosen: readonly number[] | undefined }) {
  const { t } = useTranslation();
  const share = (value: number | undefined) => percent(value, 1);
  const rows = result.weights
    .map((row, index) => ({ ...row, here: chosen?.[index] }))
    .sort((a, b) => Math.max(b.today, b.target) - Math.max(a.today, a.target));
  return (
    <ChartCard
      title={t('optimize.mix')}
      term={t('optimize.mixTerm')}
      caption={t('optimize.mixCaption', { cash: share(result.cashWeight) })}
      chart={
        <ShareBars
          bars={rows
            .slice(0, 20)
            .map(({ symbol, today, target }) => ({ key: symbol, name: symbol, share: today, target }))}
          format={share}
          describe={(bar) => t('optimize.fromTo', { today: share(bar.share), target: share(bar.target) })}
        />
      }
      figures={figures(t('optimize.mixTerm'), rows, [
        { name: t('column.symbol'), kind: 'name', of: (row) => row.symbol },
        { name: t('optimize.today'), of: (row) => row.today, show: (row) => share(row.today) },
        { name: t('optimize.target'), of: (row) => row.target, show: (row) => share(row.target) },
        { name: t('optimize.after'), of: (row) => row.afterTrades, show: (row) => share(row.afterTrades) },
        ...(chosen
          ? [
              {
                name: t('optimize.atSlider'),
                of: (row: { here: number | undefined }) => row.here,
                show: (row: { here: number | undefined }) => share(row.here),
              },
            ]
          : []),
        { name: t('optimize.riskShare'), of: (row) => row.riskShare, show: (row) => share(row.riskShare) },
      ])}
    />
  );
}
