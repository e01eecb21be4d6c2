import type { PortfolioReportResult } from '@/api/types';
import { AnalysisPage } from '@/features/analysis/AnalysisPage';
import { useTranslation } from '@/shared/i18n/i18n';
import { ReportForm } from './ReportForm';
import { ReportView } from './ReportView';

/** Everything of a portfolio on a few pages: to read, to print, to keep. */
export default function ReportPage() {
  const { t } = useTranslation();
  return (
    <AnalysisPage<'portfolio-report', PortfolioReportResult>
      kind="portfolio-report"
      path="/reports"
      title={t('report.title')}
      question={t('report.question')}
      term={t('report.term')}
      empty={t('report.empty')}
      comparable={false}
      form={(props) => <ReportForm {...props} />}
      view={(result) => <ReportView result={result} />}
    />
  );
}
