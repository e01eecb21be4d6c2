import { type FormEvent, useEffect, useRef, useState } from 'react';
import { asProblem } from '@/api/problem';
import type { AccountRequest } from '@/api/types';
import { useTranslation } from '@/shared/i18n/i18n';
import { saidAt } from '@/shared/i18n/Served';
import { Button } from '@/shared/ui/Button';
import { SelectField, TextField } from '@/shared/ui/Field';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';

type Props = {
  title: string;
  start: AccountRequest;
  saving: boolean;
  error: unknown;
  onSave: (request: AccountRequest) => void;
  /** saves although somebody changed it meanwhile */
  onOverride?: (request: AccountRequest) => void;
  onCancel: () => void;
};

const kinds = ['CASH', 'MARGIN'] as const;

/** What an account is called and what it allows. A refusal keeps what was typed. */
export function AccountForm({ title, start, saving, error, onSave, onOverride, onCancel }: Props) {
  const { t } = useTranslation();
  const [name, setName] = useState(start.name);
  const [kind, setKind] = useState(start.kind);
  const [shorts, setShorts] = useState(start.shortsAllowed ?? false);
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const refused = error ? asProblem(error) : undefined;
  const said = (field: string) => saidAt(refused, field);
  const request = { name: name.trim(), kind, shortsAllowed: kind === 'MARGIN' && shorts };
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  useEffect(() => {
    if (tried || error) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [tried, error]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (request.name !== '') onSave(request);
  };
  return (
    <form ref={form} aria-label={title} onSubmit={submit} noValidate className="space-y-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={t('accounts.name')}
          required
          maxLength={80}
          autoComplete="off"
          value={name}
          error={tried && request.name === '' ? t('transactions.fault.missing') : said('name')}
          onChange={(event) => setName(event.target.value)}
        />
        <SelectField
          label={t('accounts.what')}
          value={kind}
          error={said('kind')}
          hint={t(`accounts.kindWhy.${kind}`)}
          onChange={(event) => setKind(kinds.find((known) => known === event.target.value) ?? kind)}
        >
          {kinds.map((known) => (
            <option key={known} value={known}>
              {t(`accounts.kind.${known}`)}
            </option>
          ))}
        </SelectField>
      </div>
      {kind === 'MARGIN' ? (
        <label className="flex items-center gap-2">
          <input type="checkbox" checked={shorts} onChange={(event) => setShorts(event.target.checked)} />
          {t('accounts.shortsAllowed')}
        </label>
      ) : null}
      {error ? (
        <ProblemNotice
          error={error}
          retry={t('transactions.override')}
          onRetry={refused?.status === 412 && onOverride ? () => onOverride(request) : undefined}
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
