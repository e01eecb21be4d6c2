import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { ArrowDown, ArrowUp, Percent, UserPlus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { StateBadge } from '@/features/margin/StateBadge';
import { money, percent } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { Button, ButtonLink } from '@/shared/ui/Button';
import { TextField } from '@/shared/ui/Field';
import { Link } from '@/shared/ui/Link';
import { Empty, Page, Skeleton } from '@/shared/ui/Page';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { Segmented } from '@/shared/ui/Segmented';
import { Table, Td, Th, Tr } from '@/shared/ui/table';
import { AddClient } from './AddClient';
import { clientsQuery } from './api';
import { arranged, type Column, columns, type Row, states, wanted } from './model/rows';
import { useClientValues } from './useClientValues';

/** An adviser's clients: who is close to a margin call, at a glance and live. What is looked for stands in the address. */
export default function ClientsPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const words = search.get('q') ?? '';
  const shown = states.find((state) => state === search.get('show')) ?? 'all';
  const column = columns.find((known) => known === search.get('sort')) ?? 'name';
  const falling = search.get('order') === 'falling';
  const adding = search.get('new') !== null;
  const clients = useInfiniteQuery({
    ...clientsQuery(words, wanted(column, falling, shown)),
    // what is there stands until the new order is
    placeholderData: keepPreviousData,
  });
  const list = clients.data?.pages.flatMap((page) => page.items) ?? [];
  // the service says which come first; what is streamed moves them among each other
  const rows = arranged(useClientValues(list), shown, column, falling);
  const set = (change: Record<string, string | undefined>) =>
    setSearch(
      (old) => {
        for (const [name, value] of Object.entries(change))
          if (value) old.set(name, value);
          else old.delete(name);
        return old;
      },
      { replace: true, preventScrollReset: true },
    );
  return (
    <Page
      title={t('clients.title')}
      lead={t('clients.lead')}
      actions={
        <>
          <ButtonLink to="/margin/rates">
            <Percent className="size-[18px]" aria-hidden="true" />
            {t('clients.houseRates')}
          </ButtonLink>
          {adding ? null : (
            <Button look="primary" onClick={() => set({ new: '1' })}>
              <UserPlus className="size-[18px]" aria-hidden="true" />
              {t('clients.add')}
            </Button>
          )}
        </>
      }
    >
      {adding ? <AddClient onDone={() => set({ new: undefined })} /> : null}
      {clients.error ? <ProblemNotice error={clients.error} onRetry={() => void clients.refetch()} /> : null}
      <div className="flex flex-wrap items-end justify-between gap-3">
        <Search words={words} onSearch={(q) => set({ q })} />
        <Segmented
          label={t('clients.which')}
          value={shown}
          onChange={(show) => set({ show: show === 'all' ? undefined : show })}
          options={states.map((value) => ({ value, label: t(`clients.show.${value}`) }))}
        />
      </div>
      {clients.isPending ? <Skeleton className="h-64 w-full" /> : null}
      {clients.data && list.length === 0 ? (
        <div className="card">
          <Empty
            title={t(words ? 'clients.noneFound' : shown === 'all' ? 'clients.none' : 'clients.noneShown')}
          >
            {words || shown !== 'all' ? null : <NoneWhy />}
          </Empty>
        </div>
      ) : null}
      {list.length > 0 ? (
        <div className="card">
          <ClientTable
            rows={rows}
            column={column}
            falling={falling}
            onSort={(by) =>
              set({
                sort: by === 'name' ? undefined : by,
                order: (by === column ? !falling : by !== 'name') ? 'falling' : undefined,
              })
            }
          />
          {rows.length === 0 ? <p className="p-5 text-muted">{t('clients.noneShown')}</p> : null}
          {clients.hasNextPage ? (
            <div className="p-4 text-center">
              <Button busy={clients.isFetchingNextPage} onClick={() => void clients.fetchNextPage()}>
                {t('clients.more')}
              </Button>
            </div>
          ) : null}
        </div>
      ) : null}
    </Page>
  );
}

/** What is typed is looked for once the typing stops. */
function Search({ words, onSearch }: { words: string; onSearch: (words: string) => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState(words);
  useEffect(() => {
    if (text.trim() === words) return;
    const timer = setTimeout(() => onSearch(text.trim()), 300);
    return () => clearTimeout(timer);
  });
  return (
    <TextField
      type="search"
      className="w-full sm:w-64"
      label={t('clients.search')}
      value={text}
      onChange={(event) => setText(event.target.value)}
    />
  );
}

function NoneWhy() {
  const { t } = useTranslation();
  return (
    <>
      <p>{t('clients.noneWhy')}</p>
      <p className="mt-3 text-dense">{t('clients.grantedBy')}</p>
    </>
  );
}

type TableProps = {
  rows: readonly Row[];
  column: Column;
  falling: boolean;
  onSort: (column: Column) => void;
};

function ClientTable({ rows, column, falling, onSort }: TableProps) {
  const { t } = useTranslation();
  const Arrow = falling ? ArrowDown : ArrowUp;
  return (
    <Table label={t('clients.title')}>
      <thead>
        <tr>
          {columns.map((of) => (
            <Th
              key={of}
              right={of !== 'name' && of !== 'state'}
              aria-sort={of === column ? (falling ? 'descending' : 'ascending') : undefined}
            >
              <button
                type="button"
                onClick={() => onSort(of)}
                className="-mx-1 inline-flex min-h-6 items-center gap-1 rounded px-1 hover:text-fg"
              >
                {t(`clients.column.${of}`)}
                {of === column ? <Arrow className="size-3.5" aria-hidden="true" /> : null}
              </button>
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ client, values }) => (
          <Tr key={client.id} className={values?.state === 'CALL' ? 'bg-danger-soft' : undefined}>
            <Td className="min-w-40">
              <Link
                to={`/clients/${client.id}`}
                className="font-medium text-primary underline-offset-2 hover:underline"
              >
                {client.name}
              </Link>
              <span className="figures block text-caption text-muted">
                {t('clients.number', { number: client.number })}
              </span>
            </Td>
            <Td right>{money(values?.portfolioValue, client.currency)}</Td>
            <Td right>{money(values?.loanAmount, client.currency)}</Td>
            <Td right>{money(values?.netEquity, client.currency)}</Td>
            <Td right>
              {values
                ? values.utilization === undefined || values.utilization === null
                  ? t('margin.beyond')
                  : percent(values.utilization, 0)
                : '–'}
            </Td>
            <Td>{values ? <StateBadge state={values.state} /> : null}</Td>
            <Td right>
              {values?.distanceToCall === 1 ? t('clients.noCall') : percent(values?.distanceToCall, 1)}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
