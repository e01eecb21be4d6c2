import { useInfiniteQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { asProblem } from '@/api/problem';
import type { Client, ClientPosition } from '@/api/types';
import { LivePrice } from '@/features/portfolio/LivePrice';
import { dayTime, money, price, quantity } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { saidAt } from '@/shared/i18n/Served';
import { useWantPrices } from '@/shared/stream/useStream';
import { Badge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { TextField } from '@/shared/ui/Field';
import { Skeleton } from '@/shared/ui/Page';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { Table, Td, Th, Tr } from '@/shared/ui/table';
import { toast } from '@/shared/ui/toast';
import { positionsQuery, useAddPosition, useChangePosition, useRemovePosition } from './api';

/** What a client holds: to be added to, changed and taken out. */
export function PositionsCard({ client }: { client: Client }) {
  const { t } = useTranslation();
  const positions = useInfiniteQuery(positionsQuery(client.id));
  const items = positions.data?.pages.flatMap((page) => page.items) ?? [];
  const [editing, setEditing] = useState<number>();
  useWantPrices(items.map(({ symbol }) => symbol));
  return (
    <Card title={t('clients.positions')} padded={false}>
      {positions.error ? (
        <ProblemNotice error={positions.error} onRetry={() => void positions.refetch()} className="m-5" />
      ) : null}
      {positions.isPending ? <Skeleton className="mx-5 mb-5 h-24" /> : null}
      {positions.data && items.length === 0 ? (
        <p className="px-5 text-muted">{t('clients.noPositions')}</p>
      ) : null}
      {items.length > 0 ? (
        <Table label={t('clients.positionsOf', { name: client.name })}>
          <thead>
            <tr>
              <Th>{t('column.symbol')}</Th>
              <Th right>{t('column.quantity')}</Th>
              <Th right>{t('clients.column.averageCost')}</Th>
              <Th right>{t('column.price')}</Th>
              <Th right>{t('clients.column.value')}</Th>
              <Th right>
                <span className="sr-only">{t('clients.column.actions')}</span>
              </Th>
            </tr>
          </thead>
          <tbody>
            {items.map((position) =>
              editing === position.number ? (
                <Tr key={position.number}>
                  <Td colSpan={6}>
                    <EditPosition
                      clientId={client.id}
                      position={position}
                      onDone={() => setEditing(undefined)}
                    />
                  </Td>
                </Tr>
              ) : (
                <Row
                  key={position.number}
                  client={client}
                  position={position}
                  onEdit={() => setEditing(position.number)}
                />
              ),
            )}
          </tbody>
        </Table>
      ) : null}
      {positions.hasNextPage ? (
        <div className="p-4 text-center">
          <Button busy={positions.isFetchingNextPage} onClick={() => void positions.fetchNextPage()}>
            {t('clients.more')}
          </Button>
        </div>
      ) : null}
      <AddPosition clientId={client.id} />
    </Card>
  );
}

type RowProps = { client: Client; position: ClientPosition; onEdit: () => void };

function Row({ client, position, onEdit }: RowProps) {
  const { t } = useTranslation();
  const remove = useRemovePosition(client.id);
  const [asking, setAsking] = useState(false);
  const { symbol } = position;
  return (
    <Tr live className={position.stale ? 'text-muted' : undefined}>
      <Td>
        <span className="font-medium">{symbol}</span>{' '}
        {position.stale ? <Badge tone="warn">{t('margin.old')}</Badge> : null}
        {position.marketClosedSince && !position.stale ? (
          <Badge>{t('margin.closed', { when: dayTime(position.marketClosedSince) })}</Badge>
        ) : null}
        {remove.error ? <ProblemNotice error={remove.error} className="mt-2" /> : null}
      </Td>
      <Td right>{quantity(position.quantity)}</Td>
      <Td right>{price(position.averageCost, position.currency)}</Td>
      <Td right>
        <LivePrice symbol={symbol} fallback={position.price ?? undefined} currency={position.priceCurrency} />
      </Td>
      <Td right className="font-medium">
        {money(position.marketValue, client.currency)}
      </Td>
      <Td right>
        <span className="inline-flex gap-1">
          {asking ? (
            <>
              <Button
                size="small"
                look="danger"
                busy={remove.isPending}
                onClick={() => remove.mutate(position.number)}
              >
                {t('clients.deleteYes')}
              </Button>
              <Button size="small" onClick={() => setAsking(false)}>
                {t('clients.deleteNo')}
              </Button>
            </>
          ) : (
            <>
              <Button size="small" aria-label={t('clients.changeOf', { name: symbol })} onClick={onEdit}>
                {t('clients.change')}
              </Button>
              <Button
                size="small"
                look="ghost"
                aria-label={t('clients.removeOf', { name: symbol })}
                onClick={() => setAsking(true)}
              >
                {t('clients.remove')}
              </Button>
            </>
          )}
        </span>
      </Td>
    </Tr>
  );
}

const isNumber = (text: string) => /^-?\d+(\.\d+)?$/.test(text.trim());
const isCost = (text: string) => text.trim() === '' || /^\d+(\.\d+)?$/.test(text.trim());

function AddPosition({ clientId }: { clientId: string }) {
  const { t } = useTranslation();
  const add = useAddPosition(clientId);
  const [symbol, setSymbol] = useState('');
  const [amount, setAmount] = useState('');
  const [cost, setCost] = useState('');
  const refused = add.error ? asProblem(add.error) : undefined;
  const said = (field: string) => saidAt(refused, field);
  const fine = symbol.trim() !== '' && isNumber(amount) && Number(amount) !== 0 && isCost(cost);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!fine || add.isPending) return;
    add.mutate(
      {
        symbol: symbol.trim().toUpperCase(),
        quantity: amount.trim(),
        ...(cost.trim() ? { averageCost: cost.trim() } : {}),
      },
      {
        onSuccess: () => {
          setSymbol('');
          setAmount('');
          setCost('');
          toast(t('clients.positionAdded'));
        },
      },
    );
  };
  return (
    <form
      onSubmit={submit}
      noValidate
      aria-label={t('clients.addPosition')}
      className="grid items-start gap-3 border-t border-line p-5 sm:grid-cols-4"
    >
      <TextField
        label={t('column.symbol')}
        maxLength={32}
        autoComplete="off"
        value={symbol}
        error={said('symbol')}
        onChange={(event) => setSymbol(event.target.value)}
      />
      <TextField
        label={t('column.quantity')}
        inputMode="decimal"
        autoComplete="off"
        value={amount}
        error={amount !== '' && !isNumber(amount) ? t('clients.fault.number') : said('quantity')}
        onChange={(event) => setAmount(event.target.value)}
      />
      <TextField
        label={t('clients.field.averageCost')}
        inputMode="decimal"
        autoComplete="off"
        value={cost}
        error={isCost(cost) ? said('averageCost') : t('clients.fault.number')}
        onChange={(event) => setCost(event.target.value)}
      />
      <Button type="submit" className="sm:mt-[26px]" busy={add.isPending} disabled={!fine}>
        {t('clients.addPosition')}
      </Button>
      {refused && !refused.isAllAt('symbol', 'quantity', 'averageCost') ? (
        <ProblemNotice error={refused} className="sm:col-span-4" />
      ) : null}
    </form>
  );
}

type EditProps = { clientId: string; position: ClientPosition; onDone: () => void };

function EditPosition({ clientId, position, onDone }: EditProps) {
  const { t } = useTranslation();
  const change = useChangePosition(clientId, position.number);
  const [amount, setAmount] = useState(position.quantity);
  const [cost, setCost] = useState(position.averageCost ?? '');
  const fine = isNumber(amount) && Number(amount) !== 0 && isCost(cost);
  const refused = change.error ? asProblem(change.error) : undefined;
  const said = (field: string) => saidAt(refused, field);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!fine || change.isPending) return;
    change.mutate(
      { quantity: amount.trim(), ...(cost.trim() ? { averageCost: cost.trim() } : {}) },
      { onSuccess: onDone },
    );
  };
  return (
    <form
      onSubmit={submit}
      noValidate
      aria-label={t('clients.changeOf', { name: position.symbol })}
      className="flex flex-wrap items-end gap-3"
    >
      <span className="pb-2.5 font-medium">{position.symbol}</span>
      <TextField
        className="w-40"
        label={t('column.quantity')}
        inputMode="decimal"
        value={amount}
        error={isNumber(amount) ? said('quantity') : t('clients.fault.number')}
        onChange={(event) => setAmount(event.target.value)}
      />
      <TextField
        className="w-40"
        label={t('clients.field.averageCost')}
        inputMode="decimal"
        value={cost}
        error={isCost(cost) ? said('averageCost') : t('clients.fault.number')}
        onChange={(event) => setCost(event.target.value)}
      />
      <Button type="submit" look="primary" busy={change.isPending} disabled={!fine}>
        {t('clients.save')}
      </Button>
      <Button onClick={onDone}>{t('clients.cancel')}</Button>
      {refused && !refused.isAllAt('quantity', 'averageCost') ? (
        <ProblemNotice error={refused} className="w-full" />
      ) : null}
    </form>
  );
}
