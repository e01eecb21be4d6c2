import { useTranslation } from '@/shared/i18n/i18n';
import type { Analysis } from '@/api/types';
import { count, eta } from '@/shared/format/format';
import { Button } from '@/shared/ui/Button';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { Progress } from '@/shared/ui/Progress';
import { useCancelAnalysis } from './api';
import { useKindName } from './kinds';
import { announced } from './model/progress';

/** How far a check is, when it should be done, and the way to stop it. */
export function RunningCard({ analysis }: { analysis: Analysis }) {
  const { t } = useTranslation();
  const cancel = useCancelAnalysis();
  const kindName = useKindName();
  const queued = analysis.state === 'QUEUED';
  const { percent } = analysis;
  const left = analysis.etaSeconds && percent >= 3 ? eta(analysis.etaSeconds) : undefined;
  const stopping = analysis.cancelRequested || cancel.isPending || cancel.isSuccess;
  return (
    <section aria-labelledby="running" className="card p-5 sm:p-6">
      <div className="flex flex-wrap items-start justify-between gap-4">
        <div className="min-w-0">
          <h2 id="running" className="text-section font-semibold">
            {stopping ? t('risk.cancelling') : queued ? t('risk.queued') : kindName(analysis.kind)}
          </h2>
          <p className="text-muted">
            {queued && analysis.queuePosition
              ? t('risk.position', { position: count(analysis.queuePosition) })
              : t('risk.leave')}
          </p>
        </div>
        <Button busy={stopping} onClick={() => cancel.mutate(analysis.id)}>
          {stopping ? t('risk.cancelling') : t('risk.cancel')}
        </Button>
      </div>
      <Progress label={t('jobs.progress')} percent={queued ? undefined : percent} className="mt-5" />
      <p className="figures mt-2 flex justify-between text-dense text-muted">
        <span>{queued ? t('jobs.state.QUEUED') : t('risk.percent', { percent: count(percent) })}</span>
        <span>{left ? t(`risk.left.${left.unit}`, { count: left.value }) : ''}</span>
      </p>
      <p aria-live="polite" className="sr-only">
        {queued ? t('risk.queued') : t('risk.percent', { percent: announced(percent) })}
      </p>
      {cancel.error ? <ProblemNotice error={cancel.error} className="mt-4" /> : null}
    </section>
  );
}
