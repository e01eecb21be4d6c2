import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { asProblem } from '@/api/problem';
import { useTranslation } from '@/shared/i18n/i18n';
import { saidAt } from '@/shared/i18n/Served';
import { Button } from '@/shared/ui/Button';
import { cx } from '@/shared/ui/cx';
import { TextField } from '@/shared/ui/Field';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { today } from './model/book';

/** The day from which something shall hold, whether it was tried to set it, and what was said against which field. */
export function useDated(error: unknown) {
  const [validFrom, setValidFrom] = useState(today());
  const [tried, setTried] = useState(false);
  const refused = error ? asProblem(error) : undefined;
  return {
    validFrom,
    setValidFrom,
    dayFine: /^\d{4}-\d{2}-\d{2}$/.test(validFrom) && validFrom >= today(),
    tried,
    setTried,
    refused,
    said: (field: string) => saidAt(refused, field),
  };
}

/** What a form that sets something from a day on is given. */
export type Setting<Change> = {
  saving: boolean;
  error: unknown;
  onSave: (change: Change) => void;
  /** sets it although somebody set something else meanwhile */
  onOverride: (change: Change) => void;
  onCancel: () => void;
};

type Props<Change> = Setting<Change> & {
  dated: ReturnType<typeof useDated>;
  /** what is typed; absent while it cannot be right */
  change: Change | undefined;
  label?: string;
  className?: string;
  /** how many fields stand beside each other */
  columns: string;
  /** the field before the day, where there is one */
  first?: ReactNode;
  children: ReactNode;
  /** what is said of the whole, below the fields */
  notes?: ReactNode;
};

const focusFault = (form: HTMLFormElement | null) =>
  form?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();

/** Sets something from a day on. A refusal keeps what was typed and stands at its field. */
export function DatedForm<Change>(props: Props<Change>) {
  const { dated, change, saving, error, onSave, onOverride, onCancel } = props;
  const { validFrom, setValidFrom, dayFine, tried, setTried, refused, said } = dated;
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => form.current?.querySelector<HTMLElement>('input:not([readonly])')?.focus(), []);
  useEffect(() => {
    if (tried || error) focusFault(form.current);
  }, [tried, error]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!change || !dayFine) focusFault(form.current);
    else if (!saving) onSave(change);
  };
  return (
    <form
      ref={form}
      aria-label={props.label}
      onSubmit={submit}
      noValidate
      className={cx('space-y-4', props.className)}
    >
      <div className={cx('grid gap-4 sm:grid-cols-2', props.columns)}>
        {props.first}
        <TextField
          type="date"
          label={t('rates.form.from')}
          hint={t('rates.form.fromHint')}
          min={today()}
          value={validFrom}
          error={tried && !dayFine ? t('rates.fault.day') : said('validFrom')}
          onChange={(event) => setValidFrom(event.target.value)}
        />
        {props.children}
      </div>
      {props.notes}
      {error ? (
        <ProblemNotice
          error={error}
          retry={t('rates.form.override')}
          onRetry={refused?.status === 412 && change ? () => onOverride(change) : undefined}
        />
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" busy={saving}>
          {saving ? t('rates.form.saving') : t('rates.form.save')}
        </Button>
        <Button onClick={onCancel}>{t('rates.form.cancel')}</Button>
      </div>
    </form>
  );
}
