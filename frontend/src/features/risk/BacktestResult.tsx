import type { VarBacktestResult } from '@/api/types';
import { ChartFigure, useChartFigure } from '@/shared/charts/ChartFigure';
import { ExceptionsChart } from '@/shared/charts/ExceptionsChart';
import { figures } from '@/shared/charts/figures';
import { count, day, month, percent, ratio } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { Served, served } from '@/shared/i18n/Served';
import { Badge } from '@/shared/ui/Badge';
import { Table, Td, Th, Tr } from '@/shared/ui/table';
import { exceptionRows } from './model/backtest';
import { useMethodName } from './words';

const tones = { GREEN: 'gain', YELLOW: 'warn', RED: 'danger' } as const;

/** The verdict in words, the tests behind it, and the days themselves. */
export function BacktestResult({ result }: { result: VarBacktestResult }) {
  const { t } = useTranslation();
  const method = useMethodName();
  const sentences = result.provenance.simulated ? result.sentences.slice(1) : result.sentences;
  const view = useChartFigure(
    figures(t('backtest.exceptions'), exceptionRows(result), [
      { name: t('column.date'), kind: 'date', of: (row) => row.date, show: (row) => day(row.date) },
      { name: t('backtest.result'), of: (row) => row.result, show: (row) => percent(row.result, 2) },
      { name: t('backtest.announced'), of: (row) => -row.limit, show: (row) => percent(-row.limit, 2) },
      {
        name: t('backtest.beyond'),
        of: (row) => row.result + row.limit,
        show: (row) => percent(row.result + row.limit, 2),
      },
    ]),
  );
  return (
    <div className="space-y-5">
      <div>
        <p className="flex flex-wrap items-center gap-2 text-dense text-muted">
          <span>
            {t('backtest.what', {
              method: method(result.method),
              confidence: percent(result.confidence, result.confidence === 0.975 ? 1 : 0),
              count: result.days,
            })}
          </span>
          <Badge tone={tones[result.baselZone]}>{t(`backtest.zone.${result.baselZone}`)}</Badge>
          {result.provenance.simulated ? (
            <Badge tone="primary" title={t('simulated.why')}>
              {t('simulated.label')}
            </Badge>
          ) : null}
        </p>
        <p className="mt-2 text-section font-medium">{served(sentences[0])}</p>
        <ul className="mt-1 space-y-1 text-muted">
          {sentences.slice(1).map((sentence) => (
            <li key={sentence}>
              <Served>{sentence}</Served>
            </li>
          ))}
        </ul>
      </div>
      <div>
        <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
          <p className="text-dense text-muted">
            {t('backtest.counted', {
              count: result.exceptions,
              expected: ratio(result.expected, 1),
            })}
          </p>
          <div className="flex items-center gap-2">{view.actions}</div>
        </div>
        <ChartFigure
          view={view}
          chart={
            <ExceptionsChart
              label={t('backtest.label', { count: result.exceptions, days: count(result.days) })}
              dates={result.series.dates}
              returns={result.series.returns}
              limits={result.series.valueAtRisk}
              exceptions={new Set(result.series.exceptions)}
              formatValue={(value) => percent(value, 1)}
              formatDate={day}
              formatTick={month}
              names={{ result: t('backtest.result'), limit: t('backtest.announced') }}
            />
          }
          caption={t('backtest.caption', { count: result.estimationDays })}
        />
      </div>
      <div className="-mx-5">
        <Table label={t('backtest.tests')}>
          <thead>
            <tr>
              <Th>{t('backtest.test')}</Th>
              <Th>{t('backtest.verdict')}</Th>
              <Th right>LR</Th>
              <Th right>p</Th>
            </tr>
          </thead>
          <tbody>
            {(['kupiec', 'christoffersen', 'conditionalCoverage'] as const).map((test) => (
              <Tr key={test}>
                <Td>
                  <span className="block font-medium">{t(`backtest.question.${test}`)}</span>
                  <span className="text-caption text-muted">{t(`backtest.name.${test}`)}</span>
                </Td>
                <Td className={result[test].rejected ? 'text-warn' : undefined}>
                  {result[test].rejected ? t('backtest.rejected') : t('backtest.notRejected')}
                </Td>
                <Td right>{ratio(result[test].lr, 3)}</Td>
                <Td right>{ratio(result[test].pValue, 3)}</Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </div>
    </div>
  );
}
