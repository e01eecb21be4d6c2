import { useInfiniteQuery } from '@tanstack/react-query';
import { ArrowRight } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from '@/shared/i18n/i18n';
import { Served } from '@/shared/i18n/Served';
import { api, unwrap } from '@/api/client';
import type { Import, ImportRow } from '@/api/types';
import { count, day, money, price, quantity } from '@/shared/format/format';
import { Badge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { Segmented } from '@/shared/ui/Segmented';
import { Table, Td, Th, Tr } from '@/shared/ui/table';
import { newRows, type RowStatus, statuses } from './model/steps';

const tone = { NEW: 'primary', DUPLICATE: 'neutral', IGNORED: 'neutral', ERROR: 'danger' } as const;
type Filter = RowStatus | 'ALL';

type Props = { portfolioId: string; preview: Import; onNext: () => void; onBack: () => void };

/** Step 2: what Riskwatch read, row by row, with a reason for each row it will not take. */
export function ReviewStep({ portfolioId, preview, onNext, onBack }: Props) {
  const { t, tell } = useTranslation();
  const [filter, setFilter] = useState<Filter>('ALL');
  const more = useMoreRows(portfolioId, preview);
  const rows = [...preview.rows, ...(more.data?.pages.flatMap((page) => page.items) ?? [])];
  const shown = filter === 'ALL' ? rows : rows.filter((row) => row.status === filter);
  const total = statuses.reduce((sum, status) => sum + preview.counts[status], 0);
  const fresh = newRows(preview);

  return (
    <div className="space-y-4">
      <div className="card flex flex-wrap items-center justify-between gap-4 p-4 sm:px-5">
        <div className="min-w-0">
          <p className="text-section font-semibold" role="status">
            {t('import.read', { count: total })}
          </p>
          <p className="text-dense text-muted">
            {t('import.recognised', { format: tell(preview.formatName).text })} {t('import.nothingYet')}
          </p>
          {preview.newAccounts.length > 0 ? (
            <p className="text-dense text-muted">
              {t('import.newAccounts', {
                count: preview.newAccounts.length,
                names: preview.newAccounts.join(', '),
              })}
            </p>
          ) : null}
        </div>
        <div className="flex flex-wrap gap-2">
          <Button onClick={onBack}>{t('import.otherFile')}</Button>
          <Button look="primary" disabled={fresh === 0} onClick={onNext}>
            {t('import.next', { count: fresh })}
            <ArrowRight className="size-4" aria-hidden="true" />
          </Button>
        </div>
      </div>
      {fresh === 0 ? <p className="text-dense text-muted">{t('import.nothingNew')}</p> : null}
      <Segmented<Filter>
        label={t('import.filter')}
        value={filter}
        onChange={setFilter}
        options={(['ALL', ...statuses] as const).map((value) => ({
          value,
          label: `${t(`import.status.${value}`)} ${count(value === 'ALL' ? total : preview.counts[value])}`,
        }))}
      />
      <div className="card py-1">
        <Table label={t('import.rows')}>
          <thead>
            <tr>
              <Th right>{t('import.line')}</Th>
              <Th>{t('import.statusTitle')}</Th>
              <Th>{t('column.date')}</Th>
              <Th>{t('column.type')}</Th>
              <Th>{t('column.symbol')}</Th>
              <Th right>{t('column.quantity')}</Th>
              <Th right>{t('column.price')}</Th>
              <Th right>{t('column.amount')}</Th>
            </tr>
          </thead>
          <tbody>
            {/* one line of a broker's file may come to several rows */}
            {shown.map((row, index) => (
              <Row key={`${row.line}-${index}`} row={row} />
            ))}
          </tbody>
        </Table>
        {shown.length === 0 ? <p className="px-5 py-8 text-center text-muted">{t('import.noRows')}</p> : null}
      </div>
      {more.error ? <ProblemNotice error={more.error} onRetry={() => void more.fetchNextPage()} /> : null}
      {rows.length < total && (more.data ? more.hasNextPage : preview.nextCursor) ? (
        <Button
          busy={more.isFetching}
          onClick={() => void (more.data ? more.fetchNextPage() : more.refetch())}
        >
          {t('import.more', { shown: count(rows.length), total: count(total) })}
        </Button>
      ) : null}
    </div>
  );
}

function Row({ row }: { row: ImportRow }) {
  const { t } = useTranslation();
  const it = row.transaction;
  return (
    <Tr>
      <Td right className="text-muted">
        {row.line}
      </Td>
      <Td className="min-w-40">
        <Badge tone={tone[row.status]}>{t(`import.status.${row.status}`)}</Badge>
        {row.reason ? (
          <span className="mt-1 block text-caption text-muted">
            {row.column ? `${row.column}: ` : ''}
            <Served>{row.reason}</Served>
          </span>
        ) : null}
      </Td>
      <Td className="figures whitespace-nowrap">{it ? day(it.date) : ''}</Td>
      <Td>{it ? it.type : ''}</Td>
      <Td className="font-medium">{it?.symbol ?? ''}</Td>
      <Td right>{it?.quantity ? quantity(it.quantity) : ''}</Td>
      <Td right>{it?.price ? price(it.price, it.currency) : ''}</Td>
      <Td right>{it?.amount ? money(it.amount, it.currency) : ''}</Td>
    </Tr>
  );
}

function useMoreRows(portfolioId: string, preview: Import) {
  return useInfiniteQuery({
    queryKey: ['import', preview.importId, 'rows'],
    enabled: false,
    initialPageParam: preview.nextCursor ?? '',
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET('/api/v1/portfolios/{id}/imports/{importId}/rows', {
          params: { path: { id: portfolioId, importId: preview.importId }, query: { cursor: pageParam } },
          signal,
        }),
      ),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}
