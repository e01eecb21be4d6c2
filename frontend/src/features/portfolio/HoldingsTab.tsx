import { useQuery } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { AccountBar } from '@/features/accounts/AccountBar';
import { useAccountFilter, withAccount } from '@/features/accounts/useAccountFilter';
import { useTranslation } from '@/shared/i18n/i18n';
import { Button, ButtonLink } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { Empty, Skeleton } from '@/shared/ui/Page';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { holdingsQuery, portfoliosQuery, useDeletePortfolio } from './api';
import { RiskScoreCard } from '@/features/score/RiskScoreCard';
import { HoldingsTable } from './HoldingsTable';

/** What is held, and the way to be rid of it all. */
export default function HoldingsTab() {
  const { t } = useTranslation();
  const { portfolioId = '' } = useParams();
  const [search] = useSearchParams();
  const portfolio = useQuery(portfoliosQuery).data?.find(({ id }) => id === portfolioId);
  const filter = useAccountFilter(portfolioId);
  const { accountId, account } = filter;
  const holdings = useQuery(holdingsQuery(portfolioId, accountId));
  return (
    <>
      <AccountBar portfolioId={portfolioId} filter={filter} />
      {holdings.error ? (
        <ProblemNotice error={holdings.error} onRetry={() => void holdings.refetch()} />
      ) : null}
      <Card title={t('holdings.title')} term={account?.name} padded={false}>
        {holdings.data ? (
          holdings.data.holdings.length + holdings.data.cash.length > 0 ? (
            <HoldingsTable holdings={holdings.data} />
          ) : (
            <Empty
              title={t('overview.emptyTitle')}
              action={
                <ButtonLink
                  look="primary"
                  to={withAccount(`/portfolios/${portfolioId}/transactions?add=BUY`, search)}
                >
                  {t('portfolio.addFirst')}
                </ButtonLink>
              }
            >
              {t('overview.empty')}
            </Empty>
          )
        ) : holdings.isPending ? (
          <Skeleton className="mx-5 mb-5 h-64" />
        ) : null}
      </Card>
      {holdings.data && holdings.data.holdings.length > 0 && !accountId ? (
        <RiskScoreCard portfolioId={portfolioId} />
      ) : null}
      {portfolio && !accountId ? <Delete id={portfolio.id} name={portfolio.name} /> : null}
    </>
  );
}

/** Deleting asks once more in place, with the name of what goes. */
function Delete({ id, name }: { id: string; name: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const remove = useDeletePortfolio();
  const [asking, setAsking] = useState(false);
  return (
    <div className="flex flex-wrap items-center gap-2">
      {asking ? (
        <>
          <p className="text-dense">{t('portfolios.deleteSure', { name })}</p>
          <Button
            look="danger"
            size="small"
            busy={remove.isPending}
            onClick={() => remove.mutate(id, { onSuccess: () => void navigate('/portfolios') })}
          >
            {t('portfolios.deleteYes')}
          </Button>
          <Button size="small" onClick={() => setAsking(false)}>
            {t('portfolios.deleteNo')}
          </Button>
        </>
      ) : (
        <Button look="ghost" size="small" onClick={() => setAsking(true)}>
          <Trash2 className="size-4" aria-hidden="true" />
          {t('portfolios.delete')}
        </Button>
      )}
      {remove.error ? <ProblemNotice error={remove.error} /> : null}
    </div>
  );
}
