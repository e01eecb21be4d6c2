import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from 'react-router';
import { FiguresOf } from '@/features/figures/FigureHelp';
import { useCurrentPortfolio, valuationQuery } from '@/features/portfolio/api';
import { PortfolioSwitch } from '@/features/portfolio/PortfolioSwitch';
import { isOpen, resultQuery, useAnalyses, useAnalysis, useRunAnalysis } from '@/features/risk/api';
import { reasonOf } from '@/features/risk/model/progress';
import { RunningCard } from '@/features/risk/RunningCard';
import { useTranslation } from '@/shared/i18n/i18n';
import { served } from '@/shared/i18n/Served';
import { ButtonLink } from '@/shared/ui/Button';
import { Empty, Page, Skeleton } from '@/shared/ui/Page';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { defaultPlan, kinds, parametersOf, type Plan, planOf, type SimulationResult } from './model/plan';
import { PlanForm } from './PlanForm';
import { SimulationView } from './SimulationView';

/** What may become of the portfolio: the newest simulation of it, or the one of the address, and the form for the next. */
export default function SimulatePage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { analysisId } = useParams();
  const { portfolio, isPending, error } = useCurrentPortfolio();
  const portfolioId = portfolio?.id ?? '';
  const valuation = useQuery(valuationQuery(portfolioId));
  const past = useAnalyses({ portfolioId }, analysisId === undefined && portfolio !== undefined);
  const newest = past.data?.find(
    ({ kind, state }) =>
      kinds.some((known) => known === kind) && (isOpen({ state }) || state === 'COMPLETED'),
  );
  const id = analysisId ?? newest?.id;
  const analysis = useAnalysis(id);
  const state = analysis.data?.state;
  const result = useQuery({
    ...resultQuery<SimulationResult>(id ?? ''),
    enabled: state === 'COMPLETED' && id !== undefined,
  });
  const run = useRunAnalysis();
  const problem = error ?? valuation.error ?? analysis.error ?? past.error ?? result.error;

  const ask = (plan: Plan) =>
    run.mutate(
      { kind: plan.kind, portfolioId, parameters: parametersOf(plan) },
      { onSuccess: (asked) => void navigate(`/simulate/${asked.id}`) },
    );

  const value = Number(valuation.data?.value ?? 0);
  const empty = valuation.data !== undefined && value <= 0;
  const settled = id === undefined ? !past.isPending || !portfolio : !analysis.isPending;
  return (
    <Page title={t('simulate.title')} lead={portfolio ? <PortfolioSwitch current={portfolio} /> : null}>
      {problem ? (
        <ProblemNotice
          error={problem}
          onRetry={() => {
            void valuation.refetch();
            void analysis.refetch();
          }}
        />
      ) : null}
      {(!isPending && !error && !portfolio) || empty ? (
        <div className="card">
          <Empty
            title={t('overview.emptyTitle')}
            action={
              <ButtonLink look="primary" to="/portfolios/import">
                {t('overview.import')}
              </ButtonLink>
            }
          >
            {t('simulate.empty')}
          </Empty>
        </div>
      ) : valuation.data && settled ? (
        <PlanForm
          // a result brings the plan it answers
          key={`${portfolioId} ${result.data?.provenance.resultHash ?? ''}`}
          start={result.data ? planOf(result.data) : defaultPlan(value)}
          value={value}
          currency={valuation.data.baseCurrency}
          busy={run.isPending || isOpen(analysis.data)}
          error={run.error}
          onAsk={ask}
        />
      ) : problem ? null : (
        <Skeleton className="h-64 w-full" />
      )}
      {analysis.data && isOpen(analysis.data) ? <RunningCard analysis={analysis.data} /> : null}
      {state === 'FAILED' || state === 'CANCELLED' ? (
        <div className="card">
          <Empty title={t(`simulate.${state}`)}>
            {served(reasonOf(analysis.data?.problem)) ?? t('simulate.unchanged')}
          </Empty>
        </div>
      ) : null}
      {state === 'COMPLETED' && result.isPending ? <Skeleton className="h-96 w-full" /> : null}
      {result.data ? (
        <FiguresOf analysisId={id} currency={result.data.inputs.value.currency}>
          <SimulationView result={result.data} />
        </FiguresOf>
      ) : null}
    </Page>
  );
}
