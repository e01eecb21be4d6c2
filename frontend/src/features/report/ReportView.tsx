import { useQuery } from '@tanstack/react-query';
import { Download, ExternalLink } from 'lucide-react';
import { api, unwrap } from '@/api/client';
import type { PortfolioReportResult } from '@/api/types';
import { useFigures } from '@/features/figures/FigureHelp';
import { OriginCard } from '@/features/risk/OriginCard';
import { WordsCard } from '@/features/risk/WordsCard';
import { useTranslation } from '@/shared/i18n/i18n';
import { served } from '@/shared/i18n/Served';
import { ButtonAnchor } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { Skeleton } from '@/shared/ui/Page';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { sections } from './model/sections';

type Props = { result: PortfolioReportResult };

/** A finished report: in words, as the document itself, and to keep. */
export function ReportView({ result }: Props) {
  const { t } = useTranslation();
  const { analysisId } = useFigures();
  const { provenance, sentences, assumptions, absent } = result;
  const missing = sections.filter((section) => section in absent);
  return (
    <div className="space-y-5">
      <WordsCard
        sentences={provenance.simulated ? sentences.slice(1) : sentences}
        simulated={provenance.simulated}
        note={t('result.notAdvice')}
      />
      {missing.length > 0 ? (
        <Card title={t('report.missing')}>
          <ul className="list-disc space-y-1 pl-5">
            {missing.map((section) => (
              <li key={section}>
                <span className="font-medium">{t(`report.section.${section}`)}</span>:{' '}
                {served(absent[section])}
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      {analysisId ? <Document id={analysisId} /> : null}
      <OriginCard provenance={provenance} assumptions={assumptions} />
    </div>
  );
}

/**
 * The page that stands alone, shown within this one. It may be framed by nobody, so its text is fetched and set in a frame
 * that runs no scripts and sends no forms.
 */
function Document({ id }: { id: string }) {
  const { t } = useTranslation();
  const html = useQuery({
    queryKey: ['analysis', id, 'report.html'],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/analyses/{id}/report.html', { params: { path: { id } }, parseAs: 'text', signal }),
      ),
    staleTime: Infinity,
  });
  return (
    <Card
      title={t('report.document')}
      term={t('report.documentTerm')}
      actions={
        <>
          <ButtonAnchor
            size="small"
            href={`/api/v1/analyses/${id}/report.html`}
            target="_blank"
            rel="noopener"
          >
            <ExternalLink className="size-4" aria-hidden="true" />
            {t('report.open')}
          </ButtonAnchor>
          <ButtonAnchor size="small" look="primary" href={`/api/v1/analyses/${id}/report.pdf`} download>
            <Download className="size-4" aria-hidden="true" />
            {t('report.pdf')}
          </ButtonAnchor>
        </>
      }
    >
      {html.error ? <ProblemNotice error={html.error} onRetry={() => void html.refetch()} /> : null}
      {html.isPending ? <Skeleton className="h-96 w-full" /> : null}
      {html.data ? (
        <iframe
          title={t('report.document')}
          sandbox=""
          srcDoc={html.data}
          className="h-[75vh] w-full rounded-control border border-line bg-white"
        />
      ) : null}
    </Card>
  );
}
