import { useTranslation } from '@/shared/i18n/i18n';
import type { Analysis } from '@/api/types';
import { isOpen, useAnalyses, useCancelAnalysis } from '@/features/risk/api';
import { dayTime, percent } from '@/shared/format/format';
import { Badge } from '@/shared/ui/Badge';
import { Button, ButtonLink } from '@/shared/ui/Button';
import { Empty, Page, Skeleton } from '@/shared/ui/Page';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { Progress } from '@/shared/ui/Progress';
import { JobLink } from './JobLink';
import { Table, Td, Th, Tr } from '@/shared/ui/table';

const tone = {
  QUEUED: 'neutral',
  RUNNING: 'primary',
  COMPLETED: 'gain',
  FAILED: 'danger',
  CANCELLED: 'neutral',
} as const;

/** Every calculation: how far it is, and what became of it. */
export default function JobsPage() {
  const { t } = useTranslation();
  const analyses = useAnalyses();
  return (
    <Page
      title={t('jobs.title')}
      lead={t('jobs.lead')}
      actions={<ButtonLink to="/schedules">{t('jobs.schedules')}</ButtonLink>}
    >
      {analyses.error ? (
        <ProblemNotice error={analyses.error} onRetry={() => void analyses.refetch()} />
      ) : null}
      {analyses.isPending ? <Skeleton className="h-64 w-full" /> : null}
      {analyses.data?.length === 0 ? (
        <div className="card">
          <Empty
            title={t('jobs.emptyTitle')}
            action={
              <ButtonLink look="primary" to="/risk">
                {t('risk.run')}
              </ButtonLink>
            }
          >
            {t('jobs.empty')}
          </Empty>
        </div>
      ) : null}
      {analyses.data && analyses.data.length > 0 ? (
        <div className="card py-1">
          <Table label={t('jobs.title')}>
            <thead>
              <tr>
                <Th>{t('jobs.what')}</Th>
                <Th>{t('jobs.stateTitle')}</Th>
                <Th className="max-sm:hidden">{t('jobs.asked')}</Th>
                <Th right>
                  <span className="sr-only">{t('jobs.actions')}</span>
                </Th>
              </tr>
            </thead>
            <tbody>
              {analyses.data.map((job) => (
                <Job key={job.id} job={job} />
              ))}
            </tbody>
          </Table>
        </div>
      ) : null}
    </Page>
  );
}

function Job({ job }: { job: Analysis }) {
  const { t } = useTranslation();
  const cancel = useCancelAnalysis();
  return (
    <Tr>
      <Td>
        <JobLink job={job} />
      </Td>
      <Td className="min-w-40">
        <div className="flex items-center gap-3">
          <Badge tone={tone[job.state]}>{t(`jobs.state.${job.state}`)}</Badge>
          {job.state === 'RUNNING' ? (
            <>
              <Progress label={t('jobs.progress')} percent={job.percent ?? 0} className="w-24" />
              <span className="figures text-muted">{percent((job.percent ?? 0) / 100, 0)}</span>
            </>
          ) : null}
        </div>
      </Td>
      <Td className="figures text-muted max-sm:hidden">{dayTime(job.requestedAt)}</Td>
      <Td right>
        {isOpen(job) ? (
          <Button size="small" busy={cancel.isPending} onClick={() => cancel.mutate(job.id)}>
            {cancel.isPending ? t('risk.cancelling') : t('risk.cancel')}
          </Button>
        ) : null}
      </Td>
    </Tr>
  );
}
