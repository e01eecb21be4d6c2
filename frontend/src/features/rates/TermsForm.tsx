import { type FormEvent, useEffect, useRef, useState } from 'react';
import { asProblem } from '@/api/problem';
import type { MarginTerms, MarginTermsRequest } from '@/api/types';
import { useTranslation } from '@/shared/i18n/i18n';
import { Button } from '@/shared/ui/Button';
import { SelectField, TextField } from '@/shared/ui/Field';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { today } from './model/book';
import { toFraction, toPercentage } from './model/percentages';

type Change = { validFrom: string; body: MarginTermsRequest };
type Props = {
  start: MarginTerms;
  saving: boolean;
  error: unknown;
  onSave: (change: Change) => void;
  /** sets them although somebody set others meanwhile */
  onOverride: (change: Change) => void;
  onCancel: () => void;
};

const shares = ['concentratedFrom', 'concentrationAddOn', 'interestRate'] as const;
const regimes = ['INTRADAY_DEFICIT', 'PATTERN_DAY_TRADER'] as const;
const dayCounts = ['360', '365'] as const;

/** Terms of every account, in percent. A refusal keeps what was typed and stands at its field. */
export function TermsForm({ start, saving, error, onSave, onOverride, onCancel }: Props) {
  const { t } = useTranslation();
  const [validFrom, setValidFrom] = useState(today());
  const [typed, setTyped] = useState(() => ({
    concentratedFrom: toPercentage(start.concentratedFrom),
    concentrationAddOn: toPercentage(start.concentrationAddOn),
    interestRate: toPercentage(start.interestRate),
  }));
  const [dayCount, setDayCount] = useState<(typeof dayCounts)[number]>(
    start.dayCount === 365 ? '365' : '360',
  );
  const [regime, setRegime] = useState(start.intradayRegime);
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const refused = error ? asProblem(error) : undefined;
  const said = (field: string) => refused?.errors.find((entry) => entry.field === field)?.message;
  const fraction = (name: (typeof shares)[number]) => toFraction(typed[name]);
  const dayFine = /^\d{4}-\d{2}-\d{2}$/.test(validFrom) && validFrom >= today();
  const fine = dayFine && shares.every((name) => fraction(name) !== undefined);

  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  useEffect(() => {
    if (tried || error) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [tried, error]);

  const change = (): Change => ({
    validFrom,
    body: {
      concentratedFrom: fraction('concentratedFrom') ?? '',
      concentrationAddOn: fraction('concentrationAddOn') ?? '',
      interestRate: fraction('interestRate') ?? '',
      dayCount,
      intradayRegime: regime,
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (fine && !saving) onSave(change());
    else form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  };
  return (
    <form
      ref={form}
      aria-label={t('rates.terms.formTitle')}
      onSubmit={submit}
      noValidate
      className="space-y-4 border-t border-line pt-4"
    >
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        <TextField
          type="date"
          label={t('rates.form.from')}
          hint={t('rates.form.fromHint')}
          min={today()}
          value={validFrom}
          error={tried && !dayFine ? t('rates.fault.day') : said('validFrom')}
          onChange={(event) => setValidFrom(event.target.value)}
        />
        {shares.map((name) => (
          <TextField
            key={name}
            label={`${t(`rates.terms.${name}`)} (%)`}
            inputMode="decimal"
            autoComplete="off"
            value={typed[name]}
            error={fraction(name) === undefined ? t('rates.fault.number') : said(name)}
            onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
          />
        ))}
        <SelectField
          label={t('rates.terms.dayCount')}
          value={dayCount}
          error={said('dayCount')}
          onChange={(event) =>
            setDayCount(dayCounts.find((known) => known === event.target.value) ?? dayCount)
          }
        >
          {dayCounts.map((days) => (
            <option key={days} value={days}>
              {t('rates.terms.days', { days })}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('rates.terms.intradayRegime')}
          value={regime}
          error={said('intradayRegime')}
          onChange={(event) => setRegime(regimes.find((known) => known === event.target.value) ?? regime)}
        >
          {regimes.map((known) => (
            <option key={known} value={known}>
              {t(`rates.terms.regime.${known}`)}
            </option>
          ))}
        </SelectField>
      </div>
      {error ? (
        <ProblemNotice
          error={error}
          retry={t('rates.form.override')}
          onRetry={refused?.status === 412 ? () => onOverride(change()) : undefined}
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
