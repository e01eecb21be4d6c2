import type { OptimizationResult } from '@/api/types';
import { TableCsv } from '@/features/analysis/AnalysisPage';
import { money, moneyChange, price, quantityChange } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { served } from '@/shared/i18n/Served';
import { Card } from '@/shared/ui/Card';
import { Delta } from '@/shared/ui/Delta';
import { Table, Td, Th, Tr } from '@/shared/ui/table';

type Props = { result: OptimizationResult };

/** The whole shares that lead to the mix, what they cost, and what giving them up would realise. */
export function TradesCard({ result }: Props) {
  const { t, tell } = useTranslation();
  const { trades, tradeCost, cashAfter, absent } = result;
  const currency = result.inputs.baseCurrency;
  if (!trades || trades.length === 0)
    return (
      <Card title={t('optimize.trades')} term={t('optimize.tradesTerm')}>
        <p className="text-muted">
          {absent.trades
            ? t('optimize.noTradesWhy', { reason: tell(absent.trades).text })
            : t('optimize.noTrades')}
        </p>
      </Card>
    );
  return (
    <>
      <Card
        title={t('optimize.trades')}
        term={t('optimize.tradesTerm')}
        actions={<TableCsv table="trades" />}
        padded={false}
      >
        <Table label={t('optimize.tradesTerm')}>
          <thead>
            <tr>
              <Th>{t('column.symbol')}</Th>
              <Th right>{t('optimize.change')}</Th>
              <Th right>{t('optimize.price')}</Th>
              <Th right>{t('optimize.amount')}</Th>
              <Th right>{t('optimize.cost')}</Th>
            </tr>
          </thead>
          <tbody>
            {trades.map((trade) => (
              <Tr key={trade.symbol}>
                <Td className="font-medium">{trade.symbol}</Td>
                <Td right>{quantityChange(trade.action === 'SELL' ? -trade.shares : trade.shares)}</Td>
                <Td right>{price(trade.price, currency)}</Td>
                <Td right>{money(trade.amount, currency)}</Td>
                <Td right>{money(trade.cost, currency)}</Td>
              </Tr>
            ))}
          </tbody>
        </Table>
        <p className="px-5 py-3 text-caption text-muted">
          {t('optimize.together', { cost: money(tradeCost, currency), cash: money(cashAfter, currency) })}
        </p>
      </Card>
      <GainsCard result={result} />
    </>
  );
}

function GainsCard({ result }: Props) {
  const { t } = useTranslation();
  const { realisedGains, absent } = result;
  const currency = result.inputs.baseCurrency;
  const reason = absent.realisedGains;
  if (!realisedGains && !reason) return null;
  const change = (value: number) => <Delta value={value}>{moneyChange(value, currency)}</Delta>;
  return (
    <Card title={t('optimize.gains')} term={t('optimize.gainsTerm')} padded={!realisedGains}>
      {realisedGains ? (
        <Table label={t('optimize.gainsTerm')}>
          <thead>
            <tr>
              <Th>{t('optimize.method')}</Th>
              <Th right>{t('optimize.proceeds')}</Th>
              <Th right>{t('optimize.basis')}</Th>
              <Th right>{t('optimize.gain')}</Th>
              <Th right>{t('optimize.shortTerm')}</Th>
              <Th right>{t('optimize.longTerm')}</Th>
            </tr>
          </thead>
          <tbody>
            {realisedGains.map((row) => (
              <Tr key={row.lotMethod}>
                <Td className="font-medium">{t(`optimize.lots.${row.lotMethod}`)}</Td>
                <Td right>{money(row.proceeds, currency)}</Td>
                <Td right>{money(row.cost, currency)}</Td>
                <Td right>{change(row.gain)}</Td>
                <Td right>{change(row.shortTerm)}</Td>
                <Td right>{change(row.longTerm)}</Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      ) : (
        <p className="text-muted">{served(reason)}</p>
      )}
    </Card>
  );
}
