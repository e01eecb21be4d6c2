import { type FormEvent, useState } from 'react';
import type { FormProps } from '@/features/analysis/AnalysisPage';
import { useReaches } from '@/features/level/level';
import { useTranslation } from '@/shared/i18n/i18n';
import { Button } from '@/shared/ui/Button';
import { cx } from '@/shared/ui/cx';
import { TextField } from '@/shared/ui/Field';
import { fieldsOf, isFine, objectives, parametersOf, plain, ranges, wishOf } from './model/objective';

/** What should be better, in plain words with the term behind it, and the limits that objective takes. */
export function ObjectiveForm({ last, busy, onAsk }: FormProps<'optimization'>) {
  const { t } = useTranslation();
  const [wish, setWish] = useState(() => wishOf(last));
  const detailed = useReaches('DETAILED');
  const parameters = parametersOf(wish);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (parameters && !busy) onAsk(parameters);
  };
  return (
    <form onSubmit={submit} noValidate className="space-y-4">
      <fieldset>
        <legend className="mb-1.5 text-dense font-medium">{t('optimize.objective')}</legend>
        <div className="grid gap-2 md:grid-cols-2">
          {objectives
            .filter((objective) => detailed || plain.includes(objective) || objective === wish.objective)
            .map((objective) => (
              <label
                key={objective}
                className={cx(
                  'grid cursor-pointer grid-cols-[auto_minmax(0,1fr)] items-start gap-x-3 rounded-control border px-3 py-2.5 has-focus-visible:outline-2 has-focus-visible:outline-primary',
                  objective === wish.objective ? 'border-primary bg-primary-soft/50' : 'border-line',
                )}
              >
                <input
                  type="radio"
                  name="objective"
                  className="row-span-2 mt-1 accent-primary"
                  checked={objective === wish.objective}
                  onChange={() => setWish((old) => ({ ...old, objective }))}
                />
                <span className="font-medium">{t(`optimize.goal.${objective}`)}</span>
                <span className="text-caption text-muted">{t(`optimize.name.${objective}`)}</span>
              </label>
            ))}
        </div>
      </fieldset>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {fieldsOf(wish.objective).map((field) => (
          <TextField
            key={field}
            label={t(`optimize.${field}`)}
            hint={t(`optimize.${field}Hint`)}
            inputMode="decimal"
            autoComplete="off"
            value={wish[field]}
            error={
              isFine(field, wish[field])
                ? undefined
                : t('analysis.fault', { low: ranges[field][0], high: ranges[field][1] })
            }
            onChange={(event) => setWish((old) => ({ ...old, [field]: event.target.value }))}
          />
        ))}
      </div>
      <Button type="submit" look="primary" busy={busy} disabled={!parameters}>
        {busy ? t('optimize.running') : t('optimize.run')}
      </Button>
    </form>
  );
}
