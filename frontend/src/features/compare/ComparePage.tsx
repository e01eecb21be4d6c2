import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { useAnalyses } from '@/features/risk/api';
import { useKindName } from '@/features/risk/kinds';
import { dayTime } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { ButtonLink } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { cx } from '@/shared/ui/cx';
import { Empty, Page, Skeleton } from '@/shared/ui/Page';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { comparisonQuery, FEWEST, MOST } from './api';
import { ComparisonView } from './ComparisonView';
import { candidates, idsOf, toggled } from './model/choice';

/** Two to four results side by side; the address holds which. */
export default function ComparePage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const ids = idsOf(search.get('ids'));
  const analyses = useAnalyses();
  const comparison = useQuery(comparisonQuery(ids));
  const offered = candidates(analyses.data ?? [], ids);
  const none = analyses.data !== undefined && candidates(analyses.data, []).length < FEWEST;
  const change = (next: string[]) =>
    setSearch(next.length > 0 ? { ids: next.join(',') } : {}, { replace: true, preventScrollReset: true });
  return (
    <Page title={t('compare.title')} lead={t('compare.lead')}>
      {analyses.error ? (
        <ProblemNotice error={analyses.error} onRetry={() => void analyses.refetch()} />
      ) : null}
      {analyses.isPending ? <Skeleton className="h-40 w-full" /> : null}
      {none && ids.length < FEWEST ? (
        <div className="card">
          <Empty
            title={t('compare.emptyTitle')}
            action={
              <ButtonLink look="primary" to="/risk">
                {t('risk.run')}
              </ButtonLink>
            }
          >
            {t('compare.empty')}
          </Empty>
        </div>
      ) : analyses.data ? (
        <Card title={t('compare.question')} term={t('compare.term', { most: MOST })}>
          <Choice analyses={offered} ids={ids} onChange={change} />
        </Card>
      ) : null}
      {comparison.error ? (
        <ProblemNotice error={comparison.error} onRetry={() => void comparison.refetch()} />
      ) : null}
      {ids.length >= FEWEST && comparison.isPending ? <Skeleton className="h-96 w-full" /> : null}
      {ids.length === 1 ? <p className="text-muted">{t('compare.oneMore')}</p> : null}
      {comparison.data && ids.length >= FEWEST ? (
        <ComparisonView comparison={comparison.data} analyses={analyses.data ?? []} />
      ) : null}
    </Page>
  );
}

type ChoiceProps = {
  analyses: ReturnType<typeof candidates>;
  ids: readonly string[];
  onChange: (ids: string[]) => void;
};

function Choice({ analyses, ids, onChange }: ChoiceProps) {
  const { t } = useTranslation();
  const kindName = useKindName();
  return (
    <fieldset>
      <legend className="sr-only">{t('compare.question')}</legend>
      <ul className="grid max-h-72 gap-2 overflow-y-auto p-0.5 sm:grid-cols-2">
        {analyses.map((it) => {
          const chosen = ids.includes(it.id);
          const full = ids.length >= MOST && !chosen;
          return (
            <li key={it.id}>
              <label
                className={cx(
                  'flex items-center gap-3 rounded-control border px-3 py-2',
                  chosen ? 'border-primary bg-primary-soft/50' : 'border-line',
                  full ? 'text-muted' : 'cursor-pointer',
                )}
              >
                <input
                  type="checkbox"
                  className="size-4 accent-primary"
                  checked={chosen}
                  disabled={full}
                  onChange={() => onChange(toggled(ids, it.id))}
                />
                <span className="font-medium">{kindName(it.kind)}</span>
                <span className="figures text-dense text-muted">{dayTime(it.requestedAt)}</span>
              </label>
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
