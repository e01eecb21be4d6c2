import type { Margin } from '@/api/types';
import { money, percent } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { Card } from '@/shared/ui/Card';

type Props = { margin: Margin };

/** What the loan costs a year, and what of it has come together since the last charge. */
export function InterestCard({ margin: { interest, currency } }: Props) {
  const { t } = useTranslation();
  return (
    <Card
      title={t('margin.interest')}
      term={t('margin.interestTerm', { rate: percent(interest.rate), days: interest.dayCount })}
    >
      <Figures
        figures={[
          [t('margin.perYear'), money(interest.perYear, currency)],
          [t('margin.accrued'), money(interest.accrued, currency)],
        ]}
      />
      {interest.leftOut.length > 0 ? (
        <p className="mt-3 text-dense text-warn">
          {t('margin.leftOut', { currencies: interest.leftOut.join(', ') })}
        </p>
      ) : null}
    </Card>
  );
}

/** What a purchase on credit would still be let through; it decides nothing about a call. */
export function InitialCard({ margin: { initial, rules, currency } }: Props) {
  const { t } = useTranslation();
  return (
    <Card title={t('margin.more1')} term={t('margin.more1Term')}>
      <Figures
        figures={[
          [t('margin.buyingPower'), money(initial.buyingPower, currency)],
          [t('margin.excess'), money(initial.excess, currency)],
        ]}
      />
      {initial.belowMinimumEquity ? (
        <p role="note" className="mt-3 rounded-control bg-warn-soft px-4 py-3 text-dense text-warn">
          {t('margin.belowMinimum', { amount: money(rules.minimumEquity, currency) })}
        </p>
      ) : null}
    </Card>
  );
}

function Figures({ figures }: { figures: readonly (readonly [name: string, value: string])[] }) {
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-3">
      {figures.map(([name, value]) => (
        <div key={name} className="min-w-0">
          <dt className="text-dense text-muted">{name}</dt>
          <dd className="figures text-section font-semibold">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
