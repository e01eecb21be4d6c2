import { onlineManager, QueryCache, QueryClient } from '@tanstack/react-query';
import { Problem } from './problem';

/**
 * Server state. A 401 means that the session has ended: the session query then says so. Without a network, questions wait
 * for it; what somebody wants done is refused at once and tried again by them, never later behind their back.
 */
export function createQueryClient(): QueryClient {
  onlineManager.setOnline(navigator.onLine);
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (error instanceof Problem && error.status === 401)
          void client.invalidateQueries({ queryKey: ['session'] });
      },
    }),
    defaultOptions: {
      mutations: { networkMode: 'always' },
      queries: {
        staleTime: 15_000,
        refetchOnWindowFocus: true,
        retry: (failures, error) =>
          failures < 2 && (!(error instanceof Problem) || error.status === 0 || error.status >= 500),
      },
    },
  });
  return client;
}
