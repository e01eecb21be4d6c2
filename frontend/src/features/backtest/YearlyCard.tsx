import type { BacktestResult } from '@/api/types';
import { TableCsv } from '@/features/analysis/AnalysisPage';
import { FigureHelp } from '@/features/figures/FigureHelp';
import { percent, percentChange } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { Card } from '@/shared/ui/Card';
import { Delta } from '@/shared/ui/Delta';
import { Table, Td, Th, Tr } from '@/shared/ui/table';

/** What each calendar year brought, beside what it is compared with. A result of before has no years. */
export function YearlyCard({ result: { yearly, benchmark } }: { result: BacktestResult }) {
  const { t } = useTranslation();
  if (!yearly || yearly.length === 0) return null;
  const other = benchmark?.symbol ?? t('past.nothing');
  return (
    <Card
      title={t('past.yearly')}
      term={t('past.yearlyTerm')}
      actions={
        <>
          <FigureHelp question={t('past.yearly')} term={t('past.yearlyTerm')} name="yearly.0.totalReturn" />
          <TableCsv table="yearly" />
        </>
      }
      padded={false}
    >
      <Table label={t('past.yearlyTerm')}>
        <thead>
          <tr>
            <Th>{t('past.year')}</Th>
            <Th right>{t('past.theRule')}</Th>
            <Th right>{other}</Th>
            <Th right>{t('past.difference')}</Th>
            <Th right>{t('past.worstFall')}</Th>
          </tr>
        </thead>
        <tbody>
          {yearly.map((year) => (
            <Tr key={year.year}>
              <Td className="figures font-medium">{year.year}</Td>
              <Td right>{percentChange(year.totalReturn, 1)}</Td>
              <Td right>{percentChange(year.benchmark ?? year.buyAndHold, 1)}</Td>
              <Td right>
                <Delta value={year.difference}>{percentChange(year.difference, 1)}</Delta>
              </Td>
              <Td right>{percent(year.maxDrawdown, 1)}</Td>
            </Tr>
          ))}
        </tbody>
      </Table>
      <p className="px-5 py-3 text-caption text-muted">{t('past.yearlyHow', { other })}</p>
    </Card>
  );
}
