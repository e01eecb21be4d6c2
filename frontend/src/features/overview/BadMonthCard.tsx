import { useQuery } from '@tanstack/react-query';
import { ArrowRight } from 'lucide-react';
import { useTranslation } from '@/shared/i18n/i18n';
import { served } from '@/shared/i18n/Served';
import type { RiskResult } from '@/api/types';
import { FiguresOf } from '@/features/figures/FigureHelp';
import { isOpen, resultQuery, useAnalyses } from '@/features/risk/api';
import { Meaning } from '@/features/risk/Meaning';
import { currencyOf, headline, words } from '@/features/risk/model/result';
import { day, percent, roundMoney } from '@/shared/format/format';
import { TailCurve } from '@/shared/charts/TailCurve';
import { Card } from '@/shared/ui/Card';
import { Link } from '@/shared/ui/Link';
import { Skeleton } from '@/shared/ui/Page';
import { Unhurried } from '@/shared/rendering/Unhurried';

/** The one figure of the newest risk check, or what it would tell. */
export function BadMonthCard({ portfolioId }: { portfolioId: string }) {
  const { t } = useTranslation();
  const analyses = useAnalyses({ kind: 'risk', portfolioId });
  const newest = analyses.data?.find((analysis) => analysis.state === 'COMPLETED');
  const result = useQuery({ ...resultQuery<RiskResult>(newest?.id ?? ''), enabled: newest !== undefined });
  const figure = result.data && headline(result.data);

  if (analyses.isPending || (newest && result.isPending)) return <ToCome />;
  if (!newest || !result.data || !figure) {
    const running = analyses.data?.some(isOpen);
    return (
      <Card title={t('badMonth.title')} term={t('badMonth.term')}>
        <svg viewBox="0 0 480 130" className="mb-4 block w-full" aria-hidden="true">
          <TailCurve height={128} />
        </svg>
        <p className="text-muted">{running ? t('badMonth.running') : t('badMonth.none')}</p>
        <ul className="mt-4 space-y-3 text-dense">
          {(['loss', 'deep', 'source'] as const).map((key) => (
            <li key={key} className="flex gap-3">
              <span aria-hidden="true" className="mt-[7px] size-1.5 shrink-0 rounded-full bg-primary" />
              {t(`badMonth.${key}`)}
            </li>
          ))}
        </ul>
      </Card>
    );
  }
  return (
    <Unhurried instead={<ToCome />}>
      <Told analysisId={newest.id} result={result.data} figure={figure} />
    </Unhurried>
  );
}

const ToCome = () => <Skeleton className="h-full min-h-[376px] w-full lg:min-h-[402px]" />;

type ToldProps = { analysisId: string; result: RiskResult; figure: NonNullable<ReturnType<typeof headline>> };

function Told({ analysisId, result, figure }: ToldProps) {
  const { t } = useTranslation();
  const currency = currencyOf(result);
  return (
    <Card
      title={t('badMonth.title')}
      term={t('badMonth.term')}
      actions={
        <FiguresOf analysisId={analysisId} currency={currency}>
          <Meaning figure={figure} result={result} />
        </FiguresOf>
      }
      className="justify-between"
    >
      <p className="figures text-figure font-semibold tracking-[-0.02em] text-loss">
        {currency ? roundMoney(-figure.amount, currency) : percent(-figure.fraction, 1)}
      </p>
      <p className="figures text-body text-muted">
        {t('badMonth.share', { share: percent(figure.fraction, 1) })}
      </p>
      <p className="mt-4">{served(words(result)[0])}</p>
      <p className="mt-4 text-caption text-muted">
        {t('badMonth.from', { when: day(result.provenance.createdAt) })}
      </p>
      <Link
        to={`/risk/${analysisId}`}
        className="mt-3 -ml-2 inline-flex h-9 items-center gap-1.5 rounded-control px-2 font-medium text-primary hover:bg-surface-2"
      >
        {t('badMonth.open')}
        <ArrowRight className="size-4" aria-hidden="true" />
      </Link>
    </Card>
  );
}
