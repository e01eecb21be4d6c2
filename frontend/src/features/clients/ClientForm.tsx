import { type FormEvent, useEffect, useRef, useState } from 'react';
import { asProblem } from '@/api/problem';
import type { Client, ClientRequest } from '@/api/types';
import { useTranslation } from '@/shared/i18n/i18n';
import { saidAt } from '@/shared/i18n/Served';
import { Button } from '@/shared/ui/Button';
import { TextAreaField, TextField } from '@/shared/ui/Field';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';

type Props = {
  /** the client that is changed; absent of a new one */
  start?: Client;
  saving: boolean;
  error: unknown;
  onSave: (request: ClientRequest) => void;
  /** saves although somebody changed it meanwhile */
  onOverride?: (request: ClientRequest) => void;
  onCancel: () => void;
};

/** What is known of a client. A refusal keeps what was typed and stands at its field. */
export function ClientForm({ start, saving, error, onSave, onOverride, onCancel }: Props) {
  const { t } = useTranslation();
  const [name, setName] = useState(start?.name ?? '');
  const [loan, setLoan] = useState(start?.loan ?? '');
  const [notes, setNotes] = useState(start?.notes ?? '');
  const [currency, setCurrency] = useState(start?.currency ?? 'USD');
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const refused = error ? asProblem(error) : undefined;
  const said = (field: string) => saidAt(refused, field);
  const loanFine = loan.trim() === '' || /^\d+(\.\d+)?$/.test(loan.trim());
  const fine = name.trim() !== '' && loanFine;

  useEffect(() => {
    if (tried || error) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [tried, error]);

  const request = (): ClientRequest => ({
    name: name.trim(),
    ...(loan.trim() ? { loan: loan.trim() } : {}),
    ...(notes.trim() ? { notes: notes.trim() } : {}),
    ...(start ? {} : { currency: currency.trim().toUpperCase() }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (fine && !saving) onSave(request());
    else form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  };
  return (
    <form ref={form} onSubmit={submit} noValidate className="space-y-4">
      <div className="grid gap-4 sm:grid-cols-3">
        <TextField
          label={t('clients.field.name')}
          maxLength={255}
          autoComplete="off"
          value={name}
          error={tried && name.trim() === '' ? t('clients.fault.missing') : said('name')}
          onChange={(event) => setName(event.target.value)}
        />
        <TextField
          label={t('clients.field.loan')}
          hint={t('clients.field.loanHint')}
          inputMode="decimal"
          autoComplete="off"
          value={loan}
          error={loanFine ? said('loan') : t('clients.fault.number')}
          onChange={(event) => setLoan(event.target.value)}
        />
        {start ? null : (
          <TextField
            label={t('clients.field.currency')}
            maxLength={3}
            autoComplete="off"
            value={currency}
            error={said('currency')}
            onChange={(event) => setCurrency(event.target.value)}
          />
        )}
      </div>
      <TextAreaField
        label={t('clients.field.notes')}
        maxLength={4000}
        value={notes}
        error={said('notes')}
        onChange={(event) => setNotes(event.target.value)}
      />
      {error ? (
        <ProblemNotice
          error={error}
          retry={t('clients.override')}
          onRetry={refused?.status === 412 && onOverride ? () => onOverride(request()) : undefined}
        />
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" busy={saving}>
          {saving ? t('clients.saving') : t('clients.save')}
        </Button>
        <Button onClick={onCancel}>{t('clients.cancel')}</Button>
      </div>
    </form>
  );
}
