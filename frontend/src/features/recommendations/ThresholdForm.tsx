import { type FormEvent, useState } from 'react';
import type { Recommendation, RuleId } from '@/api/types';
import { useTranslation } from '@/shared/i18n/i18n';
import { Button } from '@/shared/ui/Button';
import { TextField } from '@/shared/ui/Field';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { useSetThreshold } from './api';
import { measured, thresholdOf, thresholdText } from './model/measure';

type Props = { rule: RuleId; unit: Recommendation['unit']; threshold: number; byDefault?: number };

/** From where a rule speaks, to be moved to where one wants to hear of it. */
export function ThresholdForm({ rule, unit, threshold, byDefault }: Props) {
  const { t } = useTranslation();
  const set = useSetThreshold();
  const [text, setText] = useState<string>();
  if (text === undefined)
    return (
      <Button
        size="small"
        look="ghost"
        aria-label={t('recommendations.editOf', { rule: t(`rule.${rule}`) })}
        onClick={() => setText(thresholdText(threshold, unit))}
      >
        {t('recommendations.edit')}
      </Button>
    );
  const value = thresholdOf(text, unit);
  const done = { onSuccess: () => setText(undefined) };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (value !== undefined) set.mutate({ rule, threshold: value }, done);
  };
  return (
    <form onSubmit={submit} className="flex flex-wrap items-start gap-2">
      <TextField
        label={t(`recommendations.from.${unit}`)}
        hint={t('recommendations.everywhere')}
        error={value === undefined ? t('target.notNumber') : undefined}
        inputMode="decimal"
        className="w-64"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <span className="flex gap-2 pt-6">
        <Button type="submit" look="primary" disabled={value === undefined} busy={set.isPending}>
          {t('recommendations.save')}
        </Button>
        {byDefault === undefined ? null : (
          <Button busy={set.isPending} onClick={() => set.mutate({ rule, threshold: undefined }, done)}>
            {t('recommendations.default', { value: measured(byDefault, unit) })}
          </Button>
        )}
        <Button look="ghost" onClick={() => setText(undefined)}>
          {t('recommendations.keep')}
        </Button>
      </span>
      {set.error ? <ProblemNotice error={set.error} className="w-full" /> : null}
    </form>
  );
}
