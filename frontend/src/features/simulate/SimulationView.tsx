import type { ReactNode } from 'react';
import { FigureHelp } from '@/features/figures/FigureHelp';
import { StudentCard } from '@/features/figures/StudentCard';
import { OriginCard } from '@/features/risk/OriginCard';
import { WordsCard } from '@/features/risk/WordsCard';
import { ChartCard } from '@/shared/charts/ChartCard';
import { figures } from '@/shared/charts/figures';
import { FanChart } from '@/shared/charts/FanChart';
import { compactMoney, count, day, month, percent, ratio, roundMoney } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { known, moments, type SimulationResult } from './model/plan';

/** Whose formulas a student is shown. */
const taught = [
  'terminal.median',
  'terminal.meanOfWorst5Percent',
  'goalProbability.value',
  'goalProbability.standardError',
  'lossProbability.value',
  'trend.drift',
  'trend.volatility',
] as const;

/** A finished simulation: the bad end first, then the chance, then the fan and where it comes from. */
export function SimulationView({ result }: { result: SimulationResult }) {
  const { t } = useTranslation();
  const money = (value: number) => roundMoney(value, result.inputs.value.currency);
  const { p5, p50, p95 } = result.terminal.percentiles;
  // the worker begins with the middle; a reader should meet the lower end first
  const said = result.sentences.slice(result.provenance.simulated ? 2 : 1);
  return (
    <div className="space-y-5">
      <WordsCard
        sentences={[
          t('simulate.band', { count: result.years, low: money(p5), middle: money(p50), high: money(p95) }),
          ...said,
        ]}
        simulated={result.provenance.simulated}
        note={t('simulate.notForecast')}
        ownFirst
      />
      <Figures result={result} money={money} />
      <FanCard result={result} money={money} />
      <StudentCard result={result} figures={taught} />
      <OriginCard provenance={result.provenance} assumptions={result.assumptions} />
    </div>
  );
}

type Part = { result: SimulationResult; money: (value: number) => string };

function Figures({ result, money }: Part) {
  const { t } = useTranslation();
  const chance = (of: { value: number; standardError: number }) => percent(of.value, of.value > 0.1 ? 0 : 1);
  const give = (of: { standardError: number }) =>
    t('simulate.give', { error: ratio(of.standardError * 100, 1) });
  const about = (question: string, name: string, plain?: string, term?: string) => (
    <FigureHelp question={question} term={term} name={name}>
      {plain ? <p>{plain}</p> : null}
      {name.endsWith('.value') ? <p>{t('simulate.errorHow', { paths: count(result.paths) })}</p> : null}
    </FigureHelp>
  );
  return (
    <ul className="grid grid-cols-2 gap-3 sm:gap-4 xl:grid-cols-4" aria-label={t('result.measures')}>
      <Tile
        title={t('simulate.reach', { target: money(result.target) })}
        value={chance(result.goalProbability)}
        under={give(result.goalProbability)}
        help={about(
          t('simulate.reach', { target: money(result.target) }),
          'goalProbability.value',
          t('simulate.reachPlain'),
          t('simulate.reachTerm'),
        )}
      />
      <Tile
        title={t('simulate.less')}
        value={chance(result.lossProbability)}
        under={`${give(result.lossProbability)}; ${t('simulate.paidIn', { amount: money(result.paidIn) })}`}
        help={about(t('simulate.less'), 'lossProbability.value', t('simulate.lessPlain'))}
      />
      {result.ruinProbability.value > 0 ? (
        <Tile
          title={t('simulate.ruin')}
          value={chance(result.ruinProbability)}
          under={give(result.ruinProbability)}
          help={about(t('simulate.ruin'), 'ruinProbability.value', t('simulate.ruinPlain'))}
        />
      ) : null}
      <Tile
        title={t('simulate.worst')}
        value={money(result.terminal.meanOfWorst5Percent)}
        under={t('simulate.worstTerm')}
        help={about(t('simulate.worst'), 'terminal.meanOfWorst5Percent')}
      />
      {result.kind === 'goal' ? (
        <Tile
          title={t('simulate.needed')}
          value={money(result.neededContribution.monthly)}
          under={t('simulate.neededFor', { chance: percent(result.neededContribution.probability, 0) })}
          help={about(t('simulate.needed'), 'neededContribution.monthly')}
        />
      ) : (
        <Tile
          title={t('simulate.mean')}
          value={money(result.terminal.mean)}
          under={`±\u00a0${money(result.terminal.standardError)}`}
          help={about(t('simulate.mean'), 'terminal.mean')}
        />
      )}
    </ul>
  );
}

function Tile({
  title,
  value,
  under,
  help,
}: {
  title: string;
  value: string;
  under: string;
  help?: ReactNode;
}) {
  return (
    <li className="card p-4 sm:p-5">
      <div className="flex items-start justify-between gap-2">
        <p className="text-body font-medium">{title}</p>
        {help}
      </div>
      <p className="figures mt-2 text-figure font-semibold tracking-[-0.02em]">{value}</p>
      <p className="figures text-caption text-muted">{under}</p>
    </li>
  );
}

function FanCard({ result, money }: Part) {
  const { t } = useTranslation();
  const { dates, percentiles: bands } = result.fan;
  const { currency } = result.inputs.value;
  const model = known(result.model);
  const end = (values: readonly number[]) => compactMoney(values.at(-1) ?? 0, currency);
  return (
    <ChartCard
      title={t('simulate.fan')}
      learn="percentile"
      term={t('simulate.fanTerm')}
      caption={t('simulate.fanCaption', {
        paths: count(result.paths),
        model: model ? t(`simulate.models.${model}`) : result.model,
        drift: percent(result.trend.drift, 1),
        volatility: percent(result.trend.volatility, 1),
        from: day(result.provenance.from),
        to: day(result.provenance.to),
        currency,
      })}
      chart={
        <FanChart
          label={t('simulate.fanLabel', {
            low: money(bands.p5.at(-1) ?? 0),
            middle: money(bands.p50.at(-1) ?? 0),
            high: money(bands.p95.at(-1) ?? 0),
            when: day(dates.at(-1)),
          })}
          dates={dates}
          bands={bands}
          target={{ value: result.target, text: t('simulate.targetLine', { target: money(result.target) }) }}
          formatValue={money}
          formatAxis={(value) => compactMoney(value, currency)}
          formatDate={day}
          formatTick={month}
          names={{ outer: t('simulate.outer'), inner: t('simulate.inner'), middle: t('simulate.middle') }}
          ends={{
            low: t('simulate.endLow', { value: end(bands.p5) }),
            middle: t('simulate.endMiddle', { value: end(bands.p50) }),
            high: t('simulate.endHigh', { value: end(bands.p95) }),
          }}
        />
      }
      figures={figures(t('simulate.fanTable'), moments(dates.length), [
        {
          name: t('column.date'),
          kind: 'date',
          of: (index) => dates[index],
          show: (index) => day(dates[index]),
        },
        ...([5, 25, 50, 75, 95] as const).map((share) => ({
          name: `${share}%`,
          of: (index: number) => bands[`p${share}`][index],
          show: (index: number) => money(bands[`p${share}`][index] ?? 0),
        })),
      ])}
    />
  );
}
