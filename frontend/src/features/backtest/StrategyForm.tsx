import { type FormEvent, useState } from 'react';
import type { FormProps } from '@/features/analysis/AnalysisPage';
import { useTranslation } from '@/shared/i18n/i18n';
import { Button } from '@/shared/ui/Button';
import { SelectField, TextField } from '@/shared/ui/Field';
import { Segmented } from '@/shared/ui/Segmented';
import {
  faults,
  numbersOf,
  parametersOf,
  ranges,
  rebalancings,
  strategies,
  type StrategyField,
  strategyOf,
} from './model/strategy';

/** Which rule is tried on the past, what a trade costs, and what it is set beside. */
export function StrategyForm({ last, busy, onAsk }: FormProps<'backtest'>) {
  const { t } = useTranslation();
  const [rule, setRule] = useState(() => strategyOf(last));
  const found = faults(rule);
  const fine = Object.keys(found).length === 0;
  const fault = (field: StrategyField) => {
    if (!found[field]) return undefined;
    return found[field] === 'order'
      ? t('past.order')
      : t('analysis.fault', { low: ranges[field][0], high: ranges[field][1] });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (fine && !busy) onAsk(parametersOf(rule));
  };
  return (
    <form onSubmit={submit} noValidate className="space-y-4">
      <Segmented
        showLabel
        label={t('past.rule')}
        value={rule.strategy}
        onChange={(strategy) => setRule((old) => ({ ...old, strategy }))}
        options={strategies.map((value) => ({ value, label: t(`past.strategy.${value}`) }))}
      />
      <p className="text-muted">{t(`past.how.${rule.strategy}`)}</p>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        {rule.strategy === 'ALLOCATION' ? (
          <SelectField
            label={t('past.rebalancing')}
            value={rule.rebalancing}
            onChange={(event) =>
              setRule((old) => ({
                ...old,
                rebalancing: rebalancings.find((known) => known === event.target.value) ?? 'NONE',
              }))
            }
          >
            {rebalancings.map((known) => (
              <option key={known} value={known}>
                {t(`past.variant.${known}`)}
              </option>
            ))}
          </SelectField>
        ) : null}
        {numbersOf(rule.strategy).map((field) => (
          <TextField
            key={field}
            label={t(`past.${field}`)}
            inputMode="decimal"
            autoComplete="off"
            value={rule[field]}
            error={fault(field)}
            onChange={(event) => setRule((old) => ({ ...old, [field]: event.target.value }))}
          />
        ))}
        <TextField
          label={t('past.benchmark')}
          hint={t('past.benchmarkHint')}
          maxLength={64}
          autoComplete="off"
          value={rule.benchmark}
          onChange={(event) => setRule((old) => ({ ...old, benchmark: event.target.value }))}
        />
      </div>
      <Button type="submit" look="primary" busy={busy} disabled={!fine}>
        {busy ? t('past.running') : t('past.run')}
      </Button>
    </form>
  );
}
