import type { Margin } from '@/api/types';
import { money, percentChange } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { Card } from '@/shared/ui/Card';
import { Explain } from '@/shared/ui/Explain';
import { Table, Td, Th, Tr } from '@/shared/ui/table';

/** The requirement by risk beside that by rates, for who may have it. */
export function PortfolioMarginCard({ margin: { portfolioMargin: grid, currency } }: { margin: Margin }) {
  const { t } = useTranslation();
  if (grid.groups.length === 0) return null;
  const difference = Number(grid.difference);
  return (
    <Card
      title={t('margin.grid')}
      term={t('margin.gridTerm')}
      padded={false}
      actions={
        <Explain about={t('margin.grid')} term={t('margin.gridTerm')}>
          <p>{t('margin.gridHelp')}</p>
        </Explain>
      }
    >
      <p className="px-5 pb-3">
        {t(difference > 0 ? 'margin.gridMore' : 'margin.gridLess', {
          requirement: money(grid.requirement, currency),
          difference: money(Math.abs(difference), currency),
        })}{' '}
        <span className="text-muted">
          {grid.eligible
            ? t('margin.eligible')
            : t('margin.notEligible', { amount: money(grid.equityNeeded, currency) })}
        </span>
      </p>
      {grid.unpricedOptions.length > 0 ? (
        <p className="px-5 pb-3 text-dense text-warn">
          {t('margin.unpricedOptions', { symbols: grid.unpricedOptions.join(', ') })}
        </p>
      ) : null}
      <Table label={t('margin.gridTerm')}>
        <thead>
          <tr>
            <Th>{t('margin.column.underlying')}</Th>
            <Th right>{t('margin.column.worstMove')}</Th>
            <Th right>{t('margin.column.worstLoss')}</Th>
            <Th right>{t('margin.column.requirement')}</Th>
          </tr>
        </thead>
        <tbody>
          {grid.groups.map((group) => (
            <Tr key={group.underlying}>
              <Td>
                <span className="font-medium">{group.underlying}</span>{' '}
                <span className="text-caption text-muted">{t(`margin.riskClass.${group.riskClass}`)}</span>
              </Td>
              <Td right>{percentChange(group.worstMove, 0)}</Td>
              <Td right>{money(group.worstLoss, currency)}</Td>
              <Td right className="font-medium">
                {money(group.requirement, currency)}
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}
