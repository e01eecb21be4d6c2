import type { Margin } from '@/api/types';
import { dayTime, money, percent } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { Badge } from '@/shared/ui/Badge';
import { Card } from '@/shared/ui/Card';
import { Table, Td, Th, Tr } from '@/shared/ui/table';

/** What each position asks for, and by which rule; the largest first. */
export function RequirementsCard({ margin }: { margin: Margin }) {
  const { t } = useTranslation();
  const { currency } = margin;
  const rows = [...margin.positions].sort((a, b) => Number(b.requirement) - Number(a.requirement));
  if (rows.length === 0) return null;
  return (
    <Card title={t('margin.positions')} term={t('margin.positionsTerm')} padded={false}>
      <Table label={t('margin.positionsTerm')}>
        <thead>
          <tr>
            <Th>{t('column.symbol')}</Th>
            <Th right>{t('margin.column.value')}</Th>
            <Th right>{t('margin.column.rate')}</Th>
            <Th right>{t('margin.column.requirement')}</Th>
            <Th>{t('margin.column.why')}</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Tr key={row.symbol} className={row.stale ? 'text-muted' : undefined}>
              <Td>
                <span className="font-medium">{row.symbol}</span>{' '}
                {row.stale ? <Badge tone="warn">{t('margin.old')}</Badge> : null}
                {row.marketClosedSince && !row.stale ? (
                  <Badge>{t('margin.closed', { when: dayTime(row.marketClosedSince) })}</Badge>
                ) : null}
                {row.houseRate ? <Badge>{t('margin.house')}</Badge> : null}
              </Td>
              <Td right>{money(row.value, currency)}</Td>
              <Td right>{percent(row.rate, 1)}</Td>
              <Td right className="font-medium">
                {money(row.requirement, currency)}
              </Td>
              <Td className="min-w-56 text-muted">
                {t(`margin.basis.${row.basis}`)}
                {Number(row.addOn) > 0 ? ` ${t('margin.addOn', { share: percent(row.addOn, 1) })}` : null}
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}
