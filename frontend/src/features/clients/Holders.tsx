import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { portfoliosQuery } from '@/features/portfolio/api';
import { useTranslation } from '@/shared/i18n/i18n';
import { clientsQuery } from './api';

type Named = { id: string; name: string };
export type Holders = { portfolios: readonly Named[]; clients: readonly Named[]; isPending: boolean };

/** Everything that holds something: one's own portfolios, and the accounts of clients by the client's name. */
export function useHolders(): Holders {
  const portfolios = useQuery(portfoliosQuery);
  const clients = useInfiniteQuery({ ...clientsQuery(), retry: false });
  const named = (clients.data?.pages ?? []).flatMap((page) =>
    page.items.map(({ portfolioId, name }) => ({ id: portfolioId, name })),
  );
  return {
    portfolios: (portfolios.data ?? []).filter(({ id }) => !named.some((client) => client.id === id)),
    clients: named,
    isPending: portfolios.isPending || clients.isPending,
  };
}

/** The choice of one of them, in two groups where there are both. */
export function HolderOptions({ portfolios, clients }: Omit<Holders, 'isPending'>) {
  const { t } = useTranslation();
  const options = (list: readonly Named[]) =>
    list.map(({ id, name }) => (
      <option key={id} value={id}>
        {name}
      </option>
    ));
  if (clients.length === 0) return <>{options(portfolios)}</>;
  return (
    <>
      <optgroup label={t('holders.portfolios')}>{options(portfolios)}</optgroup>
      <optgroup label={t('holders.clients')}>{options(clients)}</optgroup>
    </>
  );
}
