import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { asProblem } from '@/api/problem';
import type { HouseRate, HouseRateRequest, MarginRates, RiskClass } from '@/api/types';
import { percent } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { Button } from '@/shared/ui/Button';
import { SelectField, TextField } from '@/shared/ui/Field';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { rateOnQuery } from './api';
import { today } from './model/book';
import { toFraction, toPercentage } from './model/percentages';
import { kinds } from './StandardCard';

type Change = { symbol: string; validFrom: string; body: HouseRateRequest };
type Props = {
  symbol: string;
  /** what holds today, to begin with */
  start: HouseRate | undefined;
  standard: MarginRates;
  saving: boolean;
  error: unknown;
  onSave: (change: Change) => void;
  /** sets it although somebody set something else meanwhile */
  onOverride: (change: Change) => void;
  onCancel: () => void;
};

const lents = ['STANDARD', 'YES', 'NO'] as const;
const classes = ['EQUITY', 'BROAD_INDEX', 'LARGE_CAP_INDEX'] as const;
const lentOf = (marginable: boolean | null | undefined) =>
  marginable === undefined || marginable === null ? 'STANDARD' : marginable ? 'YES' : 'NO';

/** What is asked for an instrument from a day on, in percent. A refusal keeps what was typed and stands at its field. */
export function RateForm(props: Props) {
  const { start, standard, saving, error, onSave, onOverride, onCancel } = props;
  const { t } = useTranslation();
  const [symbol, setSymbol] = useState(props.symbol);
  const [validFrom, setValidFrom] = useState(today());
  const [lent, setLent] = useState<(typeof lents)[number]>(lentOf(start?.marginable));
  const [riskClass, setRiskClass] = useState<RiskClass>(start?.riskClass ?? 'EQUITY');
  const [percentages, setPercentages] = useState(() =>
    Object.fromEntries(kinds.map((kind) => [kind, toPercentage(start?.[kind] ?? undefined)])),
  );
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const refused = error ? asProblem(error) : undefined;
  const said = (field: string) => refused?.errors.find((entry) => entry.field === field)?.message;

  const asked = kinds.filter((kind) => lent !== 'NO' || !kind.endsWith('Long'));
  const faultOf = (kind: (typeof kinds)[number]) => {
    const typed = percentages[kind]?.trim() ?? '';
    if (typed === '') return undefined;
    const fraction = toFraction(typed);
    if (fraction === undefined) return t('rates.fault.number');
    return Number(fraction) < standard[kind]
      ? t('rates.fault.least', { rate: percent(standard[kind], 0) })
      : undefined;
  };
  const named = symbol.trim().toUpperCase();
  const dayFine = /^\d{4}-\d{2}-\d{2}$/.test(validFrom) && validFrom >= today();
  const fine = named !== '' && dayFine && asked.every((kind) => faultOf(kind) === undefined);
  const empty = lent === 'STANDARD' && asked.every((kind) => (percentages[kind]?.trim() ?? '') === '');

  useEffect(() => form.current?.querySelector<HTMLElement>('input:not([readonly])')?.focus(), []);
  useEffect(() => {
    if (tried || error) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [tried, error]);

  const change = (): Change => ({
    symbol: named,
    validFrom,
    body: {
      riskClass,
      ...(lent === 'STANDARD' ? {} : { marginable: lent === 'YES' }),
      ...Object.fromEntries(
        asked.flatMap((kind) => {
          const fraction = toFraction(percentages[kind] ?? '');
          return fraction === undefined ? [] : [[kind, fraction]];
        }),
      ),
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (fine && !saving) onSave(change());
    else form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  };
  return (
    <form ref={form} onSubmit={submit} noValidate className="space-y-4">
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <TextField
          label={t('rates.form.symbol')}
          maxLength={32}
          autoComplete="off"
          autoCapitalize="characters"
          readOnly={props.symbol !== ''}
          value={symbol}
          error={tried && named === '' ? t('rates.fault.missing') : said('symbol')}
          onChange={(event) => setSymbol(event.target.value)}
        />
        <TextField
          type="date"
          label={t('rates.form.from')}
          hint={t('rates.form.fromHint')}
          min={today()}
          value={validFrom}
          error={tried && !dayFine ? t('rates.fault.day') : said('validFrom')}
          onChange={(event) => setValidFrom(event.target.value)}
        />
        <SelectField
          label={t('rates.form.lent')}
          value={lent}
          error={said('marginable')}
          onChange={(event) => setLent(lents.find((known) => known === event.target.value) ?? lent)}
        >
          {lents.map((known) => (
            <option key={known} value={known}>
              {t(`rates.form.lentAs.${known}`)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('rates.column.riskClass')}
          value={riskClass}
          error={said('riskClass')}
          onChange={(event) =>
            setRiskClass(classes.find((known) => known === event.target.value) ?? riskClass)
          }
        >
          {classes.map((known) => (
            <option key={known} value={known}>
              {t(`rates.riskClass.${known}`)}
            </option>
          ))}
        </SelectField>
        {asked.map((kind) => (
          <TextField
            key={kind}
            label={`${t(`rates.column.${kind}`)} (%)`}
            hint={t('rates.form.empty', { rate: percent(standard[kind], 0) })}
            inputMode="decimal"
            autoComplete="off"
            value={percentages[kind] ?? ''}
            error={faultOf(kind) ?? said(kind)}
            onChange={(event) => setPercentages({ ...percentages, [kind]: event.target.value })}
          />
        ))}
      </div>
      <Holding symbol={named} on={dayFine ? validFrom : today()} />
      {empty ? <p className="text-dense text-muted">{t('rates.form.nothing')}</p> : null}
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

/** What holds on the day as things are: what is typed will take its place. */
function Holding({ symbol, on }: { symbol: string; on: string }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(symbol);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(symbol), 400);
    return () => clearTimeout(timer);
  }, [symbol]);
  const { data } = useQuery(rateOnQuery(asked, on));
  if (!data || data.symbol !== symbol) return null;
  return (
    <p className="text-dense text-muted" role="status">
      {t('rates.form.holds', {
        symbol,
        purchase: percent(data.rates.initialLong, 0),
        keep: percent(data.rates.maintenanceLong, 0),
        whose: t(data.house ? 'rates.form.house' : 'rates.form.rule'),
      })}
    </p>
  );
}
