import { type FormEvent, useEffect, useRef, useState } from 'react';
import { asProblem } from '@/api/problem';
import { money } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { saidAt } from '@/shared/i18n/Served';
import { Button } from '@/shared/ui/Button';
import { SelectField, TextField } from '@/shared/ui/Field';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import {
  type Draft,
  faults,
  type Field,
  fieldsOf,
  isRatio,
  isNeeded,
  requestOf,
  tradeAmount,
  typed,
  types,
} from './model/draft';
import type { Account, TransactionRequest } from '@/api/types';

type Props = {
  start: Draft;
  accounts: readonly Account[];
  saving: boolean;
  error: unknown;
  onSave: (request: TransactionRequest) => void;
  /** saves although somebody changed it meanwhile */
  onOverride?: (request: TransactionRequest) => void;
  onCancel: () => void;
};

/** One line of the ledger to be written or changed. A refusal keeps what was typed and stands at its field. */
export function TransactionForm(props: Props) {
  const { start, accounts, saving, error, onSave, onOverride, onCancel } = props;
  const { t } = useTranslation();
  const [draft, setDraft] = useState(start);
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const found = faults(draft);
  const refused = error ? asProblem(error) : undefined;
  const fields = fieldsOf(draft.type);
  const amount = tradeAmount(draft);
  const set = (field: Field, text: string) => setDraft((old) => typed(old, field, text));

  // what was refused is where one goes on
  useEffect(() => {
    if (tried || error) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [tried, error]);

  const fault = (field: Field) => {
    const said = saidAt(refused, field);
    const own = tried ? found[field] : undefined;
    return own ? t(`transactions.fault.${own}`) : said;
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(found).length === 0) onSave(requestOf(draft));
    else form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  };
  const field = (name: Exclude<Field, 'date' | 'note'>) => (
    <TextField
      key={name}
      label={
        name === 'quantity' && isRatio(draft.type)
          ? t('transactions.splitNew')
          : t(`transactions.field.${name}`)
      }
      hint={
        name === 'amount' && amount !== undefined && draft.amount === ''
          ? t('transactions.follows', { amount: money(amount, draft.currency || 'USD') })
          : undefined
      }
      required={isNeeded(draft.type, name)}
      inputMode={name === 'symbol' || name === 'newSymbol' || name === 'currency' ? undefined : 'decimal'}
      maxLength={name === 'symbol' || name === 'newSymbol' ? 32 : name === 'currency' ? 3 : 40}
      autoComplete="off"
      value={draft[name]}
      error={fault(name)}
      onChange={(event) => set(name, event.target.value)}
    />
  );

  return (
    <form ref={form} onSubmit={submit} noValidate className="space-y-4">
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-4">
        <SelectField
          label={t('column.type')}
          value={draft.type}
          onChange={(event) =>
            setDraft((old) => ({
              ...old,
              type: types.find((type) => type === event.target.value) ?? old.type,
            }))
          }
        >
          {types.map((type) => (
            <option key={type} value={type}>
              {t(`transactions.type.${type}`)}
            </option>
          ))}
        </SelectField>
        {accounts.length > 1 ? (
          <SelectField
            label={t('accounts.column')}
            value={draft.accountId}
            error={saidAt(refused, 'accountId')}
            onChange={(event) =>
              setDraft((old) => ({ ...old, accountId: event.target.value, lots: undefined }))
            }
          >
            {accounts.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
        ) : null}
        <TextField
          type="date"
          label={t('column.date')}
          required
          value={draft.date}
          error={fault('date')}
          onChange={(event) => set('date', event.target.value)}
        />
        {fields.map((name) => (name === 'date' || name === 'note' ? null : field(name)))}
        {draft.type === 'SPLIT' && draft.cashInLieu.trim() === '' ? null : field('currency')}
        <TextField
          label={t('transactions.field.note')}
          maxLength={500}
          value={draft.note}
          error={fault('note')}
          className="sm:col-span-2"
          onChange={(event) => set('note', event.target.value)}
        />
      </div>
      {error ? (
        <ProblemNotice
          error={error}
          retry={t('transactions.override')}
          onRetry={refused?.status === 412 && onOverride ? () => onOverride(requestOf(draft)) : undefined}
        />
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" busy={saving}>
          {saving ? t('transactions.saving') : t('transactions.save')}
        </Button>
        <Button onClick={onCancel}>{t('transactions.cancel')}</Button>
      </div>
    </form>
  );
}
