import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { accountsQuery } from './api';

const PARAMETER = 'account';

/** The account the address names. One that is not there any more is as if none were named. */
export function useAccountFilter(portfolioId: string) {
  const [search, setSearch] = useSearchParams();
  const accounts = useQuery(accountsQuery(portfolioId));
  const named = search.get(PARAMETER) ?? undefined;
  const known = accounts.data?.find(({ id }) => id === named);
  const choose = (id: string | undefined) =>
    setSearch(
      (old) => {
        if (id) old.set(PARAMETER, id);
        else old.delete(PARAMETER);
        return old;
      },
      { replace: true, preventScrollReset: true },
    );
  return {
    accounts: accounts.data ?? [],
    /** to be asked for; before the accounts are known, the address is believed */
    accountId: accounts.data ? known?.id : named,
    account: known,
    choose,
    error: accounts.error,
    retry: () => void accounts.refetch(),
  };
}

/** An address that keeps the account of this one. */
export function withAccount(to: string, search: URLSearchParams): string {
  const account = search.get(PARAMETER);
  return account ? `${to}${to.includes('?') ? '&' : '?'}${PARAMETER}=${account}` : to;
}
