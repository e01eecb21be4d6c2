import { useInfiniteQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useSearchParams } from 'react-router';
import { useTranslation } from '@/shared/i18n/i18n';
import { Button } from '@/shared/ui/Button';
import { Empty, Skeleton } from '@/shared/ui/Page';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { rulesQuery } from './api';
import { kinds } from './model/rule';
import { RuleCard } from './RuleCard';
import { AddRule, EditRule } from './RuleCards';

/** What is watched: each rule in a sentence, to be changed, switched off and taken away. */
export default function RulesTab() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const rules = useInfiniteQuery(rulesQuery);
  const items = rules.data?.pages.flatMap((page) => page.items) ?? [];
  const adding = kinds.find((kind) => kind === search.get('new'));
  const editing = search.get('edit') ?? undefined;
  const close = () => setSearch({}, { replace: true, preventScrollReset: true });
  return (
    <>
      {adding ? (
        <AddRule
          key={adding}
          kind={adding}
          symbol={search.get('symbol') ?? undefined}
          portfolioId={search.get('portfolio') ?? undefined}
          onDone={close}
        />
      ) : editing ? (
        <EditRule key={editing} id={editing} onDone={close} />
      ) : (
        <div className="flex justify-end">
          <Button look="primary" onClick={() => setSearch({ new: 'PRICE' }, { preventScrollReset: true })}>
            <Plus className="size-[18px]" aria-hidden="true" />
            {t('alerts.new')}
          </Button>
        </div>
      )}
      {rules.error ? <ProblemNotice error={rules.error} onRetry={() => void rules.refetch()} /> : null}
      {rules.isPending ? <Skeleton className="h-48 w-full" /> : null}
      {rules.data && items.length === 0 && !adding ? (
        <div className="card">
          <Empty title={t('alerts.noRules')}>{t('alerts.noRulesWhy')}</Empty>
        </div>
      ) : null}
      <ul className="space-y-3">
        {items.map((rule) => (
          <li key={rule.id}>
            <RuleCard
              rule={rule}
              onEdit={() => setSearch({ edit: rule.id }, { preventScrollReset: false })}
            />
          </li>
        ))}
      </ul>
      {rules.hasNextPage ? (
        <div className="text-center">
          <Button busy={rules.isFetchingNextPage} onClick={() => void rules.fetchNextPage()}>
            {t('alerts.more')}
          </Button>
        </div>
      ) : null}
    </>
  );
}
