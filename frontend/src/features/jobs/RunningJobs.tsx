import { useTranslation } from '@/shared/i18n/i18n';
import { isOpen, useAnalyses } from '@/features/risk/api';
import { JobLink } from './JobLink';
import { Progress } from '@/shared/ui/Progress';

/** The calculations that are going on, on the page one starts from. */
export function RunningJobs() {
  const { t } = useTranslation();
  const running = useAnalyses().data?.filter(isOpen) ?? [];
  if (running.length === 0) return null;
  return (
    <ul className="space-y-2" aria-label={t('jobs.running')}>
      {running.slice(0, 3).map((job) => (
        <li key={job.id} className="card flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 text-dense">
          <JobLink job={job} />
          <Progress
            label={t('jobs.progress')}
            percent={job.state === 'RUNNING' ? (job.percent ?? 0) : undefined}
            className="min-w-32 flex-1"
          />
          <span className="figures text-muted">{t(`jobs.state.${job.state}`)}</span>
        </li>
      ))}
    </ul>
  );
}
