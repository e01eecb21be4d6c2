import { useQuery } from '@tanstack/react-query';
import { ArrowRight } from 'lucide-react';
import type { Recommendation } from '@/api/types';
import { recommendationsQuery } from '@/features/recommendations/api';
import { measured, mostTelling } from '@/features/recommendations/model/measure';
import { useSubject } from '@/features/recommendations/useSubject';
import { useTranslation } from '@/shared/i18n/i18n';
import { Served } from '@/shared/i18n/Served';
import { Badge } from '@/shared/ui/Badge';
import { Card } from '@/shared/ui/Card';
import { Link } from '@/shared/ui/Link';
import { Skeleton } from '@/shared/ui/Page';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { Unhurried } from '@/shared/rendering/Unhurried';

/** The three findings that tell most, with the way to all of them. */
export function InsightsCard({ portfolioId }: { portfolioId: string }) {
  const list = useQuery(recommendationsQuery(portfolioId));
  if (list.error) return <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <ToCome />;
  return (
    <Unhurried instead={<ToCome />}>
      <Findings of={list.data} to={`/portfolios/${portfolioId}/recommendations`} />
    </Unhurried>
  );
}

const ToCome = () => <Skeleton className="h-80 w-full" />;

function Findings({ of: list, to }: { of: Recommendation[]; to: string }) {
  const { t } = useTranslation();
  const subjectOf = useSubject();
  return (
    <Card title={t('insights.title')} term={t('insights.term')}>
      {list.length === 0 ? <p className="text-muted">{t('insights.none')}</p> : null}
      <ul className="divide-y divide-line">
        {mostTelling(list).map((it) => (
          <li key={it.id} className="space-y-1 py-3 first:pt-0">
            <div className="flex flex-wrap items-baseline justify-between gap-x-3">
              <h3 className="font-semibold">
                <Served>{it.title}</Served>
              </h3>
              {it.subject ? <Badge tone="primary">{subjectOf(it)}</Badge> : null}
            </div>
            <p className="figures text-dense text-muted">
              {t('insights.measured', {
                measured: measured(it.measured, it.unit),
                threshold: measured(it.threshold, it.unit),
              })}
            </p>
            <p className="text-dense">
              <Served>{it.reason}</Served>
            </p>
            {it.effect?.riskScoreBefore !== undefined &&
            it.effect.riskScoreAfter !== undefined &&
            it.effect.riskScoreAfter !== it.effect.riskScoreBefore ? (
              <p className="text-dense">
                {t('insights.effect', {
                  before: it.effect.riskScoreBefore,
                  after: it.effect.riskScoreAfter,
                })}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
      <Link
        to={to}
        className="mt-2 -ml-2 inline-flex h-9 items-center gap-1.5 rounded-control px-2 font-medium text-primary hover:bg-surface-2"
      >
        {list.length > 0 ? t('insights.all', { count: list.length }) : t('insights.rules')}
        <ArrowRight className="size-4" aria-hidden="true" />
      </Link>
    </Card>
  );
}
