import { useState } from 'react';
import type { MarginTerms, MarginTermsRequest } from '@/api/types';
import { useTranslation } from '@/shared/i18n/i18n';
import { SelectField, TextField } from '@/shared/ui/Field';
import { DatedForm, type Setting, useDated } from './DatedForm';
import { toFraction, toPercentage } from './model/percentages';

type Change = { validFrom: string; body: MarginTermsRequest };
type Props = Setting<Change> & { start: MarginTerms };

const shares = ['concentratedFrom', 'concentrationAddOn', 'interestRate'] as const;
const regimes = ['INTRADAY_DEFICIT', 'PATTERN_DAY_TRADER'] as const;
const dayCounts = ['360', '365'] as const;

/** Terms of every account, in percent. */
export function TermsForm({ start, ...setting }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(() => ({
    concentratedFrom: toPercentage(start.concentratedFrom),
    concentrationAddOn: toPercentage(start.concentrationAddOn),
    interestRate: toPercentage(start.interestRate),
  }));
  const [dayCount, setDayCount] = useState<(typeof dayCounts)[number]>(
    start.dayCount === 365 ? '365' : '360',
  );
  const [regime, setRegime] = useState(start.intradayRegime);
  const dated = useDated(setting.error);
  const { validFrom, said } = dated;
  const fraction = (name: (typeof shares)[number]) => toFraction(typed[name]);
  const fine = shares.every((name) => fraction(name) !== undefined);
  const change: Change = {
    validFrom,
    body: {
      concentratedFrom: fraction('concentratedFrom') ?? '',
      concentrationAddOn: fraction('concentrationAddOn') ?? '',
      interestRate: fraction('interestRate') ?? '',
      dayCount,
      intradayRegime: regime,
    },
  };
  return (
    <DatedForm
      {...setting}
      dated={dated}
      change={fine ? change : undefined}
      label={t('rates.terms.formTitle')}
      className="border-t border-line pt-4"
      columns="lg:grid-cols-3"
    >
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
        onChange={(event) => setDayCount(dayCounts.find((known) => known === event.target.value) ?? dayCount)}
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
    </DatedForm>
  );
}
