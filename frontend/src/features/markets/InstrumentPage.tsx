import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import type { Instrument } from '@/api/types';
import { LivePrice } from '@/features/portfolio/LivePrice';
import { day, dayTime, percentChange } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { Served } from '@/shared/i18n/Served';
import { useWantPrices } from '@/shared/stream/useStream';
import { Badge } from '@/shared/ui/Badge';
import { Card } from '@/shared/ui/Card';
import { Delta } from '@/shared/ui/Delta';
import { Page, Skeleton } from '@/shared/ui/Page';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { instrumentQuery, qualityQuery, quotesQuery } from './api';
import { HistoryCard } from './HistoryCard';
import { closedSince } from './model/session';

/** One instrument: what it costs, what it has cost, and whether its prices can be trusted. */
export default function InstrumentPage() {
  const { t } = useTranslation();
  const { symbol = '' } = useParams();
  const instrument = useQuery(instrumentQuery(symbol));
  useWantPrices([symbol]);
  if (instrument.error) {
    return (
      <Page title={symbol}>
        <ProblemNotice error={instrument.error} onRetry={() => void instrument.refetch()} />
      </Page>
    );
  }
  const data = instrument.data;
  return (
    <Page
      title={symbol}
      lead={
        data ? (
          <>
            {`${data.name}, ${t(`markets.kinds.${data.type}`)}, ${data.exchange} `}
            {data.simulated ? <Badge>{t('markets.simulated')}</Badge> : null}
            {data.delistedOn ? (
              <Badge tone="warn">{t('markets.delisted', { when: day(data.delistedOn) })}</Badge>
            ) : null}
          </>
        ) : (
          <Skeleton />
        )
      }
    >
      {data ? <LastPrice instrument={data} symbol={symbol} /> : <Skeleton className="h-28 w-full" />}
      <HistoryCard symbol={symbol} />
      <QualityCard symbol={symbol} />
    </Page>
  );
}

function LastPrice({ instrument, symbol }: { instrument: Instrument; symbol: string }) {
  const { t } = useTranslation();
  const quotes = useQuery(quotesQuery([symbol]));
  const quote = quotes.data?.[0];
  const closed = quote && closedSince(quote, new Date());
  return (
    <Card title={t('markets.lastPrice')}>
      {quotes.isPending ? <Skeleton className="h-10 w-40" /> : null}
      {quotes.error ? <ProblemNotice error={quotes.error} onRetry={() => void quotes.refetch()} /> : null}
      {quotes.data && !quote ? <p className="text-muted">{t('markets.noPrice')}</p> : null}
      {quote ? (
        <>
          <p className="text-figure font-semibold">
            <LivePrice symbol={symbol} fallback={quote.price.toString()} currency={instrument.currency} />
          </p>
          {quote.changeFraction === undefined ? null : (
            <Delta value={quote.changeFraction.toString()}>{percentChange(quote.changeFraction)}</Delta>
          )}{' '}
          <span className="text-dense text-muted">
            {t('markets.asOf', { when: dayTime(quote.asOf) })}
            {quote.stale ? ` (${t('markets.stale')})` : ''}
            {closed ? ` · ${t('markets.closed', { when: dayTime(closed) })}` : ''}
          </span>
        </>
      ) : null}
    </Card>
  );
}

function QualityCard({ symbol }: { symbol: string }) {
  const { t } = useTranslation();
  const quality = useQuery(qualityQuery(symbol));
  const data = quality.data;
  return (
    <Card title={t('markets.quality')} term={t('markets.qualityTerm')}>
      {quality.isPending ? <Skeleton className="h-16 w-full" /> : null}
      {quality.error ? <ProblemNotice error={quality.error} onRetry={() => void quality.refetch()} /> : null}
      {data && data.findings.length === 0 ? <p>{t('markets.sound', { count: data.observations })}</p> : null}
      {data && data.findings.length > 0 ? (
        <>
          <p>{t('markets.doubts', { count: data.findings.length, days: data.observations })}</p>
          <ul className="mt-2 list-disc pl-5 text-dense">
            {data.findings.slice(0, 10).map((finding) => (
              <li key={`${finding.kind} ${finding.from}`}>
                {`${day(finding.from)}: `}
                <Served>{finding.detail}</Served>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Card>
  );
}
