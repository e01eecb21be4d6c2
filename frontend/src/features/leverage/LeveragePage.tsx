import type { LeverageResult } from '@/api/types';
import { AnalysisPage } from '@/features/analysis/AnalysisPage';
import { useTranslation } from '@/shared/i18n/i18n';
import { LeverageForm } from './LeverageForm';
import { LeverageView } from './LeverageView';

/** What borrowing to invest more would mean, before one does. */
export default function LeveragePage() {
  const { t } = useTranslation();
  return (
    <AnalysisPage<'leverage', LeverageResult>
      kind="leverage"
      path="/leverage"
      title={t('leverage.title')}
      question={t('leverage.question')}
      term={t('leverage.term')}
      empty={t('leverage.empty')}
      form={(props) => <LeverageForm {...props} />}
      view={(result) => <LeverageView result={result} />}
    />
  );
}
