import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { asProblem } from '@/api/problem';
import type { Account, TransactionRequest } from '@/api/types';
import { holdingsQuery } from '@/features/portfolio/api';
import { quantity } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { saidAt } from '@/shared/i18n/Served';
import { Button } from '@/shared/ui/Button';
import { SelectField, TextField } from '@/shared/ui/Field';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { Segmented } from '@/shared/ui/Segmented';
import {
  isNeededToMove,
  requestOfTransfer,
  type Transfer,
  transferFaults,
  type TransferField,
  typedTransfer,
  whats,
} from './model/transfer';

type Props = {
  portfolioId: string;
  accounts: readonly Account[];
  start: Transfer;
  saving: boolean;
  error: unknown;
  onSave: (request: TransactionRequest) => void;
  onOverride?: (request: TransactionRequest) => void;
  onCancel: () => void;
};

/** Money or a holding from one own account to another. A refusal keeps what was typed and stands at its field. */
export function TransferForm(props: Props) {
  const { portfolioId, accounts, start, saving, error, onSave, onOverride, onCancel } = props;
  const { t } = useTranslation();
  const [transfer, setTransfer] = useState(start);
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const list = useId();
  const { what, accountId } = transfer;
  const holdings = useQuery({ ...holdingsQuery(portfolioId, accountId), enabled: what === 'HOLDING' });
  const held = holdings.data?.holdings ?? [];
  const inHand = held.find(({ symbol }) => symbol === transfer.symbol.trim().toUpperCase());
  const found = transferFaults(transfer);
  const refused = error ? asProblem(error) : undefined;
  useEffect(() => {
    if (tried || error) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [tried, error]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(found).length === 0) onSave(requestOfTransfer(transfer));
    else form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  };
  const fault = (field: TransferField) => {
    const own = tried ? found[field] : undefined;
    if (!own) return saidAt(refused, field);
    return own === 'same' || own === 'positive' ? t(`transfer.fault.${own}`) : t(`transactions.fault.${own}`);
  };
  const bind = (field: TransferField) => ({
    required: isNeededToMove(what, field),
    value: transfer[field],
    error: fault(field),
    onChange: (event: { target: { value: string } }) =>
      setTransfer((old) => typedTransfer(old, field, event.target.value)),
  });
  const account = (field: 'accountId' | 'toAccountId', label: string) => (
    <SelectField label={label} {...bind(field)}>
      {accounts.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  );

  return (
    <form ref={form} onSubmit={submit} noValidate className="space-y-4">
      <p className="text-muted">{t('transfer.plain')}</p>
      <Segmented
        showLabel
        label={t('transfer.what')}
        value={what}
        onChange={(chosen) => setTransfer((old) => ({ ...old, what: chosen }))}
        options={whats.map((value) => ({ value, label: t(`transfer.${value}`) }))}
      />
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-4">
        {account('accountId', t('transfer.from'))}
        {account('toAccountId', t('transfer.to'))}
        {what === 'MONEY' ? (
          <>
            <TextField
              label={t('transactions.field.amount')}
              inputMode="decimal"
              maxLength={40}
              autoComplete="off"
              {...bind('amount')}
            />
            <TextField
              label={t('transactions.field.currency')}
              maxLength={3}
              autoComplete="off"
              {...bind('currency')}
            />
          </>
        ) : (
          <>
            <TextField
              label={t('transactions.field.symbol')}
              list={list}
              maxLength={32}
              autoComplete="off"
              {...bind('symbol')}
            />
            <TextField
              label={t('transactions.field.quantity')}
              hint={inHand ? t('transfer.held', { quantity: quantity(inHand.quantity) }) : undefined}
              inputMode="decimal"
              maxLength={40}
              autoComplete="off"
              {...bind('quantity')}
            />
            <datalist id={list}>
              {held.map(({ symbol, name }) => (
                <option key={symbol} value={symbol}>
                  {name}
                </option>
              ))}
            </datalist>
          </>
        )}
        <TextField type="date" label={t('column.date')} {...bind('date')} />
        <TextField
          label={t('transactions.field.fee')}
          inputMode="decimal"
          maxLength={40}
          autoComplete="off"
          {...bind('fee')}
        />
        <TextField
          label={t('transactions.field.note')}
          maxLength={500}
          className="sm:col-span-2"
          {...bind('note')}
        />
      </div>
      {error ? (
        <ProblemNotice
          error={error}
          retry={t('transactions.override')}
          onRetry={
            refused?.status === 412 && onOverride ? () => onOverride(requestOfTransfer(transfer)) : undefined
          }
        />
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" busy={saving}>
          {saving ? t('transactions.saving') : t('transfer.save')}
        </Button>
        <Button onClick={onCancel}>{t('transactions.cancel')}</Button>
      </div>
    </form>
  );
}
