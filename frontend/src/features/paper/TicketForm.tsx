import { type FormEvent, useEffect, useRef, useState } from 'react';
import { asProblem } from '@/api/problem';
import { price } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { saidAt } from '@/shared/i18n/Served';
import { useTick, useWantPrices } from '@/shared/stream/useStream';
import { Button } from '@/shared/ui/Button';
import { SelectField, TextField } from '@/shared/ui/Field';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { Segmented } from '@/shared/ui/Segmented';
import { asks, estimate, faults, type Field, sides, type Ticket, types } from './model/ticket';

type Props = {
  start: Ticket;
  busy: boolean;
  error: unknown;
  submit: string;
  /** an order that is replaced keeps what it buys or sells, and how */
  fixed?: boolean;
  onSubmit: (ticket: Ticket) => void;
  /** saves although the order moved meanwhile */
  onOverride?: (ticket: Ticket) => void;
  onCancel?: () => void;
};

/** The terms of an order. A refusal keeps what was typed and stands at its field. */
export function TicketForm({ start, busy, error, submit, fixed, onSubmit, onOverride, onCancel }: Props) {
  const { t } = useTranslation();
  const [ticket, setTicket] = useState(start);
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const found = faults(ticket);
  const refused = error ? asProblem(error) : undefined;
  const symbol = ticket.symbol.trim().toUpperCase();
  useWantPrices(symbol === '' ? [] : [symbol]);
  const tick = useTick(symbol);
  const amount = estimate(ticket, tick?.price);
  const set = (change: Partial<Ticket>) => setTicket((old) => ({ ...old, ...change }));

  useEffect(() => {
    if (tried || error) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [tried, error]);

  const fault = (field: Field) => {
    const own = tried ? found[field] : undefined;
    if (own) return t(`paper.fault.${own}`);
    const names = field === 'trail' ? ['trailAmount', 'trailFraction'] : [field];
    return saidAt(refused, ...names);
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(found).length > 0)
      return form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
    if (!busy) onSubmit(ticket);
  };
  const number = (field: 'quantity' | 'limitPrice' | 'stopPrice') =>
    asks(ticket, field) ? (
      <TextField
        key={field}
        label={t(`paper.field.${field}`)}
        inputMode="decimal"
        autoComplete="off"
        value={ticket[field]}
        error={fault(field)}
        onChange={(event) => set({ [field]: event.target.value })}
      />
    ) : null;
  return (
    <form ref={form} onSubmit={send} noValidate className="space-y-4">
      {fixed ? null : (
        <Segmented
          label={t('paper.field.side')}
          value={ticket.side}
          onChange={(side) => set({ side })}
          options={sides.map((side) => ({ value: side, label: t(`paper.side.${side}`) }))}
        />
      )}
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-4">
        {fixed ? null : (
          <>
            <TextField
              label={t('column.symbol')}
              hint={tick ? t('paper.now', { price: price(tick.price) }) : undefined}
              autoComplete="off"
              maxLength={32}
              value={ticket.symbol}
              error={fault('symbol')}
              onChange={(event) => set({ symbol: event.target.value })}
            />
            <SelectField
              label={t('paper.field.type')}
              hint={t(`paper.typeWhy.${ticket.type}`)}
              value={ticket.type}
              onChange={(event) =>
                set({ type: types.find((type) => type === event.target.value) ?? ticket.type })
              }
            >
              {types.map((type) => (
                <option key={type} value={type}>
                  {t(`paper.type.${type}`)}
                </option>
              ))}
            </SelectField>
          </>
        )}
        {number('quantity')}
        {number('stopPrice')}
        {number('limitPrice')}
        {asks(ticket, 'trail') ? (
          <>
            <TextField
              label={t('paper.field.trail')}
              inputMode="decimal"
              autoComplete="off"
              value={ticket.trail}
              error={fault('trail')}
              onChange={(event) => set({ trail: event.target.value })}
            />
            <SelectField
              label={t('paper.field.trailIn')}
              value={ticket.trailIn}
              onChange={(event) => set({ trailIn: event.target.value === 'AMOUNT' ? 'AMOUNT' : 'PERCENT' })}
            >
              <option value="PERCENT">{t('paper.trailIn.PERCENT')}</option>
              <option value="AMOUNT">{t('paper.trailIn.AMOUNT')}</option>
            </SelectField>
          </>
        ) : null}
        <SelectField
          label={t('paper.field.timeInForce')}
          value={ticket.timeInForce}
          onChange={(event) => set({ timeInForce: event.target.value === 'GTC' ? 'GTC' : 'DAY' })}
        >
          <option value="DAY">{t('paper.tif.DAY')}</option>
          <option value="GTC">{t('paper.tif.GTC')}</option>
        </SelectField>
      </div>
      {error ? (
        <ProblemNotice
          error={error}
          retry={t('paper.override')}
          onRetry={refused?.status === 412 && onOverride ? () => onOverride(ticket) : undefined}
        />
      ) : null}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button type="submit" look="primary" busy={busy}>
          {submit}
        </Button>
        {onCancel ? <Button onClick={onCancel}>{t('paper.cancel')}</Button> : null}
        {amount === undefined ? null : (
          <span className="figures text-muted">{t('paper.about', { amount: price(amount) })}</span>
        )}
      </div>
    </form>
  );
}
