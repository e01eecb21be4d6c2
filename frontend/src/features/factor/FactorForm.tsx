import { type FormEvent, useState } from 'react';
import type { FormProps } from '@/features/analysis/AnalysisPage';
import { From } from '@/features/level/level';
import { useTranslation } from '@/shared/i18n/i18n';
import { Button } from '@/shared/ui/Button';
import { SelectField, TextField } from '@/shared/ui/Field';

const units = ['DECIMAL', 'PERCENT', 'PRICE'] as const;

/** A file of factors and how its numbers are meant; without one, what the holdings have in common. */
export function FactorForm({ last, busy, onAsk }: FormProps<'factor'>) {
  const { t } = useTranslation();
  const [csv, setCsv] = useState(last?.csv);
  const [unit, setUnit] = useState<(typeof units)[number]>(last?.unit ?? 'DECIMAL');
  const [riskFree, setRiskFree] = useState(last?.riskFreeColumn ?? '');
  const [components, setComponents] = useState(String(last?.components ?? 3));
  const fine = csv !== undefined || (/^\d+$/.test(components) && +components >= 1 && +components <= 20);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!fine || busy) return;
    const riskFreeColumn = riskFree.trim();
    onAsk(
      csv === undefined
        ? { components: Number(components) }
        : { csv, unit, ...(riskFreeColumn === '' ? {} : { riskFreeColumn }) },
    );
  };
  return (
    <form onSubmit={submit} noValidate className="space-y-4">
      <div className="grid gap-4 sm:grid-cols-3">
        <TextField
          type="file"
          accept=".csv,text/csv"
          label={t('factor.file')}
          hint={t('factor.fileHint')}
          onChange={(event) => void event.target.files?.[0]?.text().then(setCsv)}
        />
        {csv === undefined ? (
          <From level="DETAILED">
            <TextField
              label={t('factor.components')}
              inputMode="numeric"
              autoComplete="off"
              value={components}
              error={fine ? undefined : t('analysis.fault', { low: 1, high: 20 })}
              onChange={(event) => setComponents(event.target.value)}
            />
          </From>
        ) : (
          <>
            <SelectField
              label={t('factor.unit')}
              value={unit}
              onChange={(event) => setUnit(units.find((known) => known === event.target.value) ?? unit)}
            >
              {units.map((known) => (
                <option key={known} value={known}>
                  {t(`factor.units.${known}`)}
                </option>
              ))}
            </SelectField>
            <TextField
              label={t('factor.riskFree')}
              hint={t('factor.riskFreeHint')}
              maxLength={64}
              autoComplete="off"
              value={riskFree}
              onChange={(event) => setRiskFree(event.target.value)}
            />
          </>
        )}
      </div>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" busy={busy} disabled={!fine}>
          {busy ? t('factor.running') : t('factor.run')}
        </Button>
        {csv === undefined ? null : <Button onClick={() => setCsv(undefined)}>{t('factor.without')}</Button>}
      </div>
    </form>
  );
}
