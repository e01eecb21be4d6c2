import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { useSearchParams } from 'react-router';
import type { Instrument, MarketQuote } from '@/api/types';
import { LivePrice } from '@/features/portfolio/LivePrice';
import { useTranslation } from '@/shared/i18n/i18n';
import { useWantPrices } from '@/shared/stream/useStream';
import { Badge } from '@/shared/ui/Badge';
import { Card } from '@/shared/ui/Card';
import { TextField } from '@/shared/ui/Field';
import { Link } from '@/shared/ui/Link';
import { Empty, Page, Skeleton } from '@/shared/ui/Page';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { Table, Td, Th, Tr } from '@/shared/ui/table';
import { instrumentsQuery, quotesQuery } from './api';
import { ProvidersCard } from './ProvidersCard';

/** Everything that can be priced, found by symbol, name or ISIN, and where prices come from. */
export default function MarketsPage() {
  const { t } = useTranslation();
  const [parameters, setParameters] = useSearchParams();
  const text = parameters.get('q') ?? '';
  const instruments = useQuery(instrumentsQuery(useDeferredValue(text.trim())));
  const items = instruments.data?.items ?? [];
  const symbols = items.map((item) => item.symbol);
  const quotes = useQuery(quotesQuery(symbols));
  useWantPrices(symbols);
  return (
    <Page title={t('markets.title')} lead={t('markets.lead')}>
      <Card title={t('markets.list')} padded={false}>
        <TextField
          type="search"
          className="px-5 pb-3"
          label={t('markets.search')}
          hint={t('markets.searchHint')}
          value={text}
          onChange={(event) =>
            setParameters(event.target.value ? { q: event.target.value } : {}, { replace: true })
          }
        />
        {instruments.error ? (
          <ProblemNotice
            error={instruments.error}
            onRetry={() => void instruments.refetch()}
            className="mx-5 mb-5"
          />
        ) : null}
        {quotes.error ? (
          <ProblemNotice error={quotes.error} onRetry={() => void quotes.refetch()} className="mx-5 mb-3" />
        ) : null}
        {instruments.isPending ? <Skeleton className="mx-5 mb-5 h-64" /> : null}
        {instruments.data && items.length === 0 ? (
          <Empty title={t('markets.none')}>{t('markets.noneHint')}</Empty>
        ) : null}
        {items.length > 0 ? <Instruments items={items} quotes={quotes.data ?? []} /> : null}
        {instruments.data?.nextCursor ? (
          <p className="px-5 py-3 text-dense text-muted">{t('markets.more')}</p>
        ) : null}
      </Card>
      <ProvidersCard />
    </Page>
  );
}

function Instruments({ items, quotes }: { items: readonly Instrument[]; quotes: readonly MarketQuote[] }) {
  const { t } = useTranslation();
  const priced = new Map(quotes.map((quote) => [quote.symbol, quote]));
  return (
    <Table label={t('markets.found')}>
      <thead>
        <tr>
          <Th>{t('markets.instrument')}</Th>
          <Th>{t('markets.kind')}</Th>
          <Th>{t('markets.market')}</Th>
          <Th right>{t('markets.price')}</Th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <Tr key={`${item.symbol}:${item.exchange}`} live>
            <Td>
              <Link
                to={`/markets/${encodeURIComponent(item.symbol)}`}
                className="font-medium text-primary hover:underline"
              >
                {item.symbol}
              </Link>{' '}
              <span className="text-muted">{item.name}</span>{' '}
              {item.simulated ? <Badge>{t('markets.simulated')}</Badge> : null}
            </Td>
            <Td>{t(`markets.kinds.${item.type}`)}</Td>
            <Td>{item.exchange}</Td>
            <Td right>
              <LivePrice
                symbol={item.symbol}
                fallback={priced.get(item.symbol)?.price.toString()}
                currency={item.currency}
              />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
