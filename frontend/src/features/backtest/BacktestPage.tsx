import type { BacktestResult } from '@/api/types';
import { AnalysisPage } from '@/features/analysis/AnalysisPage';
import { useTranslation } from '@/shared/i18n/i18n';
import { BacktestView } from './BacktestView';
import { StrategyForm } from './StrategyForm';

/** A rule on the past of what is held, after costs. */
export default function BacktestPage() {
  const { t } = useTranslation();
  return (
    <AnalysisPage<'backtest', BacktestResult>
      kind="backtest"
      path="/backtest"
      title={t('past.title')}
      question={t('past.question')}
      term={t('past.term')}
      empty={t('past.empty')}
      form={(props) => <StrategyForm {...props} />}
      view={(result) => <BacktestView result={result} />}
    />
  );
}
