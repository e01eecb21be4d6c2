import type { OptimizationResult } from '@/api/types';
import { AnalysisPage } from '@/features/analysis/AnalysisPage';
import { useTranslation } from '@/shared/i18n/i18n';
import { ObjectiveForm } from './ObjectiveForm';
import { OptimizationView } from './OptimizationView';

/** Better mixes of what is held: what should be better is chosen in plain words. */
export default function OptimizePage() {
  const { t } = useTranslation();
  return (
    <AnalysisPage<'optimization', OptimizationResult>
      kind="optimization"
      path="/optimize"
      title={t('optimize.title')}
      question={t('optimize.question')}
      term={t('optimize.term')}
      empty={t('optimize.empty')}
      form={(props) => <ObjectiveForm {...props} />}
      view={(result) => <OptimizationView key={result.provenance.resultHash} result={result} />}
    />
  );
}
