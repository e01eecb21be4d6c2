import { useState } from 'react';
import type { HouseRate, MarginRates } from '@/api/types';
import { day } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { Card } from '@/shared/ui/Card';
import { toast } from '@/shared/ui/toast';
import { type RateChange, useSetRate } from './api';
import { today } from './model/book';
import { versionAt } from './model/version';
import { RateForm } from './RateForm';

type Props = {
  /** empty for an instrument still to be named */
  symbol: string;
  standard: MarginRates;
  known: readonly HouseRate[];
  /** what is known anew */
  refetch: () => Promise<readonly HouseRate[]>;
  onDone: () => void;
};

const of = (rates: readonly HouseRate[], symbol: string) => rates.filter((rate) => rate.symbol === symbol);

/** Sets a rate over what was on the screen when the form was opened, not over what somebody set since. */
export function RateFormCard({ symbol, standard, known, refetch, onDone }: Props) {
  const { t } = useTranslation();
  const set = useSetRate();
  const [opened, setOpened] = useState(known);
  const save = (change: Omit<RateChange, 'version'>, rates = opened) =>
    set.mutate(
      { ...change, version: versionAt(of(rates, change.symbol), change.validFrom) },
      {
        onSuccess: ({ symbol: named, validFrom }) => {
          toast(t('rates.form.saved', { symbol: named, when: day(validFrom) }));
          onDone();
        },
      },
    );
  return (
    <Card title={symbol ? t('rates.changeOf', { symbol }) : t('rates.form.new')}>
      <RateForm
        symbol={symbol}
        start={of(opened, symbol).findLast(({ validFrom }) => validFrom <= today())}
        standard={standard}
        saving={set.isPending}
        error={set.error}
        onCancel={onDone}
        onSave={(change) => save(change)}
        onOverride={async (change) => {
          const rates = await refetch();
          setOpened(rates);
          save(change, rates);
        }}
      />
    </Card>
  );
}
