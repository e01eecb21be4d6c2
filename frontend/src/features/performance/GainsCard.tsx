import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Gains } from '@/api/types';
import { moneyChange, percentChange } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { Card } from '@/shared/ui/Card';
import { Delta } from '@/shared/ui/Delta';
import { Skeleton } from '@/shared/ui/Page';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { Segmented } from '@/shared/ui/Segmented';
import { Table, Td, Th, Tr } from '@/shared/ui/table';
import { gainsQuery, type Range } from './api';
import { split } from './model/gain';

const views = ['holdings', 'classes', 'cash', 'accounts'] as const;
type View = (typeof views)[number];

/** What the gain was made of: the price, the currency, income and costs. */
export function GainsCard({ portfolioId, range }: { portfolioId: string; range: Range }) {
  const gains = useQuery(gainsQuery(portfolioId, range));
  if (gains.error) return <ProblemNotice error={gains.error} onRetry={() => void gains.refetch()} />;
  if (!gains.data) return <Skeleton className="h-64 w-full" />;
  return gains.data.total ? <Parts gains={gains.data} /> : null;
}

function Parts({ gains }: { gains: Gains }) {
  const { t } = useTranslation();
  const [view, setView] = useState<View>('holdings');
  const offered = views.filter((known) => known !== 'accounts' || gains.accounts.length > 1);
  const [merged, setMerged] = useState(false);
  const money = (value: number) => <Delta value={value}>{moneyChange(value, gains.baseCurrency)}</Delta>;
  const rows = gains[view].map((part) => ({ ...split(part, merged), contribution: part.contribution }));
  const total = gains.total && split({ key: t('performance.total'), gain: gains.total }, merged);
  return (
    <Card
      padded={false}
      title={t('performance.gains')}
      term={t('performance.gainsTerm')}
      actions={
        <label className="flex items-center gap-2 text-dense">
          <input type="checkbox" checked={merged} onChange={(event) => setMerged(event.target.checked)} />
          {t('performance.merge')}
        </label>
      }
    >
      <div className="px-5 pb-3">
        <Segmented
          label={t('performance.by')}
          value={view}
          onChange={setView}
          options={offered.map((value) => ({ value, label: t(`performance.views.${value}`) }))}
        />
      </div>
      <Table label={t('performance.gainsTerm')}>
        <thead>
          <tr>
            <Th>{t(`performance.views.${view}`)}</Th>
            <Th right>{t('performance.price')}</Th>
            <Th right>{t('performance.currency')}</Th>
            {merged ? null : <Th right>{t('performance.cross')}</Th>}
            <Th right>{t('performance.income')}</Th>
            <Th right>{t('performance.costs')}</Th>
            <Th right>{t('performance.total')}</Th>
            <Th right>{t('performance.contribution')}</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Tr key={row.key}>
              <Td className="font-medium">{row.name}</Td>
              <Td right>{money(row.price)}</Td>
              <Td right>{money(row.currency)}</Td>
              {row.cross === undefined ? null : <Td right>{money(row.cross)}</Td>}
              <Td right>{money(row.income)}</Td>
              <Td right>{money(row.costs)}</Td>
              <Td right>{money(row.total)}</Td>
              <Td right>{percentChange(row.contribution)}</Td>
            </Tr>
          ))}
        </tbody>
        {total ? (
          <tfoot>
            <Tr className="font-semibold">
              <Td>{t('performance.whole')}</Td>
              <Td right>{money(total.price)}</Td>
              <Td right>{money(total.currency)}</Td>
              {total.cross === undefined ? null : <Td right>{money(total.cross)}</Td>}
              <Td right>{money(total.income)}</Td>
              <Td right>{money(total.costs)}</Td>
              <Td right>{money(total.total)}</Td>
              <Td />
            </Tr>
          </tfoot>
        ) : null}
      </Table>
    </Card>
  );
}
