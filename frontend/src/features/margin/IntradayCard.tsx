import type { Margin } from '@/api/types';
import { day, dayTime, money } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { Card } from '@/shared/ui/Card';
import { Table, Td, Th, Tr } from '@/shared/ui/table';

/** The days on which a transaction left too little for the requirement, while any of it may still be outstanding. */
export function IntradayCard({ margin }: { margin: Margin }) {
  const { t } = useTranslation();
  const { deficits } = margin.intraday;
  if (deficits.length === 0) return null;
  return (
    <Card title={t('margin.intraday.title')} term={t('margin.intraday.term')} padded={false}>
      <p className="px-5 pb-4 text-muted">{t('margin.intraday.lead')}</p>
      <Table label={t('margin.intraday.term')}>
        <thead>
          <tr>
            <Th>{t('margin.column.when')}</Th>
            <Th right>{t('margin.intraday.amount')}</Th>
            <Th right>{t('margin.intraday.remaining')}</Th>
            <Th>{t('margin.intraday.due')}</Th>
          </tr>
        </thead>
        <tbody>
          {deficits.map((deficit) => (
            <Tr key={deficit.day}>
              <Td className="figures whitespace-nowrap">{dayTime(deficit.at)}</Td>
              <Td right>{money(deficit.amount, margin.currency)}</Td>
              <Td right>{money(deficit.remaining, margin.currency)}</Td>
              <Td>
                {deficit.metAt
                  ? t('margin.intraday.met', { when: dayTime(deficit.metAt) })
                  : day(deficit.freezesAfter)}
                {deficit.minor ? (
                  <span className="block text-muted">{t('margin.intraday.minor')}</span>
                ) : null}
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}
