import type { HouseRate, MarginRates } from '@/api/types';
import { dayTime, percent } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { Td, Th } from '@/shared/ui/table';
import { setsRates } from './model/book';
import { kinds } from './StandardCard';

/** What a table of rates is of, between the column of its rows' name and the one that says since when or by whom. */
export function RatesHead({ first, last }: { first: string; last: string }) {
  const { t } = useTranslation();
  return (
    <thead>
      <tr>
        <Th>{first}</Th>
        {kinds.map((kind) => (
          <Th right key={kind}>
            {t(`rates.column.${kind}`)}
          </Th>
        ))}
        <Th>{t('rates.column.riskClass')}</Th>
        <Th>{last}</Th>
        <Th>
          <span className="sr-only">{t('rates.column.actions')}</span>
        </Th>
      </tr>
    </thead>
  );
}

/** The four rates; what is not lent against is paid for in full. */
export function RateCells({ rates, className }: { rates: MarginRates; className?: string | undefined }) {
  const { t } = useTranslation();
  return kinds.map((kind) => (
    <Td right key={kind} className={className}>
      {!rates.marginable && kind.endsWith('Long') ? t('rates.inFull') : percent(rates[kind], 0)}
    </Td>
  ));
}

export function SetBy({ rate }: { rate: HouseRate }) {
  const { t } = useTranslation();
  return (
    <>
      {t('rates.setByAt', { name: rate.setBy ?? t('rates.nobody'), when: dayTime(rate.setAt) })}
      {setsRates(rate) ? null : <span className="block text-caption">{t('rates.ended')}</span>}
    </>
  );
}
