import { Fragment, type ReactNode, useId, useState } from 'react';
import type { MarginRates } from '@/api/types';
import { day } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { Badge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { Empty } from '@/shared/ui/Page';
import { Table, Td, Tr } from '@/shared/ui/table';
import { HistoryTable } from './HistoryTable';
import type { InstrumentRates } from './model/book';
import { RateCells, RatesHead, SetBy } from './RateCells';

type Props = {
  instruments: readonly InstrumentRates[];
  /** what holds where nothing of one's own does */
  standard: MarginRates;
  maySet: boolean;
  onChange: (symbol: string) => void;
  /** the way to the rest of them */
  more: ReactNode;
};

/** What holds today for each instrument that has rates of its own, since when and by whom; its history below it. */
export function RatesCard({ instruments, standard, maySet, onChange, more }: Props) {
  const { t } = useTranslation();
  return (
    <Card title={t('rates.own')} term={t('rates.ownTerm')} padded={false}>
      {instruments.length === 0 ? (
        <Empty title={t('rates.none')}>{t('rates.noneWhy')}</Empty>
      ) : (
        <Table label={t('rates.ownTerm')}>
          <RatesHead first={t('rates.column.symbol')} last={t('rates.column.since')} />
          <tbody>
            {instruments.map((instrument) => (
              <Instrument
                key={instrument.symbol}
                instrument={instrument}
                standard={standard}
                maySet={maySet}
                onChange={() => onChange(instrument.symbol)}
              />
            ))}
          </tbody>
        </Table>
      )}
      {more ? <div className="p-4 text-center">{more}</div> : null}
    </Card>
  );
}

function Instrument({
  instrument: { symbol, now, coming, history },
  standard,
  maySet,
  onChange,
}: {
  instrument: InstrumentRates;
  standard: MarginRates;
  maySet: boolean;
  onChange: () => void;
}) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const id = useId();
  const next = coming[0];
  return (
    <Fragment>
      <Tr>
        <Td className="whitespace-nowrap">
          <span className="font-medium">{symbol}</span>
          {next ? (
            <span className="mt-0.5 block">
              <Badge>{t('rates.comes', { when: day(next.validFrom) })}</Badge>
            </span>
          ) : null}
        </Td>
        <RateCells rates={now?.rates ?? standard} className={now ? undefined : 'text-muted'} />
        <Td className="min-w-24">{t(`rates.riskClass.${now?.riskClass ?? 'EQUITY'}`)}</Td>
        <Td className="whitespace-nowrap">
          {now ? (
            <>
              <span className="figures block">{day(now.validFrom)}</span>
              <span className="text-caption text-muted">
                <SetBy rate={now} />
              </span>
            </>
          ) : (
            <span className="text-muted">{t('rates.ended')}</span>
          )}
        </Td>
        <Td>
          <span className="flex justify-end gap-1">
            <Button
              size="small"
              look="ghost"
              aria-expanded={open}
              aria-controls={id}
              onClick={() => setOpen(!open)}
            >
              {t('rates.history')}
            </Button>
            {maySet ? (
              <Button size="small" aria-label={t('rates.changeOf', { symbol })} onClick={onChange}>
                {t('rates.change')}
              </Button>
            ) : null}
          </span>
        </Td>
      </Tr>
      <tr id={id} hidden={!open}>
        {open ? (
          <td colSpan={8} className="border-b border-line/70 bg-surface-2/50 px-2 pb-3">
            <HistoryTable symbol={symbol} history={history} now={now} maySet={maySet} />
          </td>
        ) : null}
      </tr>
    </Fragment>
  );
}
