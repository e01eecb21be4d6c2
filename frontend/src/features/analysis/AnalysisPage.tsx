import { useQuery } from '@tanstack/react-query';
import { Download, GitCompareArrows } from 'lucide-react';
import type { ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { Portfolio } from '@/api/types';
import { FiguresOf, useFigures } from '@/features/figures/FigureHelp';
import { useCurrentPortfolio } from '@/features/portfolio/api';
import { PortfolioSwitch } from '@/features/portfolio/PortfolioSwitch';
import {
  isOpen,
  type Question,
  resultQuery,
  useAnalyses,
  useAnalysis,
  useRunAnalysis,
} from '@/features/risk/api';
import { reasonOf } from '@/features/risk/model/progress';
import { RunningCard } from '@/features/risk/RunningCard';
import { useTranslation } from '@/shared/i18n/i18n';
import { served } from '@/shared/i18n/Served';
import { ButtonAnchor, ButtonLink } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { Empty, Page, Skeleton } from '@/shared/ui/Page';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';

type Kind = 'optimization' | 'backtest' | 'leverage' | 'factor' | 'portfolio-report';
type Asked<K extends Kind> = Extract<Question, { kind: K }>;
type Parameters<K extends Kind> = NonNullable<Asked<K>['parameters']>;
type Result = { inputs: { value: { amount: number; currency: string } } };

/** What a form of a kind is given: the one it starts from, and the way to ask. */
export type FormProps<K extends Kind> = {
  portfolio: Portfolio;
  /** the parameters of the result on the screen */
  last: Parameters<K> | undefined;
  busy: boolean;
  onAsk: (parameters: Parameters<K>) => void;
};

type Props<K extends Kind, R extends Result> = {
  kind: K;
  /** where the page lives: a result is at this address and its id */
  path: string;
  title: string;
  question: string;
  term: string;
  /** what there is to see once something is held */
  empty: string;
  /** whether a result can stand beside others, and be had as a table */
  comparable?: boolean;
  form: (props: FormProps<K> & { result: R | undefined }) => ReactNode;
  view: (result: R) => ReactNode;
};

/** A page that asks one kind of question of a portfolio: its form, the way of the answer, and the answer. */
export function AnalysisPage<K extends Kind, R extends Result>(props: Props<K, R>) {
  const { kind, path, title, question, term, empty, comparable = true, form, view } = props;
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { analysisId } = useParams();
  const { portfolio, isPending, error } = useCurrentPortfolio();
  const portfolioId = portfolio?.id ?? '';
  const past = useAnalyses({ kind, portfolioId }, analysisId === undefined && portfolio !== undefined);
  const id = analysisId ?? past.data?.find((it) => isOpen(it) || it.state === 'COMPLETED')?.id;
  const analysis = useAnalysis(id);
  const state = analysis.data?.state;
  const result = useQuery({
    ...resultQuery<R>(id ?? ''),
    enabled: state === 'COMPLETED' && id !== undefined,
  });
  const run = useRunAnalysis();
  const problem = error ?? past.error ?? analysis.error ?? result.error;
  const settled =
    id === undefined ? !past.isPending : state !== undefined && !(state === 'COMPLETED' && result.isPending);
  const ask = (parameters: Parameters<K>) =>
    run.mutate({ kind, portfolioId, parameters } as Asked<K>, {
      onSuccess: (asked) => void navigate(`${path}/${asked.id}`),
    });
  return (
    <Page
      title={title}
      lead={portfolio ? <PortfolioSwitch current={portfolio} /> : null}
      actions={
        comparable && result.data && id ? (
          <>
            <ButtonLink to={`/compare?ids=${id}`}>
              <GitCompareArrows className="size-[18px]" aria-hidden="true" />
              {t('analysis.compare')}
            </ButtonLink>
            <Csv id={id} />
          </>
        ) : null
      }
    >
      {problem ? (
        <ProblemNotice
          error={problem}
          onRetry={() => {
            void past.refetch();
            void analysis.refetch();
          }}
        />
      ) : null}
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
            {empty}
          </Empty>
        </div>
      ) : portfolio && settled ? (
        <Card title={question} term={term}>
          {/* a result brings the question it answers */}
          <div key={`${portfolioId} ${result.data ? id : ''}`} className="space-y-4">
            {form({
              portfolio,
              last: result.data
                ? ((result.data.inputs as { parameters?: Parameters<K> }).parameters ?? undefined)
                : undefined,
              result: result.data,
              busy: run.isPending || isOpen(analysis.data),
              onAsk: ask,
            })}
          </div>
          {run.error ? <ProblemNotice error={run.error} className="mt-4" /> : null}
        </Card>
      ) : problem ? null : (
        <Skeleton className="h-56 w-full" />
      )}
      {analysis.data && isOpen(analysis.data) ? <RunningCard analysis={analysis.data} /> : null}
      {state === 'FAILED' || state === 'CANCELLED' ? (
        <div className="card">
          <Empty title={t(`analysis.${state}`)}>
            {served(reasonOf(analysis.data?.problem)) ?? t('analysis.unchanged')}
          </Empty>
        </div>
      ) : null}
      {state === 'COMPLETED' && result.isPending ? <Skeleton className="h-96 w-full" /> : null}
      {result.data ? (
        <FiguresOf analysisId={id} currency={result.data.inputs.value.currency}>
          {view(result.data)}
        </FiguresOf>
      ) : null}
    </Page>
  );
}

/** Every single value of the result. */
export function Csv({ id, table }: { id: string; table?: string }) {
  return (
    <ButtonAnchor
      href={`/api/v1/analyses/${id}/result.csv${table ? `?table=${table}` : ''}`}
      download
      size={table ? 'small' : 'normal'}
      look={table ? 'ghost' : 'secondary'}
    >
      <Download className={table ? 'size-4' : 'size-[18px]'} aria-hidden="true" />
      CSV
    </ButtonAnchor>
  );
}

/** A table of the result on the screen as CSV. */
export function TableCsv({ table }: { table: string }) {
  const id = useFigures().analysisId;
  return id ? <Csv id={id} table={table} /> : null;
}
