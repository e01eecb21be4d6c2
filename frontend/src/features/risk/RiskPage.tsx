import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '@/shared/i18n/i18n';
import { served } from '@/shared/i18n/Served';
import { useParams } from 'react-router';
import type { RiskResult } from '@/api/types';
import { useCurrentPortfolio } from '@/features/portfolio/api';
import { FiguresOf } from '@/features/figures/FigureHelp';
import { PortfolioSwitch } from '@/features/portfolio/PortfolioSwitch';
import { ButtonLink } from '@/shared/ui/Button';
import { Empty, Page, Skeleton } from '@/shared/ui/Page';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { isOpen, resultQuery, useAnalyses, useAnalysis } from './api';
import { reasonOf } from './model/progress';
import { ResultView } from './ResultView';
import { RunningCard } from './RunningCard';
import { RunRiskButton } from './RunRiskButton';

/** A risk check: the one of the address, or the newest of the portfolio on the screen. */
export default function RiskPage() {
  const { t } = useTranslation();
  const { analysisId } = useParams();
  const { portfolio, isPending, error } = useCurrentPortfolio();
  const newest = useAnalyses(
    { kind: 'risk', portfolioId: portfolio?.id },
    analysisId === undefined && portfolio !== undefined,
  );
  const id =
    analysisId ?? newest.data?.find((analysis) => isOpen(analysis) || analysis.state === 'COMPLETED')?.id;
  const analysis = useAnalysis(id);
  const completed = analysis.data?.state === 'COMPLETED';
  const result = useQuery({ ...resultQuery<RiskResult>(id ?? ''), enabled: completed && id !== undefined });

  const problem = error ?? analysis.error ?? newest.error ?? result.error;
  const state = analysis.data?.state;
  return (
    <Page
      title={t('risk.title')}
      lead={portfolio ? <PortfolioSwitch current={portfolio} /> : null}
      actions={
        portfolio && state !== 'QUEUED' && state !== 'RUNNING' && id ? (
          <RunRiskButton portfolioId={portfolio.id} again />
        ) : null
      }
    >
      {problem ? (
        <ProblemNotice
          error={problem}
          onRetry={() => {
            void analysis.refetch();
            if (completed) void result.refetch();
          }}
        />
      ) : null}
      {analysis.data && isOpen(analysis.data) ? <RunningCard analysis={analysis.data} /> : null}
      {state === 'FAILED' || state === 'CANCELLED' ? (
        <div className="card">
          <Empty title={t(`check.${state}`)}>
            {served(reasonOf(analysis.data?.problem)) ?? t(`check.${state}Why`)}
          </Empty>
        </div>
      ) : null}
      {result.data ? (
        <FiguresOf analysisId={id} currency={result.data.inputs.value.currency}>
          <ResultView result={result.data} portfolioId={analysis.data?.portfolioId ?? portfolio?.id} />
        </FiguresOf>
      ) : null}
      {completed && result.isPending ? <Skeleton className="h-96 w-full" /> : null}
      {!id && !newest.isPending && !isPending && !problem ? <NoCheckYet portfolioId={portfolio?.id} /> : null}
    </Page>
  );
}

function NoCheckYet({ portfolioId }: { portfolioId: string | undefined }) {
  const { t } = useTranslation();
  return (
    <div className="card">
      <Empty
        title={t('check.emptyTitle')}
        action={
          portfolioId ? (
            <RunRiskButton portfolioId={portfolioId} size="large" />
          ) : (
            <ButtonLink look="primary" to="/portfolios/import">
              {t('overview.import')}
            </ButtonLink>
          )
        }
      >
        {t('check.empty')}
      </Empty>
    </div>
  );
}
