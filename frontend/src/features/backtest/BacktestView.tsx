import type { BacktestResult } from '@/api/types';
import { TableCsv } from '@/features/analysis/AnalysisPage';
import { FigureHelp } from '@/features/figures/FigureHelp';
import { StudentCard } from '@/features/figures/StudentCard';
import { From } from '@/features/level/level';
import { OriginCard } from '@/features/risk/OriginCard';
import { WordsCard } from '@/features/risk/WordsCard';
import { AreaChart } from '@/shared/charts/AreaChart';
import { ChartCard } from '@/shared/charts/ChartCard';
import { figures } from '@/shared/charts/figures';
import { LinesChart } from '@/shared/charts/LinesChart';
import { compactMoney, day, money, month, percent, percentChange, ratio } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { served } from '@/shared/i18n/Served';
import { Card } from '@/shared/ui/Card';
import { Table, Td, Th, Tr } from '@/shared/ui/table';
import { YearlyCard } from './YearlyCard';

type Props = { result: BacktestResult };

/** Whose formulas a student is shown. */
const taught = [
  'metrics.cagr',
  'metrics.sharpe',
  'metrics.maxDrawdown',
  'costs.drag',
  'turnover.perYear',
  'deflatedSharpe.probability',
] as const;

/** A rule on the past: in words, its value beside doing nothing, its falls, its figures, and how far they can be trusted. */
export function BacktestView({ result }: Props) {
  const { t } = useTranslation();
  return (
    <div className="space-y-5">
      <WordsCard
        sentences={result.provenance.simulated ? result.sentences.slice(1) : result.sentences}
        simulated={result.provenance.simulated}
        note={t('past.note')}
      />
      <EquityCard result={result} />
      <MeasuresCard result={result} />
      <YearlyCard result={result} />
      <FallsCard result={result} />
      <From level="DETAILED">
        <VariantsCard result={result} />
      </From>
      <StudentCard result={result} figures={taught} />
      <OriginCard provenance={result.provenance} assumptions={result.assumptions} />
    </div>
  );
}

function EquityCard({ result: { equity, benchmark, inputs, costs } }: Props) {
  const { t } = useTranslation();
  const { currency, amount } = inputs.value;
  const write = (value: number) => (amount === 1 ? ratio(value) : money(value, currency));
  const last = (values: readonly number[]) => write(values.at(-1) ?? 0);
  const lines = [
    { name: t('past.theRule'), values: equity.value },
    { name: t('past.nothing'), values: equity.buyAndHold },
    ...(equity.benchmark && benchmark ? [{ name: benchmark.symbol, values: equity.benchmark }] : []),
  ];
  return (
    <ChartCard
      title={t('past.equity')}
      learn="backtest"
      term={t('past.equityTerm')}
      csv={<TableCsv table="equity" />}
      caption={t('past.equityCaption', {
        from: day(equity.dates[0]),
        to: day(equity.dates.at(-1)),
        currency,
        costs: write(costs.amount),
        drag: percent(costs.drag, 2),
      })}
      chart={
        <LinesChart
          label={t('past.equityLabel', {
            rule: last(equity.value),
            nothing: last(equity.buyAndHold),
            when: day(equity.dates.at(-1)),
          })}
          dates={equity.dates}
          lines={lines}
          fromNought={false}
          formatValue={write}
          formatAxis={(value) => (amount === 1 ? ratio(value) : compactMoney(value, currency))}
          formatDate={day}
          formatTick={month}
        />
      }
      figures={figures(t('past.equityTerm'), equity.dates, [
        { name: t('column.date'), kind: 'date', of: (date) => date, show: day },
        ...lines.map(({ name, values }) => ({
          name,
          of: (date: string) => values[equity.dates.indexOf(date)],
          show: (date: string) => write(values[equity.dates.indexOf(date)] ?? 0),
        })),
      ])}
    />
  );
}

const measures = ['cagr', 'annualVolatility', 'sharpe', 'maxDrawdown', 'worstDay'] as const;

function MeasuresCard({ result: { metrics, buyAndHold, benchmark, walkForward } }: Props) {
  const { t } = useTranslation();
  const columns = [
    { name: t('past.theRule'), of: metrics },
    { name: t('past.nothing'), of: buyAndHold },
    ...(benchmark ? [{ name: benchmark.symbol, of: benchmark.metrics }] : []),
    ...(walkForward ? [{ name: t('past.walkForward'), of: walkForward.metrics }] : []),
  ];
  const write = (measure: (typeof measures)[number], of: typeof metrics) =>
    measure === 'sharpe'
      ? ratio(of.sharpe)
      : measure === 'annualVolatility'
        ? percent(of.annualVolatility, 1)
        : percentChange(of[measure], 1);
  return (
    <Card title={t('past.measures')} term={t('past.measuresTerm')} padded={false}>
      <Table label={t('past.measuresTerm')}>
        <thead>
          <tr>
            <Th>{t('past.figure')}</Th>
            {columns.map(({ name }) => (
              <Th right key={name}>
                {name}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {measures
            .filter((measure) => metrics[measure] !== undefined)
            .map((measure) => (
              <Tr key={measure}>
                <Td className="min-w-44">
                  <span className="flex items-start gap-1">
                    <span>
                      <span className="block font-medium">{t(`past.measure.${measure}`)}</span>
                      <span className="block text-caption text-muted">
                        {t(`past.measureTerm.${measure}`)}
                      </span>
                    </span>
                    <FigureHelp
                      question={t(`past.measure.${measure}`)}
                      term={t(`past.measureTerm.${measure}`)}
                      name={`metrics.${measure}`}
                    />
                  </span>
                </Td>
                {columns.map(({ name, of }) => (
                  <Td right key={name}>
                    {write(measure, of)}
                  </Td>
                ))}
              </Tr>
            ))}
        </tbody>
      </Table>
      {walkForward ? (
        <p className="px-5 py-3 text-caption text-muted">
          {t('past.walkForwardHow', { train: walkForward.train, test: walkForward.test })}
        </p>
      ) : null}
    </Card>
  );
}

function FallsCard({ result: { equity, metrics } }: Props) {
  const { t } = useTranslation();
  const points = equity.dates.map((date, index) => ({ date, value: equity.drawdown[index] ?? 0 }));
  const deepest = percent(metrics.maxDrawdown, 1);
  return (
    <ChartCard
      title={t('past.falls')}
      learn="drawdown"
      term={t('past.fallsTerm')}
      caption={t('past.fallsCaption')}
      chart={
        <AreaChart
          label={t('past.fallsLabel', { deepest })}
          points={points}
          formatValue={(value) => percent(value, 1)}
          formatAxis={(value) => percent(value, 1)}
          formatDate={day}
          formatTick={month}
        />
      }
      figures={figures(t('past.fallsTerm'), points, [
        { name: t('column.date'), kind: 'date', of: ({ date }) => date, show: ({ date }) => day(date) },
        { name: t('past.falls'), of: ({ value }) => value, show: ({ value }) => percent(value, 1) },
      ])}
    />
  );
}

function VariantsCard({ result: { variants, variant, variantsTried, deflatedSharpe, absent } }: Props) {
  const { t } = useTranslation();
  if (variants.length < 2) return null;
  const known = ['NONE', 'MONTHLY', 'QUARTERLY', 'YEARLY', 'BAND'] as const;
  const name = (of: string) => {
    const found = known.find((candidate) => candidate === of);
    return found ? t(`past.variant.${found}`) : of;
  };
  return (
    <Card
      title={t('past.variants')}
      learn="overfitting"
      term={t('past.variantsTerm', { count: variantsTried })}
      actions={<TableCsv table="variants" />}
      padded={false}
    >
      <div className="max-h-96 overflow-y-auto">
        <Table label={t('past.variantsTerm', { count: variantsTried })}>
          <thead>
            <tr>
              <Th>{t('past.theVariant')}</Th>
              <Th right>{t('past.totalReturn')}</Th>
              <Th right>{t('past.measureTerm.sharpe')}</Th>
            </tr>
          </thead>
          <tbody>
            {variants.map((row) => (
              <Tr
                key={row.name}
                className={row.name === variant ? 'bg-primary-soft/60 font-medium' : undefined}
              >
                <Td>{name(row.name)}</Td>
                <Td right>{percentChange(row.totalReturn, 1)}</Td>
                <Td right>{ratio(row.sharpe)}</Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </div>
      <p className="px-5 py-3 text-caption text-muted">
        {deflatedSharpe
          ? t('past.deflated', {
              probability: percent(deflatedSharpe.probability, 0),
              trials: deflatedSharpe.trials,
            })
          : served(absent.deflatedSharpe)}
      </p>
    </Card>
  );
}
