import { useState } from 'react';
import type { Schedule } from '@/api/types';
import { addressOf, useKindName } from '@/features/risk/kinds';
import { dayTime, weekday } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { ServedDetail } from '@/shared/i18n/Served';
import { Badge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { Link } from '@/shared/ui/Link';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { toast } from '@/shared/ui/toast';
import { useDeleteSchedule, useEnableSchedule } from './api';

type Props = { schedule: Schedule; portfolio: string | undefined };

/** One schedule: what it asks and when, how it went last, and the ways to pause and to end it. */
export function ScheduleItem({ schedule, portfolio }: Props) {
  const { t, tell } = useTranslation();
  const kindName = useKindName();
  const { name, request, cadence, dayOfWeek, time, zone, enabled, nextRunAt, pausedBecause } = schedule;
  const when =
    cadence === 'WEEKLY' && dayOfWeek
      ? t('schedules.weekly', { day: weekday(dayOfWeek), time, zone })
      : t('schedules.daily', { time, zone });
  return (
    <li className="card space-y-3 p-5">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <h2 className="text-section font-semibold break-words">{name}</h2>
          <p className="text-muted">
            {kindName(request.kind)}
            {portfolio ? ` · ${portfolio}` : ''} · {when}
          </p>
        </div>
        <Badge tone={enabled ? 'primary' : 'neutral'}>{t(enabled ? 'schedules.on' : 'schedules.off')}</Badge>
      </div>
      <dl className="figures grid gap-x-8 gap-y-1 text-dense sm:grid-cols-[auto_minmax(0,1fr)]">
        <dt className="text-muted">{t('schedules.next')}</dt>
        <dd>{enabled && nextRunAt ? dayTime(nextRunAt) : t('schedules.none')}</dd>
        <dt className="text-muted">{t('schedules.last')}</dt>
        <dd>
          <LastRun schedule={schedule} />
        </dd>
      </dl>
      {pausedBecause ? (
        <p role="note" className="rounded-control bg-warn-soft px-4 py-3 text-dense text-warn">
          {t('schedules.pausedBecause', { reason: tell(pausedBecause).text })}
        </p>
      ) : null}
      <Actions schedule={schedule} />
    </li>
  );
}

function LastRun({ schedule: { lastRun, lastProblem, request } }: { schedule: Schedule }) {
  const { t } = useTranslation();
  const failed = lastProblem && (!lastRun || lastProblem.at > lastRun.at);
  if (failed)
    return (
      <span className="text-danger">
        {dayTime(lastProblem.at)}: <ServedDetail>{lastProblem.detail || lastProblem.title}</ServedDetail>
      </span>
    );
  if (!lastRun) return <>{t('schedules.notYet')}</>;
  const to = addressOf({ id: lastRun.analysisId, kind: request.kind });
  return (
    <>
      {dayTime(lastRun.at)}
      {to ? (
        <>
          {' · '}
          <Link to={to} className="font-medium text-primary underline-offset-2 hover:underline">
            {t('schedules.show')}
          </Link>
        </>
      ) : null}
    </>
  );
}

function Actions({ schedule: { id, name, enabled } }: { schedule: Schedule }) {
  const { t } = useTranslation();
  const enable = useEnableSchedule(id);
  const remove = useDeleteSchedule(id);
  const [asking, setAsking] = useState(false);
  return (
    <div>
      <div className="flex flex-wrap items-center gap-2">
        <Button
          size="small"
          busy={enable.isPending}
          aria-label={t(enabled ? 'schedules.pauseOf' : 'schedules.resumeOf', { name })}
          onClick={() => enable.mutate(!enabled)}
        >
          {t(enabled ? 'schedules.pause' : 'schedules.resume')}
        </Button>
        {asking ? (
          <>
            <span className="text-dense">{t('schedules.deleteSure', { name })}</span>
            <Button
              size="small"
              look="danger"
              busy={remove.isPending}
              onClick={() =>
                remove.mutate(undefined, { onSuccess: () => toast(t('schedules.deleted', { name })) })
              }
            >
              {t('schedules.deleteYes')}
            </Button>
            <Button size="small" onClick={() => setAsking(false)}>
              {t('schedules.deleteNo')}
            </Button>
          </>
        ) : (
          <Button
            size="small"
            look="ghost"
            aria-label={t('schedules.deleteOf', { name })}
            onClick={() => setAsking(true)}
          >
            {t('schedules.delete')}
          </Button>
        )}
      </div>
      {(enable.error ?? remove.error) ? (
        <ProblemNotice error={enable.error ?? remove.error} className="mt-3" />
      ) : null}
    </div>
  );
}
