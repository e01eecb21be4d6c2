import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';
import { useCreation } from '@/api/creation';
import type {
  Analysis,
  BacktestParameters,
  FactorParameters,
  GoalParameters,
  LeverageParameters,
  MonteCarloParameters,
  OptimizationParameters,
  PortfolioReportParameters,
  RiskParameters,
  StressParameters,
  VarBacktestParameters,
} from '@/api/types';
import { useEventsLive } from '@/shared/stream/useStream';

export const isOpen = (analysis: Pick<Analysis, 'state'> | undefined) =>
  analysis?.state === 'QUEUED' || analysis?.state === 'RUNNING';

export const analysisKey = (id: string) => ['analysis', id] as const;

/** One analysis and how far it is: pushed by events, and asked for every two seconds where those do not come through. */
export function useAnalysis(id: string | undefined) {
  const live = useEventsLive();
  return useQuery({
    queryKey: analysisKey(id ?? ''),
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/analyses/{id}', { params: { path: { id: id ?? '' } }, signal })),
    enabled: id !== undefined,
    refetchInterval: ({ state }) => (isOpen(state.data) ? (live ? 5000 : 2000) : false),
  });
}

export function useAnalyses(filter: { kind?: string; portfolioId?: string } = {}, enabled = true) {
  const live = useEventsLive();
  return useQuery({
    queryKey: ['analyses', filter],
    queryFn: async ({ signal }) =>
      (await unwrap(api.GET('/api/v1/analyses', { params: { query: { ...filter, limit: 50 } }, signal })))
        .items,
    enabled,
    refetchInterval: ({ state }) => (state.data?.some(isOpen) ? (live ? 5000 : 2000) : false),
  });
}

/** A finished result never changes. */
export const resultQuery = <Result>(id: string) =>
  queryOptions({
    queryKey: ['analysis', id, 'result'],
    queryFn: async ({ signal }) =>
      (await unwrap(api.GET('/api/v1/analyses/{id}/result', { params: { path: { id } }, signal }))) as Result,
    staleTime: Infinity,
  });

/** What may be asked of a portfolio: a kind with its parameters, every one of which has a default. */
export type Question = { portfolioId: string } & (
  | { kind: 'risk'; parameters?: RiskParameters }
  | { kind: 'var-backtest'; parameters?: VarBacktestParameters }
  | { kind: 'monte-carlo'; parameters?: MonteCarloParameters }
  | { kind: 'goal'; parameters?: GoalParameters }
  | { kind: 'stress'; parameters?: StressParameters }
  | { kind: 'optimization'; parameters?: OptimizationParameters }
  | { kind: 'backtest'; parameters?: BacktestParameters }
  | { kind: 'leverage'; parameters?: LeverageParameters }
  | { kind: 'factor'; parameters?: FactorParameters }
  | { kind: 'portfolio-report'; parameters?: PortfolioReportParameters }
);

export function useRunAnalysis() {
  const client = useQueryClient();
  return useCreation(
    (body: Question, headers) => unwrap(api.POST('/api/v1/analyses', { body, headers })),
    async (analysis) => {
      client.setQueryData(analysisKey(analysis.id), analysis);
      await client.invalidateQueries({ queryKey: ['analyses'] });
    },
  );
}

export function useCancelAnalysis() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => unwrap(api.DELETE('/api/v1/analyses/{id}', { params: { path: { id } } })),
    onSettled: (_data, _error, id) =>
      Promise.all([
        client.invalidateQueries({ queryKey: analysisKey(id) }),
        client.invalidateQueries({ queryKey: ['analyses'] }),
      ]),
  });
}
