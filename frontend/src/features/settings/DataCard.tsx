import { useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useState } from 'react';
import type { Portfolio } from '@/api/types';
import { portfoliosQuery, useDeletePortfolio } from '@/features/portfolio/api';
import { useTranslation } from '@/shared/i18n/i18n';
import { Button, ButtonAnchor } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { toast } from '@/shared/ui/toast';

/** What is one's own: to take with one, and to delete. */
export function DataCard() {
  const { t } = useTranslation();
  const portfolios = useQuery(portfoliosQuery);
  return (
    <Card title={t('settings.data')} term={t('settings.dataWhy')}>
      <div className="flex flex-wrap gap-2">
        <ButtonAnchor href="/api/v1/export" download="riskwatch.json">
          <Download className="size-[18px]" aria-hidden="true" />
          {t('settings.exportJson')}
        </ButtonAnchor>
        <ButtonAnchor href="/api/v1/export/csv" download="riskwatch.zip">
          <Download className="size-[18px]" aria-hidden="true" />
          {t('settings.exportCsv')}
        </ButtonAnchor>
      </div>
      <h3 className="mt-6 font-semibold">{t('settings.delete')}</h3>
      <p className="text-muted">{t('settings.deleteWhy')}</p>
      {portfolios.error ? (
        <ProblemNotice error={portfolios.error} className="mt-3" onRetry={() => void portfolios.refetch()} />
      ) : null}
      {portfolios.data?.length === 0 ? <p className="mt-3">{t('settings.none')}</p> : null}
      <ul className="mt-3 divide-y divide-line">
        {portfolios.data?.map((portfolio) => (
          <Line key={portfolio.id} portfolio={portfolio} />
        ))}
      </ul>
    </Card>
  );
}

function Line({ portfolio: { id, name } }: { portfolio: Portfolio }) {
  const { t } = useTranslation();
  const remove = useDeletePortfolio();
  const [asking, setAsking] = useState(false);
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 py-2">
      <span className="min-w-0 font-medium break-words">
        {asking ? t('settings.deleteSure', { name }) : name}
      </span>
      {asking ? (
        <span className="flex gap-2">
          <Button
            size="small"
            look="danger"
            busy={remove.isPending}
            onClick={() => remove.mutate(id, { onSuccess: () => toast(t('settings.deleted', { name })) })}
          >
            {t('settings.deleteYes')}
          </Button>
          <Button size="small" onClick={() => setAsking(false)}>
            {t('settings.deleteNo')}
          </Button>
        </span>
      ) : (
        <Button
          size="small"
          look="ghost"
          aria-label={t('settings.deleteOf', { name })}
          onClick={() => setAsking(true)}
        >
          {t('settings.deleteYes')}
        </Button>
      )}
      {remove.error ? <ProblemNotice error={remove.error} className="w-full" /> : null}
    </li>
  );
}
