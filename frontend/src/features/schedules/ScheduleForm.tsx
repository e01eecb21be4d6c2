import { type FormEvent, useState } from 'react';
import type { Portfolio } from '@/api/types';
import { useKindName } from '@/features/risk/kinds';
import { weekday } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { SelectField, TextField } from '@/shared/ui/Field';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { Segmented } from '@/shared/ui/Segmented';
import { toast } from '@/shared/ui/toast';
import { useCreateSchedule } from './api';
import { cadences, firstDraft, isTime, kinds, requestFor, weekdays } from './model/timetable';

/** Which question is asked of the portfolio by itself, and when, on the clocks of where one is. */
export function ScheduleForm({ portfolio }: { portfolio: Portfolio }) {
  const { t } = useTranslation();
  const kindName = useKindName();
  const create = useCreateSchedule();
  const [draft, setDraft] = useState(firstDraft);
  const change = (part: Partial<typeof draft>) => setDraft((old) => ({ ...old, ...part }));
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const offered = t('schedules.offered', { what: kindName(draft.kind), portfolio: portfolio.name });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isTime(draft.time) || create.isPending) return;
    create.mutate(requestFor(draft, portfolio.id, zone, offered), {
      onSuccess: ({ name }) => {
        toast(t('schedules.created', { name }));
        change({ name: '' });
      },
    });
  };
  return (
    <Card title={t('schedules.new')} term={t('schedules.newTerm')}>
      <form onSubmit={submit} noValidate className="space-y-4">
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField
            label={t('schedules.what')}
            value={draft.kind}
            onChange={({ target }) =>
              change({ kind: kinds.find((kind) => kind === target.value) ?? draft.kind })
            }
          >
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {kindName(kind)}
              </option>
            ))}
          </SelectField>
          <TextField
            label={t('schedules.name')}
            value={draft.name}
            placeholder={offered}
            maxLength={120}
            autoComplete="off"
            onChange={({ target }) => change({ name: target.value })}
          />
        </div>
        <div className="flex flex-wrap items-end gap-4">
          <Segmented
            showLabel
            label={t('schedules.howOften')}
            value={draft.cadence}
            onChange={(cadence) => change({ cadence })}
            options={cadences.map((value) => ({ value, label: t(`schedules.cadence.${value}`) }))}
          />
          {draft.cadence === 'WEEKLY' ? (
            <SelectField
              className="w-44"
              label={t('schedules.day')}
              value={draft.dayOfWeek}
              onChange={({ target }) =>
                change({ dayOfWeek: weekdays.find((day) => day === target.value) ?? draft.dayOfWeek })
              }
            >
              {weekdays.map((day) => (
                <option key={day} value={day}>
                  {weekday(day)}
                </option>
              ))}
            </SelectField>
          ) : null}
          <TextField
            className="w-36"
            type="time"
            label={t('schedules.time')}
            value={draft.time}
            error={isTime(draft.time) ? undefined : t('schedules.timeFault')}
            onChange={({ target }) => change({ time: target.value })}
          />
          <Button type="submit" look="primary" busy={create.isPending} disabled={!isTime(draft.time)}>
            {t('schedules.create')}
          </Button>
        </div>
        <p className="text-dense text-muted">{t('schedules.zone', { zone })}</p>
      </form>
      {create.error ? <ProblemNotice error={create.error} className="mt-4" /> : null}
    </Card>
  );
}
