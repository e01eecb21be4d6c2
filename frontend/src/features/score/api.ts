import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '@/api/client';

export const riskScoreQuery = (id: string) =>
  queryOptions({
    queryKey: ['portfolio', id, 'risk-score'],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/portfolios/{id}/risk-score', { params: { path: { id } }, signal })),
    staleTime: 60_000,
    enabled: id !== '',
  });
