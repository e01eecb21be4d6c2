import { useTranslation } from '@/shared/i18n/i18n';
import type { Holdings } from '@/api/types';
import { dayTime, money, moneyChange, percent, percentChange, quantity } from '@/shared/format/format';
import { useTick, useWantPrices } from '@/shared/stream/useStream';
import { Badge } from '@/shared/ui/Badge';
import { Delta } from '@/shared/ui/Delta';
import { Table, Td, Th, Tr } from '@/shared/ui/table';
import { useInSight } from '@/shared/rendering/useInSight';
import { MovingPrice } from './LivePrice';
import { liveHolding } from './model/liveValue';

type Props = { holdings: Holdings };

/** What is held, at the prices of this moment; the largest first. */
export function HoldingsTable({ holdings }: Props) {
  const { t } = useTranslation();
  const currency = holdings.baseCurrency;
  useWantPrices(
    holdings.holdings.filter((holding) => holding.priceSource === 'LIVE').map((holding) => holding.symbol),
  );
  const rows = [...holdings.holdings].sort((a, b) => (b.weight ?? 0) - (a.weight ?? 0));
  const heaviest = Math.max(0.01, rows[0]?.weight ?? 0);
  return (
    <Table label={t('holdings.label')}>
      <thead>
        <tr>
          <Th>{t('holdings.name')}</Th>
          <Th right className="max-lg:hidden">
            {t('holdings.quantity')}
          </Th>
          <Th right>{t('holdings.price')}</Th>
          <Th right className="max-sm:pr-5">
            {t('holdings.value')}
          </Th>
          <Th right className="max-sm:hidden">
            {t('holdings.day')}
          </Th>
          <Th right className="max-md:hidden">
            {t('holdings.gain')}
          </Th>
          <Th right className="max-sm:hidden">
            {t('holdings.weight')}
          </Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((holding) => (
          <Row key={holding.symbol} holding={holding} currency={currency} heaviest={heaviest} />
        ))}
        {holdings.cash.map((cash) => (
          <Tr key={cash.currency}>
            <Td>
              <span className="font-medium">{t('holdings.cash', { currency: cash.currency })}</span>
            </Td>
            <Td right className="max-lg:hidden" />
            <Td right />
            <Td right className="max-sm:pr-5">
              {money(cash.value, currency)}
            </Td>
            <Td right className="max-sm:hidden" />
            <Td right className="max-md:hidden" />
            <Td right className="max-sm:hidden" />
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

type RowProps = { holding: Holdings['holdings'][number]; currency: string; heaviest: number };

function Row({ holding, currency, heaviest }: RowProps) {
  const { t } = useTranslation();
  const [row, inSight] = useInSight<HTMLTableRowElement>();
  const tick = useTick(holding.symbol, inSight);
  const live = liveHolding(holding, () => tick);
  return (
    <Tr ref={row} live className={holding.stale ? 'text-muted' : undefined}>
      <Td className="max-w-0 min-w-28 sm:max-w-none sm:min-w-36">
        <span className="block font-medium">{holding.symbol}</span>
        <span className="block truncate sm:max-w-56 text-caption text-muted">{holding.name ?? ''}</span>
        {holding.unpriced ? <Badge tone="warn">{t('holdings.unpriced')}</Badge> : null}
        {!holding.unpriced && holding.stale ? <Badge tone="warn">{t('holdings.stale')}</Badge> : null}
        {holding.marketClosedSince && !holding.stale ? (
          <Badge>{t('holdings.closed', { when: dayTime(holding.marketClosedSince) })}</Badge>
        ) : null}
      </Td>
      <Td right className="max-lg:hidden">
        {quantity(holding.quantity)}
      </Td>
      <Td right>
        <MovingPrice
          tick={tick}
          inSight={inSight}
          fallback={holding.price ?? undefined}
          currency={holding.priceCurrency}
        />
        <span className="block text-caption sm:hidden">
          <Delta value={live.dayChange}>{percentChange(live.dayChangeFraction)}</Delta>
        </span>
      </Td>
      <Td right className="font-medium max-sm:pr-5">
        {money(live.value, currency)}
      </Td>
      <Td right className="max-sm:hidden">
        <Delta value={live.dayChange}>{percentChange(live.dayChangeFraction)}</Delta>
      </Td>
      <Td right className="max-md:hidden">
        <Delta value={holding.unrealisedGain}>{moneyChange(holding.unrealisedGain, currency)}</Delta>
      </Td>
      <Td right className="max-sm:hidden">
        <span className="inline-flex items-center gap-2">
          <span
            className="h-1.5 w-14 overflow-hidden rounded-full bg-surface-2 max-lg:hidden"
            aria-hidden="true"
          >
            <span
              className="block h-full rounded-full bg-primary/70"
              style={{ width: `${Math.min(1, (holding.weight ?? 0) / heaviest) * 100}%` }}
            />
          </span>
          {percent(holding.weight, 1)}
        </span>
      </Td>
    </Tr>
  );
}
