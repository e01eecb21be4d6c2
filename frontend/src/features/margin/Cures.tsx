import { Banknote, Plus, ShoppingCart } from 'lucide-react';
import type { Margin, MarginCure } from '@/api/types';
import { money } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { Skeleton } from '@/shared/ui/Page';

const icons = { DEPOSIT_CASH: Banknote, ADD_SECURITIES: Plus, SELL: ShoppingCart } as const;

/** What ends a call, each way alone being enough. */
export function Cures({ margin: { cures, currency } }: { margin: Margin }) {
  const { t } = useTranslation();
  return (
    <div className="mt-3">
      <h3 className="text-body font-medium">{t('margin.cures')}</h3>
      {cures.length === 0 ? <Skeleton className="mt-2 h-20 w-full" /> : null}
      <ul className="mt-2 grid gap-3 md:grid-cols-3">
        {cures.map((cure) => {
          const Icon = icons[cure.action];
          return (
            <li key={cure.action} className="rounded-control border border-danger/40 bg-surface p-3">
              <p className="flex items-center gap-2 text-dense font-medium">
                <Icon className="size-4 shrink-0" aria-hidden="true" />
                {t(`margin.cure.${cure.action}`)}
              </p>
              <Amount cure={cure} currency={currency} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function Amount({ cure, currency }: { cure: MarginCure; currency: string }) {
  const { t } = useTranslation();
  if (!cure.amount)
    return (
      <p className="mt-1 text-dense">
        {cure.debtLeft
          ? t('margin.debtLeft', { amount: money(cure.debtLeft, currency) })
          : t('margin.notEnough')}
      </p>
    );
  return (
    <>
      <p className="figures mt-1 text-section font-semibold">{money(cure.amount, currency)}</p>
      <p className="text-caption text-muted">
        {cure.buyBack
          ? t('margin.buyBack', { amount: money(cure.buyBack, currency) })
          : t(`margin.cureHow.${cure.action}`)}
      </p>
    </>
  );
}
