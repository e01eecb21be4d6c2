import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { VarBacktestResult } from '@/api/types';
import { percent } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { served } from '@/shared/i18n/Served';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { Explain } from '@/shared/ui/Explain';
import { SelectField } from '@/shared/ui/Field';
import { Skeleton } from '@/shared/ui/Page';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { Segmented } from '@/shared/ui/Segmented';
import { isOpen, resultQuery, useAnalyses, useAnalysis, useRunAnalysis } from './api';
import { BacktestResult } from './BacktestResult';
import { oneIn } from './model/result';
import { reasonOf } from './model/progress';
import { RunningCard } from './RunningCard';
import { methods, useMethodName } from './words';

const confidences = ['0.95', '0.99'] as const;
const spans = ['250', '500'] as const;

/** Value at risk marks its own homework: how often a day was worse than announced, and whether that is too often. */
export function BacktestCard({ portfolioId }: { portfolioId: string }) {
  const { t } = useTranslation();
  const methodName = useMethodName();
  const [search, setSearch] = useSearchParams();
  const past = useAnalyses({ kind: 'var-backtest', portfolioId });
  const id =
    search.get('backtest') ??
    past.data?.find((analysis) => isOpen(analysis) || analysis.state === 'COMPLETED')?.id;
  const analysis = useAnalysis(id);
  const completed = analysis.data?.state === 'COMPLETED';
  const result = useQuery({ ...resultQuery<VarBacktestResult>(id ?? ''), enabled: completed && !!id });
  const run = useRunAnalysis();
  const [method, setMethod] = useState<(typeof methods)[number]>('HISTORICAL');
  const [confidence, setConfidence] = useState<(typeof confidences)[number]>('0.99');
  const [days, setDays] = useState<(typeof spans)[number]>('250');
  const running = isOpen(analysis.data) || run.isPending;
  const failed = analysis.data?.state === 'FAILED' || analysis.data?.state === 'CANCELLED';
  const problem = run.error ?? past.error ?? analysis.error ?? result.error;

  const ask = () =>
    run.mutate(
      {
        kind: 'var-backtest',
        portfolioId,
        parameters: { method, confidence: Number(confidence), days: Number(days) },
      },
      {
        onSuccess: (asked) => setSearch({ backtest: asked.id }, { replace: true, preventScrollReset: true }),
      },
    );

  return (
    <Card
      title={t('backtest.title')}
      term={t('backtest.term')}
      actions={
        <Explain about={t('backtest.term')}>
          <p>{t('backtest.plain')}</p>
          <p>{t('backtest.kupiecHow')}</p>
          <p>{t('backtest.christoffersenHow')}</p>
          <p>{t('backtest.zoneHow')}</p>
        </Explain>
      }
    >
      <div className="flex flex-wrap items-end gap-x-5 gap-y-3">
        <SelectField
          label={t('tail.method')}
          value={method}
          className="w-52"
          onChange={(event) =>
            setMethod(methods.find((known) => known === event.target.value) ?? 'HISTORICAL')
          }
        >
          {methods.map((known) => (
            <option key={known} value={known}>
              {methodName(known)}
            </option>
          ))}
        </SelectField>
        <Segmented
          showLabel
          label={t('tail.howBad')}
          value={confidence}
          onChange={setConfidence}
          options={confidences.map((value) => ({
            value,
            label: t('tail.oneIn', { oneIn: oneIn(Number(value)) }),
            name: t('tail.oneInName', { oneIn: oneIn(Number(value)), confidence: percent(value, 0) }),
          }))}
        />
        <Segmented
          showLabel
          label={t('backtest.over')}
          value={days}
          onChange={setDays}
          options={spans.map((value) => ({ value, label: t('tail.days', { count: Number(value) }) }))}
        />
        <Button busy={running} onClick={ask}>
          {running ? t('backtest.running') : t('backtest.run')}
        </Button>
      </div>
      <div className="mt-5 space-y-5">
        {problem ? <ProblemNotice error={problem} /> : null}
        {analysis.data && isOpen(analysis.data) ? <RunningCard analysis={analysis.data} /> : null}
        {failed ? (
          <p className="text-muted">{served(reasonOf(analysis.data?.problem)) ?? t('backtest.failed')}</p>
        ) : null}
        {result.data ? <BacktestResult result={result.data} /> : null}
        {completed && result.isPending ? <Skeleton className="h-64 w-full" /> : null}
        {!id && !past.isPending && !running ? <p className="text-muted">{t('backtest.none')}</p> : null}
      </div>
    </Card>
  );
}
