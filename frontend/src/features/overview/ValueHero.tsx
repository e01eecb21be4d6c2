import { useTranslation } from '@/shared/i18n/i18n';
import type { Holdings, Valuation } from '@/api/types';
import { dayTime, money, moneyChange, percentChange } from '@/shared/format/format';
import { useFromPrices } from '@/shared/stream/useStream';
import { Badge } from '@/shared/ui/Badge';
import { Delta } from '@/shared/ui/Delta';
import { ValueLines } from './ValueLines';
import { liveValue } from '@/features/portfolio/model/liveValue';

/** What it is worth now, what today did to it, and the line of the last minutes. */
export function ValueHero({ valuation, holdings }: { valuation: Valuation; holdings: Holdings }) {
  const { t } = useTranslation();
  const live = useFromPrices((tick) => liveValue(valuation, holdings.holdings, tick));
  const currency = valuation.baseCurrency;
  return (
    <section aria-labelledby="worth" className="card flex min-w-0 flex-col p-5">
      <div className="flex flex-wrap items-start justify-between gap-2">
        <h2 id="worth" className="text-body font-medium text-muted">
          {t('home.worth')}
        </h2>
        <div className="flex flex-wrap gap-1.5">
          {valuation.simulated ? (
            <Badge tone="primary" title={t('simulated.why')}>
              {t('simulated.label')}
            </Badge>
          ) : null}
          {valuation.stale ? (
            <Badge tone="warn">{t('home.stale', { when: dayTime(valuation.asOf) })}</Badge>
          ) : null}
        </div>
      </div>
      <p className="figures mt-1 text-[32px]/[40px] font-semibold tracking-[-0.025em] sm:text-hero">
        {money(live.value, currency)}
      </p>
      <dl className="mt-1 flex flex-wrap gap-x-6 gap-y-1 text-body">
        <div className="flex flex-wrap items-baseline gap-x-2">
          <dt className="text-muted">{t('overview.today')}</dt>
          <dd>
            <Delta value={live.dayChange} className="font-medium">
              {`${moneyChange(live.dayChange, currency)} (${percentChange(live.dayChangeFraction)})`}
            </Delta>
          </dd>
        </div>
        <div className="flex flex-wrap items-baseline gap-x-2">
          <dt className="text-muted">{t('home.since')}</dt>
          <dd>
            <Delta value={valuation.unrealisedGain} className="font-medium">
              {moneyChange(valuation.unrealisedGain, currency)}
            </Delta>
          </dd>
        </div>
      </dl>
      {valuation.unvaluedSymbols.length > 0 ? (
        <p className="mt-2 text-dense text-warn">
          {t('overview.unvalued', { symbols: valuation.unvaluedSymbols.slice(0, 8).join(', ') })}
        </p>
      ) : null}
      <div className="mt-4">
        <ValueLines
          portfolioId={valuation.portfolioId}
          value={live.value}
          yesterday={live.value - live.dayChange}
          currency={currency}
        />
      </div>
    </section>
  );
}
