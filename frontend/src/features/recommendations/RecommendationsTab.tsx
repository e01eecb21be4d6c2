import { useQuery } from '@tanstack/react-query';
import { useParams, useSearchParams } from 'react-router';
import { useTranslation } from '@/shared/i18n/i18n';
import { Empty, Skeleton } from '@/shared/ui/Page';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { Segmented } from '@/shared/ui/Segmented';
import { recommendationsQuery } from './api';
import { RecommendationCard } from './RecommendationCard';
import { RulesCard } from './RulesCard';

/** What is worth a thought, with its evidence; what one has put aside, with the reason; and from where rules speak. */
export default function RecommendationsTab() {
  const { t } = useTranslation();
  const { portfolioId = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const shown = search.get('show') === 'dismissed' ? 'dismissed' : 'open';
  const list = useQuery(recommendationsQuery(portfolioId, shown === 'dismissed'));
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Segmented
          label={t('recommendations.which')}
          value={shown}
          onChange={(value) =>
            setSearch(value === 'open' ? {} : { show: value }, { replace: true, preventScrollReset: true })
          }
          options={[
            { value: 'open', label: t('recommendations.open') },
            { value: 'dismissed', label: t('recommendations.dismissed') },
          ]}
        />
        <p className="text-caption text-muted">{t('recommendations.notAdvice')}</p>
      </div>
      {list.error ? <ProblemNotice error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.isPending ? <Skeleton className="h-48 w-full" /> : null}
      {list.data?.length === 0 ? (
        <div className="card">
          <Empty title={t(`recommendations.${shown}None`)}>{t(`recommendations.${shown}NoneWhy`)}</Empty>
        </div>
      ) : null}
      <ul className="space-y-4">
        {list.data?.map((recommendation) => (
          <li key={recommendation.id}>
            <RecommendationCard portfolioId={portfolioId} recommendation={recommendation} />
          </li>
        ))}
      </ul>
      <RulesCard />
    </>
  );
}
