import type { PaperAccount } from '@/api/types';
import { StateBadge } from '@/features/margin/StateBadge';
import { money, moneyChange, percent, percentChange, quantity, time } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { useWantPrices } from '@/shared/stream/useStream';
import { LivePrice } from '@/features/portfolio/LivePrice';
import { Badge } from '@/shared/ui/Badge';
import { Card } from '@/shared/ui/Card';
import { Delta } from '@/shared/ui/Delta';
import { Table, Td, Th, Tr } from '@/shared/ui/table';

/** What the paper account has, owes and may still spend, and what it holds. */
export function AccountCard({ account }: { account: PaperAccount }) {
  const { t } = useTranslation();
  const { currency, margin } = account;
  useWantPrices(account.positions.map(({ symbol }) => symbol));
  const figures = [
    { key: 'equity', value: money(account.equity, currency) },
    { key: 'cash', value: money(account.cash, currency) },
    { key: 'buyingPower', value: money(account.buyingPower, currency) },
    { key: 'reserved', value: money(account.reserved, currency) },
    { key: 'maintenance', value: money(account.maintenanceRequirement, currency) },
  ] as const;
  return (
    <Card
      title={t('paper.account')}
      term={t('paper.asOf', { when: time(account.asOf) })}
      actions={<StateBadge state={margin.state} />}
      padded={false}
    >
      <dl className="grid grid-cols-2 gap-x-6 gap-y-3 px-5 sm:grid-cols-3 lg:grid-cols-5">
        {figures.map(({ key, value }) => (
          <div key={key} className="min-w-0">
            <dt className="text-dense text-muted">{t(`paper.figure.${key}`)}</dt>
            <dd className="figures text-section font-semibold">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="px-5 pt-3 pb-4">
        <span className="text-muted">{t('paper.profit')}</span>{' '}
        <Delta value={account.profit} className="font-medium">
          {`${moneyChange(account.profit, currency)} (${percentChange(account.profitFraction)})`}
        </Delta>{' '}
        <span className="text-muted">
          {margin.utilization === undefined || margin.utilization === null
            ? null
            : t('paper.marginUsed', { share: percent(margin.utilization, 0) })}
        </span>
      </p>
      {margin.call ? (
        <p role="note" className="mx-5 mb-4 rounded-control bg-danger-soft px-4 py-3 text-danger">
          {t('paper.call', { amount: money(margin.shortfall, currency) })}
        </p>
      ) : null}
      {account.staleSymbols.length > 0 ? (
        <p role="note" className="mx-5 mb-4 rounded-control bg-warn-soft px-4 py-3 text-dense text-warn">
          {t('paper.stale', { symbols: account.staleSymbols.join(', ') })}
        </p>
      ) : null}
      {account.positions.length > 0 ? (
        <Table label={t('paper.positions')}>
          <thead>
            <tr>
              <Th>{t('column.symbol')}</Th>
              <Th right>{t('column.quantity')}</Th>
              <Th right>{t('column.price')}</Th>
              <Th right>{t('paper.value')}</Th>
            </tr>
          </thead>
          <tbody>
            {account.positions.map((position) => (
              <Tr key={position.symbol} live className={position.stale ? 'text-muted' : undefined}>
                <Td>
                  <span className="font-medium">{position.symbol}</span>{' '}
                  {Number(position.quantity) < 0 ? <Badge>{t('paper.short')}</Badge> : null}
                </Td>
                <Td right>{quantity(position.quantity)}</Td>
                <Td right>
                  <LivePrice
                    symbol={position.symbol}
                    fallback={position.price ?? undefined}
                    currency={position.currency}
                  />
                </Td>
                <Td right>{money(position.value, currency)}</Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      ) : null}
    </Card>
  );
}
