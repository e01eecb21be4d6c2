import { Download } from 'lucide-react';
import type { RiskResult } from '@/api/types';
import { From } from '@/features/level/level';
import { useFigures } from '@/features/figures/FigureHelp';
import { day, dayTime } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { Served } from '@/shared/i18n/Served';
import { ButtonAnchor } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';

type Props = Pick<RiskResult, 'provenance' | 'assumptions'>;

/** What a result assumes, all that is needed to compute it again, and the result as a report to keep. */
export function OriginCard({ provenance: it, assumptions }: Props) {
  const { t } = useTranslation();
  const { analysisId } = useFigures();
  const rows: [string, string][] = [
    [
      t('origin.window'),
      t('origin.windowText', { from: day(it.from), to: day(it.to), count: it.observations }),
    ],
    [t('origin.provider'), it.provider],
    [t('origin.engine'), `${it.engineVersion} (${it.kernel})`],
    [t('origin.seed'), String(it.seed)],
    [t('origin.hash'), it.resultHash],
    [t('origin.created'), dayTime(it.createdAt)],
  ];
  return (
    <Card
      title={t('origin.title')}
      term={t('origin.term')}
      actions={
        analysisId ? (
          <ButtonAnchor size="small" href={`/api/v1/analyses/${analysisId}/report.pdf`} download>
            <Download className="size-4" aria-hidden="true" />
            {t('origin.report')}
          </ButtonAnchor>
        ) : null
      }
    >
      <div className="grid gap-x-10 gap-y-5 lg:grid-cols-2">
        <ul className="list-disc space-y-1.5 pl-5 text-body">
          {assumptions.map((assumption) => (
            <li key={assumption}>
              <Served>{assumption}</Served>
            </li>
          ))}
        </ul>
        <From level="DETAILED">
          <dl className="grid grid-cols-[auto_minmax(0,1fr)] content-start gap-x-6 gap-y-1.5 text-dense">
            {rows.map(([term, text]) => (
              <div key={term} className="contents">
                <dt className="text-muted">{term}</dt>
                <dd className="figures break-all">{text}</dd>
              </div>
            ))}
          </dl>
        </From>
      </div>
    </Card>
  );
}
