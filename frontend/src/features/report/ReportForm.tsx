import { FileText } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { FormProps } from '@/features/analysis/AnalysisPage';
import { useTranslation } from '@/shared/i18n/i18n';
import { Button } from '@/shared/ui/Button';
import { CheckField } from '@/shared/ui/CheckField';
import { TextField } from '@/shared/ui/Field';
import { draftOf, monthlyIsFine, parametersOf, sections, yearsAreFine } from './model/sections';

/** What the report is to be made of. */
export function ReportForm({ portfolio, last, busy, onAsk }: FormProps<'portfolio-report'>) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(() => draftOf(last));
  const parameters = parametersOf(draft);
  const change = (part: Partial<typeof draft>) => setDraft((old) => ({ ...old, ...part }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (parameters && !busy) onAsk(parameters);
  };
  return (
    <form onSubmit={submit} noValidate className="space-y-5">
      <fieldset className="min-w-0">
        <legend className="mb-2 text-dense font-medium">{t('report.sections')}</legend>
        <div className="grid gap-4 sm:grid-cols-2">
          {sections.map((section) => (
            <CheckField
              key={section}
              label={t(`report.section.${section}`)}
              hint={t(`report.sectionHint.${section}`)}
              checked={draft.sections.includes(section)}
              onChange={(wanted) =>
                change({
                  sections: wanted
                    ? [...draft.sections, section]
                    : draft.sections.filter((chosen) => chosen !== section),
                })
              }
            />
          ))}
        </div>
        {draft.sections.length === 0 ? (
          <p role="alert" className="mt-2 text-dense text-danger">
            {t('report.nothing')}
          </p>
        ) : null}
      </fieldset>
      {draft.sections.includes('OUTLOOK') ? (
        <div className="grid max-w-xl gap-4 sm:grid-cols-2">
          <TextField
            label={t('report.years')}
            inputMode="numeric"
            autoComplete="off"
            value={draft.years}
            error={yearsAreFine(draft.years) ? undefined : t('analysis.fault', { low: 1, high: 60 })}
            onChange={({ target }) => change({ years: target.value })}
          />
          <TextField
            label={t('report.monthly', { currency: portfolio.baseCurrency })}
            hint={t('report.monthlyHint')}
            inputMode="decimal"
            autoComplete="off"
            value={draft.monthly}
            error={monthlyIsFine(draft.monthly) ? undefined : t('report.monthlyFault')}
            onChange={({ target }) => change({ monthly: target.value })}
          />
        </div>
      ) : null}
      <CheckField
        label={t('report.leaveOut')}
        hint={t('report.leaveOutHint')}
        checked={draft.leaveOut}
        onChange={(leaveOut) => change({ leaveOut })}
      />
      <Button type="submit" look="primary" busy={busy} disabled={!parameters}>
        <FileText className="size-[18px]" aria-hidden="true" />
        {busy ? t('report.running') : t('report.run')}
      </Button>
    </form>
  );
}
