import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { StressResult } from '@/api/types';
import { FiguresOf } from '@/features/figures/FigureHelp';
import { useCurrentPortfolio } from '@/features/portfolio/api';
import { PortfolioSwitch } from '@/features/portfolio/PortfolioSwitch';
import { isOpen, resultQuery, useAnalyses, useAnalysis, useRunAnalysis } from '@/features/risk/api';
import { reasonOf } from '@/features/risk/model/progress';
import { RunningCard } from '@/features/risk/RunningCard';
import { useTranslation } from '@/shared/i18n/i18n';
import { served } from '@/shared/i18n/Served';
import { Button, ButtonLink } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { TextField } from '@/shared/ui/Field';
import { Empty, Page, Skeleton } from '@/shared/ui/Page';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { isFine, parametersOf, ranges, type ShockField, type Shocks } from './model/shocks';
import { StressView } from './StressView';

const fields: readonly ShockField[] = ['equities', 'rates', 'reverse'];

/** Today's holdings through past crises and a shock of one's own: the newest test, or the one of the address. */
export default function StressPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { analysisId } = useParams();
  const { portfolio, isPending, error } = useCurrentPortfolio();
  const portfolioId = portfolio?.id ?? '';
  const past = useAnalyses({ kind: 'stress', portfolioId }, analysisId === undefined && !!portfolio);
  const id = analysisId ?? past.data?.find((it) => isOpen(it) || it.state === 'COMPLETED')?.id;
  const analysis = useAnalysis(id);
  const state = analysis.data?.state;
  const result = useQuery({
    ...resultQuery<StressResult>(id ?? ''),
    enabled: state === 'COMPLETED' && id !== undefined,
  });
  const run = useRunAnalysis();
  const [shocks, setShocks] = useState<Shocks>({ equities: '-20', rates: '1', reverse: '20' });
  const parameters = parametersOf(shocks, t('stress.own'));
  const busy = run.isPending || isOpen(analysis.data);
  const problem = error ?? past.error ?? analysis.error ?? result.error;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!parameters || busy) return;
    run.mutate(
      { kind: 'stress', portfolioId, parameters },
      { onSuccess: (asked) => void navigate(`/stress/${asked.id}`) },
    );
  };
  return (
    <Page title={t('stress.title')} lead={portfolio ? <PortfolioSwitch current={portfolio} /> : null}>
      {problem ? <ProblemNotice error={problem} onRetry={() => void analysis.refetch()} /> : null}
      {isPending ? <Skeleton className="h-48 w-full" /> : null}
      {!isPending && !error && !portfolio ? (
        <div className="card">
          <Empty
            title={t('overview.noneTitle')}
            action={
              <ButtonLink look="primary" to="/portfolios/import">
                {t('overview.import')}
              </ButtonLink>
            }
          >
            {t('stress.empty')}
          </Empty>
        </div>
      ) : null}
      {portfolio ? (
        <Card title={t('stress.question')} term={t('stress.term')}>
          <form onSubmit={submit} className="space-y-4">
            <div className="grid gap-4 sm:grid-cols-3">
              {fields.map((field) => (
                <TextField
                  key={field}
                  label={t(`stress.${field}`)}
                  inputMode="decimal"
                  autoComplete="off"
                  value={shocks[field]}
                  error={
                    isFine(field, shocks[field])
                      ? undefined
                      : t('stress.fault', { low: ranges[field][0], high: ranges[field][1] })
                  }
                  onChange={(event) => setShocks((old) => ({ ...old, [field]: event.target.value }))}
                />
              ))}
            </div>
            <Button type="submit" look="primary" busy={busy} disabled={!parameters}>
              {busy ? t('stress.running') : t('stress.run')}
            </Button>
            {run.error ? <ProblemNotice error={run.error} /> : null}
          </form>
        </Card>
      ) : null}
      {analysis.data && isOpen(analysis.data) ? <RunningCard analysis={analysis.data} /> : null}
      {state === 'FAILED' || state === 'CANCELLED' ? (
        <p className="card p-5 text-muted">
          {served(reasonOf(analysis.data?.problem)) ?? t('stress.unchanged')}
        </p>
      ) : null}
      {state === 'COMPLETED' && result.isPending ? <Skeleton className="h-96 w-full" /> : null}
      {result.data ? (
        <FiguresOf analysisId={id} currency={result.data.inputs.value.currency}>
          <StressView result={result.data} />
        </FiguresOf>
      ) : null}
    </Page>
  );
}
