import type { HouseRate } from '@/api/types';
import { day } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { Button } from '@/shared/ui/Button';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { Table, Td, Tr } from '@/shared/ui/table';
import { toast } from '@/shared/ui/toast';
import { useForgetRate } from './api';
import { today } from './model/book';
import { RateCells, RatesHead, SetBy } from './RateCells';

type Props = {
  symbol: string;
  history: readonly HouseRate[];
  /** the one of them that holds today */
  now: HouseRate | undefined;
  maySet: boolean;
};

/** All that was set for an instrument; what has not held yet can be taken back. */
export function HistoryTable({ symbol, history, now, maySet }: Props) {
  const { t } = useTranslation();
  const forget = useForgetRate();
  return (
    <>
      <Table label={t('rates.historyOf', { symbol })}>
        <RatesHead first={t('rates.column.from')} last={t('rates.column.setBy')} />
        <tbody>
          {history.map((rate) => (
            <Tr key={rate.validFrom}>
              <Td className="figures whitespace-nowrap">{day(rate.validFrom)}</Td>
              <RateCells rates={rate.rates} />
              <Td className="whitespace-nowrap">{t(`rates.riskClass.${rate.riskClass}`)}</Td>
              <Td className="whitespace-nowrap text-muted">
                <SetBy rate={rate} />
              </Td>
              <Td right>
                {rate.validFrom < today() ? (
                  <span className="text-muted">{t(rate === now ? 'rates.holds' : 'rates.past')}</span>
                ) : maySet ? (
                  <Button
                    size="small"
                    look="danger"
                    busy={forget.isPending && forget.variables.validFrom === rate.validFrom}
                    aria-label={t('rates.takeBackOf', { symbol, when: day(rate.validFrom) })}
                    onClick={() => forget.mutate(rate, { onSuccess: () => toast(t('rates.takenBack')) })}
                  >
                    {t('rates.takeBack')}
                  </Button>
                ) : null}
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
      {forget.error ? <ProblemNotice error={forget.error} className="m-3" /> : null}
    </>
  );
}
