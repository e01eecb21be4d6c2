import { useQuery } from '@tanstack/react-query';
import { isOpen, useAnalysis } from '@/features/risk/api';
import { reasonOf } from '@/features/risk/model/progress';
import { useTranslation } from '@/shared/i18n/i18n';
import { Served, served } from '@/shared/i18n/Served';
import { Button } from '@/shared/ui/Button';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { recomputationQuery, useRecompute } from './api';

/** Computes the whole result once more, and says whether it is the same to the last digit, or what differs. */
export function Recompute({ analysisId }: { analysisId: string }) {
  const { t } = useTranslation();
  const ask = useRecompute(analysisId);
  const again = useAnalysis(ask.data?.id);
  const state = again.data?.state;
  const outcome = useQuery({ ...recomputationQuery(ask.data?.id ?? ''), enabled: state === 'COMPLETED' });
  const busy = ask.isPending || isOpen(again.data) || outcome.isFetching;
  const problem = ask.error ?? again.error ?? outcome.error;
  return (
    <div>
      <Button size="small" busy={busy} onClick={() => ask.mutate()}>
        {busy ? t('figures.computing') : t('figures.again')}
      </Button>
      <div role="status" className="mt-2">
        {outcome.data?.sameResult === true ? (
          <p className="font-medium text-fg">{t('figures.same')}</p>
        ) : outcome.data ? (
          <>
            <p className="font-medium text-warn">{t('figures.other')}</p>
            <ul className="list-disc space-y-1 pl-4">
              {outcome.data.differences.map(({ field, explanation }) => (
                <li key={field}>
                  <Served>{explanation}</Served>
                </li>
              ))}
            </ul>
          </>
        ) : state === 'FAILED' || state === 'CANCELLED' ? (
          <p>{served(reasonOf(again.data?.problem)) ?? t('figures.failed')}</p>
        ) : null}
      </div>
      {problem ? <ProblemNotice error={problem} className="mt-2" /> : null}
    </div>
  );
}
