import type { Performance } from '@/api/types';
import { day, moneyChange, percent } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { Card } from '@/shared/ui/Card';
import { Delta } from '@/shared/ui/Delta';
import { Table, Td, Th, Tr } from '@/shared/ui/table';

/** The payments the returns are made of, as the money-weighted return sees them. */
export function FlowsCard({ performance }: { performance: Performance }) {
  const { t } = useTranslation();
  const { flows, flowCount, baseCurrency } = performance;
  if (flows.length === 0) return null;
  return (
    <Card padded={false} title={t('performance.flows')} term={t('performance.flowsTerm')}>
      <div className="max-h-96 overflow-y-auto">
        <Table label={t('performance.flowsTerm')}>
          <thead>
            <tr>
              <Th>{t('performance.date')}</Th>
              <Th>{t('performance.what')}</Th>
              <Th right>{t('performance.payment')}</Th>
              <Th right>{t('performance.weight')}</Th>
            </tr>
          </thead>
          <tbody>
            {flows.map((flow, index) => (
              <Tr key={index}>
                <Td className="figures">{day(flow.date)}</Td>
                <Td>
                  {t(`performance.kind.${flow.kind}`)} {flow.symbol}
                </Td>
                <Td right>
                  <Delta value={flow.payment}>{moneyChange(flow.payment, baseCurrency)}</Delta>
                </Td>
                <Td right>{percent(flow.weight, 0)}</Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </div>
      {flowCount > flows.length ? (
        <p className="px-5 py-3 text-caption text-muted">
          {t('performance.moreFlows', { shown: flows.length, count: flowCount })}
        </p>
      ) : null}
    </Card>
  );
}
