import { useQuery } from '@tanstack/react-query';
import { BellPlus, Landmark, Percent } from 'lucide-react';
import { useSearchParams } from 'react-router';
import { asProblem } from '@/api/problem';
import type { Margin } from '@/api/types';
import { HolderOptions, type Holders, useHolders } from '@/features/clients/Holders';
import { choosePortfolio, portfoliosQuery } from '@/features/portfolio/api';
import { useTranslation } from '@/shared/i18n/i18n';
import { useSettings } from '@/shared/settings/settings';
import { ButtonLink } from '@/shared/ui/Button';
import { Empty, Page, Skeleton } from '@/shared/ui/Page';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { useMargin } from './api';
import { EventsCard } from './EventsCard';
import { IntradayCard } from './IntradayCard';
import { InitialCard, InterestCard } from './LoanCards';
import { MarginCard } from './MarginCard';
import { PortfolioMarginCard } from './PortfolioMarginCard';
import { RequirementsCard } from './RequirementsCard';

/** How far a portfolio or a client is from a margin call, this moment. */
export default function MarginPage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const portfolios = useQuery(portfoliosQuery);
  const holders = useHolders();
  const remembered = useSettings((settings) => settings.portfolioId);
  const asked = search.get('portfolio');
  const id = asked ?? choosePortfolio(portfolios.data ?? [], remembered)?.id ?? holders.clients[0]?.id ?? '';
  const margin = useMargin(id);
  const none = margin.error ? asProblem(margin.error).type === 'no-margin-account' : false;
  const problem = portfolios.error ?? (none ? undefined : margin.error);
  return (
    <Page
      title={t('margin.title')}
      lead={id ? <AccountSwitch id={id} holders={holders} /> : null}
      actions={
        <>
          <ButtonLink to="/leverage">
            <Landmark className="size-[18px]" aria-hidden="true" />
            {t('margin.beforeYouBorrow')}
          </ButtonLink>
          <ButtonLink to="/margin/rates">
            <Percent className="size-[18px]" aria-hidden="true" />
            {t('margin.houseRates')}
          </ButtonLink>
          {id ? (
            <ButtonLink look="primary" to={`/alerts/rules?new=MARGIN_DISTANCE&portfolio=${id}`}>
              <BellPlus className="size-[18px]" aria-hidden="true" />
              {t('margin.alert')}
            </ButtonLink>
          ) : null}
        </>
      }
    >
      {problem ? (
        <ProblemNotice
          error={problem}
          onRetry={() => {
            void portfolios.refetch();
            void margin.refetch();
          }}
        />
      ) : null}
      {!holders.isPending && !problem && id === '' ? (
        <div className="card">
          <Empty
            title={t('overview.noneTitle')}
            action={
              <ButtonLink look="primary" to="/portfolios/import">
                {t('overview.import')}
              </ButtonLink>
            }
          >
            {t('margin.explain.what')}
          </Empty>
        </div>
      ) : none ? (
        <div className="card">
          <Empty
            title={t('margin.noAccount')}
            action={
              <>
                <ButtonLink to={`/portfolios/${id}`}>{t('margin.accounts')}</ButtonLink>
                <ButtonLink to="/leverage">{t('margin.beforeYouBorrow')}</ButtonLink>
              </>
            }
          >
            <p>{t('margin.noAccountWhy')}</p>
            <p className="mt-3">{t('margin.explain.what')}</p>
          </Empty>
        </div>
      ) : margin.data ? (
        <Account margin={margin.data} id={id} />
      ) : problem ? null : (
        <Skeleton className="h-80 w-full" />
      )}
    </Page>
  );
}

/** Everything about one account; without holdings there is only what margin is about. */
function Account({ margin, id }: { margin: Margin; id: string }) {
  const { t } = useTranslation();
  if (margin.positions.length === 0 && Number(margin.loanAmount) === 0)
    return (
      <div className="card">
        <Empty
          title={t('margin.emptyTitle')}
          action={<ButtonLink to="/leverage">{t('margin.beforeYouBorrow')}</ButtonLink>}
        >
          {t('margin.explain.what')}
        </Empty>
      </div>
    );
  return (
    <>
      <MarginCard margin={margin} />
      <div className="grid gap-5 lg:grid-cols-2">
        <InterestCard margin={margin} />
        <InitialCard margin={margin} />
      </div>
      <IntradayCard margin={margin} />
      <RequirementsCard margin={margin} />
      <PortfolioMarginCard margin={margin} />
      <EventsCard portfolioId={id} />
    </>
  );
}

function AccountSwitch({ id, holders }: { id: string; holders: Holders }) {
  const { t } = useTranslation();
  const [, setSearch] = useSearchParams();
  const set = useSettings((settings) => settings.set);
  const known = [...holders.portfolios, ...holders.clients];
  if (known.length < 2) return <span>{known[0]?.name ?? ''}</span>;
  const choose = (chosen: string) => {
    if (holders.portfolios.some((portfolio) => portfolio.id === chosen)) set({ portfolioId: chosen });
    setSearch({ portfolio: chosen }, { replace: true });
  };
  return (
    <label className="inline-flex max-w-full items-center gap-2">
      <span className="sr-only">{t('margin.switch')}</span>
      <select
        value={id}
        onChange={(event) => choose(event.target.value)}
        className="chevron h-8 max-w-full min-w-0 appearance-none truncate rounded-control border border-line bg-surface pr-8 pl-2.5 text-body text-fg"
      >
        <HolderOptions {...holders} />
      </select>
    </label>
  );
}
