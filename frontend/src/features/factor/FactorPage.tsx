import type { FactorResult } from '@/api/types';
import { AnalysisPage } from '@/features/analysis/AnalysisPage';
import { useTranslation } from '@/shared/i18n/i18n';
import { FactorForm } from './FactorForm';
import { FactorView } from './FactorView';

/** What moves the value: factors of one's own, or what the holdings have in common. */
export default function FactorPage() {
  const { t } = useTranslation();
  return (
    <AnalysisPage<'factor', FactorResult>
      kind="factor"
      path="/factor"
      title={t('factor.title')}
      question={t('factor.question')}
      term={t('factor.term')}
      empty={t('factor.empty')}
      form={(props) => <FactorForm {...props} />}
      view={(result) => <FactorView result={result} />}
    />
  );
}
