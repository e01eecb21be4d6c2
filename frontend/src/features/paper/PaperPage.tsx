import { useQuery } from '@tanstack/react-query';
import { ExternalLink } from 'lucide-react';
import { useSearchParams } from 'react-router';
import type { Portfolio } from '@/api/types';
import { useTranslation } from '@/shared/i18n/i18n';
import { Badge } from '@/shared/ui/Badge';
import { ButtonLink } from '@/shared/ui/Button';
import { Link } from '@/shared/ui/Link';
import { Page, Skeleton } from '@/shared/ui/Page';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { AccountCard } from './AccountCard';
import { paperAccountQuery, paperPortfoliosQuery, usePaperEvents } from './api';
import { ExecutionsCard } from './ExecutionsCard';
import { OpenPaper } from './OpenPaper';
import { OrdersCard } from './OrdersCard';
import { TicketCard } from './TicketCard';

/** Trading with money that is not there: an account, a ticket, the orders and what became of them. */
export default function PaperPage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const portfolios = useQuery(paperPortfoliosQuery);
  const list = portfolios.data ?? [];
  const opening = search.get('open') === 'new';
  const portfolio = list.find(({ id }) => id === search.get('portfolio')) ?? list[0];
  return (
    <Page
      title={t('paper.title')}
      lead={
        portfolio ? (
          <span className="flex flex-wrap items-center gap-2">
            <Badge tone="primary">{t('paper.badge')}</Badge>
            <PaperSwitch current={portfolio} all={list} />
          </span>
        ) : (
          t('paper.lead')
        )
      }
      actions={
        portfolio ? (
          <>
            <ButtonLink to="/paper?open=new">{t('paper.another')}</ButtonLink>
            <ButtonLink to={`/portfolios/${portfolio.id}`}>
              <ExternalLink className="size-[18px]" aria-hidden="true" />
              {t('paper.pages')}
            </ButtonLink>
          </>
        ) : null
      }
    >
      {portfolios.error ? (
        <ProblemNotice error={portfolios.error} onRetry={() => void portfolios.refetch()} />
      ) : null}
      {portfolios.isPending ? <Skeleton className="h-72 w-full" /> : null}
      {portfolios.data && (!portfolio || opening) ? <OpenPaper first={!portfolio} /> : null}
      {portfolio && !opening ? <Trading key={portfolio.id} portfolio={portfolio} /> : null}
    </Page>
  );
}

function Trading({ portfolio: { id } }: { portfolio: Portfolio }) {
  const { t } = useTranslation();
  usePaperEvents(id);
  const account = useQuery(paperAccountQuery(id));
  return (
    <>
      {account.error ? <ProblemNotice error={account.error} onRetry={() => void account.refetch()} /> : null}
      {account.data ? (
        <AccountCard account={account.data} />
      ) : account.isPending ? (
        <Skeleton className="h-36 w-full" />
      ) : null}
      <TicketCard portfolioId={id} account={account.data} />
      <OrdersCard portfolioId={id} />
      <ExecutionsCard portfolioId={id} />
      <p className="text-dense text-muted">
        {t('paper.analyse')}{' '}
        <Link
          to={`/portfolios/${id}/performance`}
          className="font-medium text-primary underline-offset-2 hover:underline"
        >
          {t('paper.performance')}
        </Link>
      </p>
    </>
  );
}

function PaperSwitch({ current, all }: { current: Portfolio; all: readonly Portfolio[] }) {
  const { t } = useTranslation();
  const [, setSearch] = useSearchParams();
  if (all.length < 2) return <span>{current.name}</span>;
  return (
    <label className="inline-flex max-w-full items-center gap-2">
      <span className="sr-only">{t('paper.switch')}</span>
      <select
        value={current.id}
        onChange={(event) => setSearch({ portfolio: event.target.value }, { replace: true })}
        className="chevron h-8 max-w-full min-w-0 appearance-none truncate rounded-control border border-line bg-surface pr-8 pl-2.5 text-body text-fg"
      >
        {all.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
