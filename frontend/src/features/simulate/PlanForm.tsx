import { Play } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { From } from '@/features/level/level';
import { count } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { SelectField } from '@/shared/ui/Field';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { Segmented } from '@/shared/ui/Segmented';
import { SliderField } from '@/shared/ui/SliderField';
import { allowedPaths, faults, kinds, models, type Plan, type PlanField, sliderEnd } from './model/plan';

type Props = {
  start: Plan;
  value: number;
  currency: string;
  busy: boolean;
  error: unknown;
  onAsk: (plan: Plan) => void;
};

/** How long, how much each month, towards what sum, and how a future is drawn. */
export function PlanForm({ start, value, currency, busy, error, onAsk }: Props) {
  const { t } = useTranslation();
  const [plan, setPlan] = useState(start);
  const found = faults(plan);
  const change = (next: Partial<Plan>) => setPlan((old) => ({ ...old, ...next }));
  const fault = (field: PlanField) => {
    const said = found[field];
    return said ? t(`simulate.fault.${said}`) : undefined;
  };
  const choices = allowedPaths(plan.model, Number(plan.years) || 1);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (Object.keys(found).length === 0 && !busy) onAsk(plan);
  };
  const saving = sliderEnd(Math.max(500, value / 50));
  const goal = sliderEnd(Math.max(10_000, value * 4));
  return (
    <Card title={t('simulate.question')} term={t('simulate.term')}>
      <form onSubmit={submit} className="space-y-5">
        <Segmented
          label={t('simulate.kind')}
          value={plan.kind}
          onChange={(kind) => change({ kind })}
          options={kinds.map((kind) => ({ value: kind, label: t(`simulate.kinds.${kind}`) }))}
        />
        <div className="grid gap-x-10 gap-y-5 lg:grid-cols-2">
          <SliderField
            label={t('simulate.years')}
            value={plan.years}
            min={1}
            max={40}
            step={1}
            unit={t('simulate.yearsUnit')}
            error={fault('years')}
            onChange={(years) => change({ years })}
          />
          <SliderField
            label={t('simulate.monthly')}
            hint={t('simulate.monthlyHint')}
            value={plan.monthly}
            min={0}
            max={saving}
            step={saving / 100}
            unit={currency}
            error={fault('monthly')}
            onChange={(monthly) => change({ monthly })}
          />
          <SliderField
            label={t('simulate.target')}
            value={plan.target}
            min={goal / 100}
            max={goal}
            step={goal / 100}
            unit={currency}
            error={fault('target')}
            onChange={(target) => change({ target })}
          />
          <From level="DETAILED">
            <SelectField
              label={t('simulate.model')}
              hint={t(`simulate.how.${plan.model}`)}
              value={plan.model}
              onChange={(event) =>
                change({ model: models.find((model) => model === event.target.value) ?? 'GBM' })
              }
            >
              {models.map((model) => (
                <option key={model} value={model}>
                  {t(`simulate.models.${model}`)}
                </option>
              ))}
            </SelectField>
          </From>
        </div>
        <div className="flex flex-wrap items-end gap-x-6 gap-y-4">
          <From level="DETAILED">
            <Segmented
              showLabel
              label={t('simulate.paths')}
              value={String(Math.min(plan.paths, choices.at(-1) ?? 1_000))}
              onChange={(paths) => change({ paths: Number(paths) })}
              options={choices.map((paths) => ({ value: String(paths), label: count(paths) }))}
            />
          </From>
          <Button type="submit" look="primary" busy={busy} disabled={Object.keys(found).length > 0}>
            <Play className="size-[18px]" aria-hidden="true" />
            {busy ? t('simulate.running') : t('simulate.run')}
          </Button>
        </div>
        {error ? <ProblemNotice error={error} /> : null}
      </form>
    </Card>
  );
}
