import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { valueHistoryQuery } from '@/features/portfolio/api';
import { LiveLine } from '@/shared/charts/LiveLine';
import { day, money, month, roundMoney } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { Skeleton } from '@/shared/ui/Page';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { Segmented } from '@/shared/ui/Segmented';
import { LiveValueLine } from './LiveValueLine';

type Props = { portfolioId: string; value: number; yesterday: number; currency: string };

/** The value as it moves now, or as it went since the first transaction. */
export function ValueLines({ portfolioId, value, yesterday, currency }: Props) {
  const { t } = useTranslation();
  const [span, setSpan] = useState<'live' | 'all'>('live');
  return (
    <div>
      <Segmented
        label={t('home.span')}
        value={span}
        onChange={setSpan}
        options={[
          { value: 'live', label: t('home.spanLive') },
          { value: 'all', label: t('home.spanAll') },
        ]}
      />
      <div className="mt-2">
        {/* the live line goes on being recorded while the long one is looked at */}
        <div hidden={span !== 'live'}>
          <LiveValueLine value={value} yesterday={yesterday} currency={currency} />
        </div>
        {span === 'all' ? <PastLine portfolioId={portfolioId} currency={currency} /> : null}
      </div>
    </div>
  );
}

function PastLine({ portfolioId, currency }: { portfolioId: string; currency: string }) {
  const { t } = useTranslation();
  const history = useQuery(valueHistoryQuery(portfolioId));
  if (history.error) return <ProblemNotice error={history.error} onRetry={() => void history.refetch()} />;
  if (!history.data) return <Skeleton className="h-[180px] w-full" />;
  const points = history.data.points.map(
    (point) => [Date.parse(point.date) / 1000, Number(point.value)] as const,
  );
  const [first, last] = [history.data.points[0], history.data.points.at(-1)];
  if (!first || !last) return <p className="py-10 text-center text-muted">{t('home.pastNone')}</p>;
  const isoDate = (seconds: number) => new Date(seconds * 1000).toISOString();
  return (
    <figure>
      <LiveLine
        label={t('home.pastLabel', {
          from: day(first.date),
          first: money(first.value, currency),
          to: day(last.date),
          last: money(last.value, currency),
        })}
        points={points}
        formatValue={(amount) => roundMoney(amount, currency)}
        formatTime={(seconds) => month(isoDate(seconds))}
      />
      <figcaption className="mt-1 text-caption text-muted">{t('home.pastCaption')}</figcaption>
    </figure>
  );
}
