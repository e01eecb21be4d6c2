import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { HouseRate, HouseRateRequest, MarginRates, RiskClass } from '@/api/types';
import { percent } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { SelectField, TextField } from '@/shared/ui/Field';
import { rateOnQuery } from './api';
import { DatedForm, type Setting, useDated } from './DatedForm';
import { today } from './model/book';
import { toFraction, toPercentage } from './model/percentages';
import { kinds } from './StandardCard';

type Change = { symbol: string; validFrom: string; body: HouseRateRequest };
type Props = Setting<Change> & {
  symbol: string;
  /** what holds today, to begin with */
  start: HouseRate | undefined;
  standard: MarginRates;
};

const lents = ['STANDARD', 'YES', 'NO'] as const;
const classes = ['EQUITY', 'BROAD_INDEX', 'LARGE_CAP_INDEX'] as const;
const lentOf = (marginable: boolean | null | undefined) =>
  marginable === undefined || marginable === null ? 'STANDARD' : marginable ? 'YES' : 'NO';

/** What is asked for an instrument from a day on, in percent. */
export function RateForm({ symbol: given, start, standard, ...setting }: Props) {
  const { t } = useTranslation();
  const [symbol, setSymbol] = useState(given);
  const [lent, setLent] = useState<(typeof lents)[number]>(lentOf(start?.marginable));
  const [riskClass, setRiskClass] = useState<RiskClass>(start?.riskClass ?? 'EQUITY');
  const [percentages, setPercentages] = useState(() =>
    Object.fromEntries(kinds.map((kind) => [kind, toPercentage(start?.[kind] ?? undefined)])),
  );
  const dated = useDated(setting.error);
  const { validFrom, dayFine, tried, said } = dated;

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
  const fine = named !== '' && asked.every((kind) => faultOf(kind) === undefined);
  const empty = lent === 'STANDARD' && asked.every((kind) => (percentages[kind]?.trim() ?? '') === '');

  const change: Change = {
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
  };
  return (
    <DatedForm
      {...setting}
      dated={dated}
      change={fine ? change : undefined}
      columns="lg:grid-cols-4"
      first={
        <TextField
          label={t('rates.form.symbol')}
          maxLength={32}
          autoComplete="off"
          autoCapitalize="characters"
          readOnly={given !== ''}
          value={symbol}
          error={tried && named === '' ? t('rates.fault.missing') : said('symbol')}
          onChange={(event) => setSymbol(event.target.value)}
        />
      }
      notes={
        <>
          <Holding symbol={named} on={dayFine ? validFrom : today()} />
          {empty ? <p className="text-dense text-muted">{t('rates.form.nothing')}</p> : null}
        </>
      }
    >
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
        onChange={(event) => setRiskClass(classes.find((known) => known === event.target.value) ?? riskClass)}
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
    </DatedForm>
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
