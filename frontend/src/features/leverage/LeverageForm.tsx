import { type FormEvent, useState } from 'react';
import type { LeverageResult } from '@/api/types';
import type { FormProps } from '@/features/analysis/AnalysisPage';
import { percent, percentChange, roundMoney } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { Button } from '@/shared/ui/Button';
import { TextField } from '@/shared/ui/Field';
import { SliderField } from '@/shared/ui/SliderField';
import { isFine, type Loan, type LoanField, loanOf, parametersOf, ranges } from './model/loan';
import { previewOf } from './model/preview';

type Props = FormProps<'leverage'> & { result: LeverageResult | undefined };

/** How much would be invested for each unit of one's own, and on which terms. */
export function LeverageForm({ last, busy, onAsk, result }: Props) {
  const { t } = useTranslation();
  const [loan, setLoan] = useState<Loan>(() => loanOf(last));
  const parameters = parametersOf(loan);
  const set = (field: LoanField, text: string) => setLoan((old) => ({ ...old, [field]: text }));
  const fault = (field: LoanField) =>
    isFine(field, loan[field])
      ? undefined
      : t('analysis.fault', { low: ranges[field][0], high: ranges[field][1] });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (parameters && !busy) onAsk(parameters);
  };
  return (
    <form onSubmit={submit} noValidate className="space-y-4">
      <SliderField
        label={t('leverage.leverage')}
        hint={t('leverage.leverageHint')}
        value={loan.leverage}
        min={1}
        max={3}
        step={0.05}
        error={fault('leverage')}
        onChange={(text) => set('leverage', text)}
      />
      {parameters ? <AtOnce parameters={parameters} result={result} /> : null}
      <div className="grid gap-4 sm:grid-cols-3">
        {(['interest', 'maintenance', 'initial'] as const).map((field) => (
          <TextField
            key={field}
            label={t(`leverage.${field}`)}
            hint={t(`leverage.${field}Hint`)}
            inputMode="decimal"
            autoComplete="off"
            value={loan[field]}
            error={fault(field)}
            onChange={(event) => set(field, event.target.value)}
          />
        ))}
      </div>
      <Button type="submit" look="primary" busy={busy} disabled={!parameters}>
        {busy ? t('leverage.running') : t('leverage.run')}
      </Button>
    </form>
  );
}

/** What the slider means while it moves: two figures follow from the terms, the third is read off the last simulation. */
function AtOnce({
  parameters,
  result,
}: {
  parameters: NonNullable<ReturnType<typeof parametersOf>>;
  result: LeverageResult | undefined;
}) {
  const { t } = useTranslation();
  const { distanceToCall, interestOfOwn, callShare } = previewOf(parameters, result);
  const own = result?.inputs.value;
  const figures = [
    {
      key: 'distanceToCall',
      value: distanceToCall === undefined ? t('leverage.noCall') : percentChange(-distanceToCall, 1),
    },
    {
      key: 'interestPerYear',
      value:
        own && own.amount !== 1
          ? roundMoney(interestOfOwn * own.amount, own.currency)
          : t('leverage.ofOwn', { value: percent(interestOfOwn, 1) }),
    },
    {
      key: 'callShare',
      value:
        distanceToCall === undefined
          ? percent(0, 0)
          : callShare === undefined
            ? t('leverage.toSimulate')
            : t('leverage.about', { value: percent(callShare, callShare > 0.1 ? 0 : 1) }),
    },
  ] as const;
  return (
    <div role="group" aria-label={t('leverage.atOnce')} className="rounded-control bg-surface-2 px-4 py-3">
      <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-3">
        {figures.map(({ key, value }) => (
          <div key={key}>
            <dt className="text-dense text-muted">{t(`leverage.tile.${key}`)}</dt>
            <dd className="figures text-section font-semibold">{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
