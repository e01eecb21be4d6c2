import type { LeverageResult } from '@/api/types';
import { TableCsv } from '@/features/analysis/AnalysisPage';
import { FigureHelp } from '@/features/figures/FigureHelp';
import { OriginCard } from '@/features/risk/OriginCard';
import { WordsCard } from '@/features/risk/WordsCard';
import { ChartCard } from '@/shared/charts/ChartCard';
import { figures } from '@/shared/charts/figures';
import { CurveChart } from '@/shared/charts/CurveChart';
import { day, percent, percentChange, ratio, roundMoney } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { Badge } from '@/shared/ui/Badge';
import { Card } from '@/shared/ui/Card';
import { Table, Td, Th, Tr } from '@/shared/ui/table';
import { leverageToday, pointsOf } from './model/preview';

type Props = { result: LeverageResult };

/** A loan before it is taken: how far prices may fall, what it costs, how often a call comes, and the same for other loans. */
export function LeverageView({ result }: Props) {
  const { t } = useTranslation();
  return (
    <div className="space-y-5">
      <WordsCard
        sentences={result.provenance.simulated ? result.sentences.slice(1) : result.sentences}
        simulated={result.provenance.simulated}
        note={t('leverage.note')}
      />
      <Tiles result={result} />
      <CurveCard result={result} />
      <GridCard result={result} />
      <OriginCard provenance={result.provenance} assumptions={result.assumptions} />
    </div>
  );
}

function Tiles({ result: { asked, inputs, paths } }: Props) {
  const { t } = useTranslation();
  const { currency, amount } = inputs.value;
  const money = (value: number) => (amount === 1 ? ratio(value) : roundMoney(value, currency));
  const chance = (of: { value: number }) => percent(of.value, of.value > 0.1 ? 0 : 1);
  const give = (of: { standardError: number }) =>
    t('leverage.give', { error: ratio(of.standardError * 100, 1) });
  const tiles = [
    {
      key: 'distanceToCall',
      value: asked.loan === 0 ? '–' : percentChange(-asked.distanceToCall, 1),
      under:
        asked.loan === 0 ? t('leverage.noLoan') : t('leverage.callBelow', { value: money(asked.callBelow) }),
      name: 'asked.distanceToCall',
    },
    {
      key: 'callShare',
      value: chance(asked.callShare),
      under: give(asked.callShare),
      name: 'asked.callShare.value',
    },
    {
      key: 'interestPerYear',
      value: money(asked.interestPerYear),
      under: t('leverage.breakEven', { value: percent(asked.breakEven, 1) }),
      name: 'asked.interestPerYear',
    },
    {
      key: 'badYear',
      value: money(asked.afterAYear.p5),
      under: t('leverage.middle', {
        middle: money(asked.afterAYear.p50),
        high: money(asked.afterAYear.p95),
      }),
      name: 'asked.afterAYear.p5',
    },
  ] as const;
  return (
    <>
      <ul className="grid grid-cols-2 gap-3 sm:gap-4 xl:grid-cols-4" aria-label={t('result.measures')}>
        {tiles.map((tile) => (
          <li key={tile.key} className="card p-4 sm:p-5">
            <div className="flex items-start justify-between gap-2">
              <p className="text-body font-medium">{t(`leverage.tile.${tile.key}`)}</p>
              <FigureHelp question={t(`leverage.tile.${tile.key}`)} name={tile.name}>
                <p>{t(`leverage.plain.${tile.key}`, { paths })}</p>
              </FigureHelp>
            </div>
            <p className="figures mt-2 text-figure font-semibold tracking-[-0.02em]">{tile.value}</p>
            <p className="figures text-caption text-muted">{tile.under}</p>
          </li>
        ))}
      </ul>
      {asked.withinInitialMargin ? null : (
        <p className="rounded-control bg-warn-soft px-4 py-3 text-warn" role="note">
          {t('leverage.refused')}
        </p>
      )}
    </>
  );
}

/** How the fall to a call and the years with one move against each other as the loan grows. */
function CurveCard({ result }: Props) {
  const { t } = useTranslation();
  const { asked, provenance, paths } = result;
  const points = pointsOf(result);
  const today = leverageToday(result);
  const times = (value: number) => t('leverage.times', { times: ratio(value) });
  const fall = (row: (typeof points)[number]) => (row.loan === 0 ? 1 : row.distanceToCall);
  return (
    <ChartCard
      title={t('leverage.curve')}
      learn="leverage"
      term={t('leverage.curveTerm')}
      csv={<TableCsv table="grid" />}
      caption={t('leverage.curveCaption', { from: day(provenance.from), to: day(provenance.to), paths })}
      chart={
        <CurveChart
          label={t('leverage.curveLabel', {
            times: times(asked.leverage),
            fall: percent(fall(asked), 1),
            share: percent(asked.callShare.value, 1),
          })}
          along={points.map((row) => row.leverage)}
          curves={[
            { name: t('leverage.column.fall'), values: points.map(fall) },
            { name: t('leverage.column.call'), values: points.map((row) => row.callShare.value) },
          ]}
          marks={[
            { at: today, text: t('leverage.you') },
            ...(Math.abs(asked.leverage - today) < 0.005
              ? []
              : [{ at: asked.leverage, text: t('leverage.asked') }]),
          ]}
          formatValue={(value) => percent(value, 0)}
          formatAlong={(value) => ratio(value)}
          alongName={t('leverage.leverage')}
        />
      }
      figures={figures(t('leverage.curveTerm'), points, [
        {
          name: t('leverage.column.leverage'),
          kind: 'date',
          of: (row) => row.leverage,
          show: (row) => times(row.leverage),
        },
        {
          name: t('leverage.column.fall'),
          of: (row) => (row.loan === 0 ? undefined : row.distanceToCall),
          show: (row) => (row.loan === 0 ? '–' : percent(row.distanceToCall, 1)),
        },
        {
          name: t('leverage.column.call'),
          of: (row) => row.callShare.value,
          show: (row) => percent(row.callShare.value, 1),
        },
      ])}
    />
  );
}

function GridCard({ result: { grid, asked, inputs } }: Props) {
  const { t } = useTranslation();
  const { currency, amount } = inputs.value;
  const money = (value: number) => (amount === 1 ? ratio(value) : roundMoney(value, currency));
  return (
    <Card
      title={t('leverage.grid')}
      term={t('leverage.gridTerm')}
      actions={<TableCsv table="grid" />}
      padded={false}
    >
      <Table label={t('leverage.gridTerm')}>
        <thead>
          <tr>
            <Th>{t('leverage.column.leverage')}</Th>
            <Th right>{t('leverage.column.loan')}</Th>
            <Th right>{t('leverage.column.fall')}</Th>
            <Th right>{t('leverage.column.interest')}</Th>
            <Th right>{t('leverage.column.call')}</Th>
            <Th right>{t('leverage.column.ruin')}</Th>
            <Th right>{t('leverage.column.bad')}</Th>
            <Th right>{t('leverage.column.middle')}</Th>
            <Th right>{t('leverage.column.good')}</Th>
          </tr>
        </thead>
        <tbody>
          {grid.map((row) => (
            <Tr
              key={row.leverage}
              className={row.leverage === asked.leverage ? 'bg-primary-soft/60 font-medium' : undefined}
            >
              <Td className="whitespace-nowrap">
                <span className="figures">{t('leverage.times', { times: ratio(row.leverage) })}</span>{' '}
                {row.withinInitialMargin ? null : <Badge tone="warn">{t('leverage.tooMuch')}</Badge>}
              </Td>
              <Td right>{money(row.loan)}</Td>
              <Td right>{row.loan === 0 ? '–' : percentChange(-row.distanceToCall, 1)}</Td>
              <Td right>{money(row.interestPerYear)}</Td>
              <Td right>{percent(row.callShare.value, 1)}</Td>
              <Td right>{percent(row.ruinShare.value, 1)}</Td>
              <Td right>{money(row.afterAYear.p5)}</Td>
              <Td right>{money(row.afterAYear.p50)}</Td>
              <Td right>{money(row.afterAYear.p95)}</Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}
