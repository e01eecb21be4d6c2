import { useState } from 'react';
import type { VarBacktestResult } from '@/api/types';
import { ExceptionsChart } from '@/shared/charts/ExceptionsChart';
import { count, day, month, percent, ratio } from '@/shared/format/format';
import { typeset } from '@/shared/format/typeset';
import { useTranslation } from '@/shared/i18n/i18n';
import { Badge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { Table, Td, Th, Tr } from '@/shared/ui/table';
import { exceptionRows } from './model/backtest';
import { useMethodName } from './words';

const tones = { GREEN: 'gain', YELLOW: 'warn', RED: 'danger' } as const;

/** The verdict in words, the tests behind it, and the days themselves. */
export function BacktestResult({ result }: { result: VarBacktestResult }) {
  const { t } = useTranslation();
  const method = useMethodName();
  const [asTable, setAsTable] = useState(false);
  const sentences = result.provenance.simulated ? result.sentences.slice(1) : result.sentences;
  const rows = exceptionRows(result);
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
        <p className="mt-2 text-section font-medium">{typeset(sentences[0] ?? '')}</p>
        <ul className="mt-1 space-y-1 text-muted">
          {sentences.slice(1).map((sentence) => (
            <li key={sentence}>{typeset(sentence)}</li>
          ))}
        </ul>
      </div>
      <figure>
        <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
          <p className="text-dense text-muted">
            {t('backtest.counted', {
              count: result.exceptions,
              expected: ratio(result.expected, 1),
            })}
          </p>
          <Button size="small" look="ghost" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            {t('chart.table')}
          </Button>
        </div>
        {asTable ? (
          <div className="-mx-5 max-h-96 overflow-y-auto">
            <Table label={t('backtest.exceptions')}>
              <thead>
                <tr>
                  <Th>{t('column.date')}</Th>
                  <Th right>{t('backtest.result')}</Th>
                  <Th right>{t('backtest.announced')}</Th>
                  <Th right>{t('backtest.beyond')}</Th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <Tr key={row.date}>
                    <Td className="figures">{day(row.date)}</Td>
                    <Td right>{percent(row.result, 2)}</Td>
                    <Td right>{percent(-row.limit, 2)}</Td>
                    <Td right>{percent(row.result + row.limit, 2)}</Td>
                  </Tr>
                ))}
              </tbody>
            </Table>
          </div>
        ) : (
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
        )}
        <figcaption className="mt-2 text-caption text-muted">
          {t('backtest.caption', { count: result.estimationDays })}
        </figcaption>
      </figure>
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
