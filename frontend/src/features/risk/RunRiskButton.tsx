import { Activity } from 'lucide-react';
import { useTranslation } from '@/shared/i18n/i18n';
import { useNavigate } from 'react-router';
import { Button } from '@/shared/ui/Button';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { useRunAnalysis } from './api';

/** Asks for a risk check and goes to where its progress is shown. A refusal is told in place. */
export function RunRiskButton({
  portfolioId,
  again = false,
  size,
}: {
  portfolioId: string;
  again?: boolean;
  size?: 'large';
}) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const run = useRunAnalysis();
  return (
    <div className="min-w-0">
      <Button
        look="primary"
        size={size}
        busy={run.isPending}
        onClick={() =>
          run.mutate({ kind: 'risk', portfolioId }, { onSuccess: ({ id }) => void navigate(`/risk/${id}`) })
        }
      >
        <Activity className="size-[18px]" aria-hidden="true" />
        {run.isPending ? t('risk.asking') : again ? t('risk.runAgain') : t('risk.run')}
      </Button>
      {run.error ? <ProblemNotice error={run.error} className="mt-3 max-w-md" /> : null}
    </div>
  );
}
