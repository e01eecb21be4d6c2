import type { Margin } from '@/api/types';
import { percent } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { cx } from '@/shared/ui/cx';
import { END, placeOf, zones } from './model/gauge';

const fills = {
  OK: 'bg-gain/25',
  WATCH: 'bg-primary/25',
  WARNING: 'bg-warn/35',
  CALL: 'bg-danger/45',
} as const;

/** The requirement as a share of the equity, on a bar with the places where it gets serious. */
export function Gauge({ utilization, state }: Pick<Margin, 'utilization' | 'state'>) {
  const { t } = useTranslation();
  const beyond = utilization === undefined || utilization === null;
  const said = beyond ? t('margin.beyond') : percent(utilization, 0);
  const at = placeOf(utilization) * 100;
  return (
    <div>
      <div className="flex items-baseline justify-between gap-3">
        <p className="text-dense text-muted">{t('margin.utilization')}</p>
        <p className={cx('figures text-figure font-semibold', state === 'STALE' && 'text-muted')}>{said}</p>
      </div>
      <div
        role="meter"
        aria-label={t('margin.utilization')}
        aria-valuemin={0}
        aria-valuemax={END * 100}
        aria-valuenow={Math.round(at * END)}
        aria-valuetext={t('margin.gaugeSaid', { value: said, state: t(`margin.state.${state}`) })}
        className={cx('relative mt-1', state === 'STALE' && 'opacity-60')}
      >
        <div className="flex h-4 gap-px overflow-hidden rounded-full">
          {zones.map((zone) => (
            <span
              key={zone.state}
              className={fills[zone.state]}
              style={{ width: `${((zone.to - zone.from) / END) * 100}%` }}
            />
          ))}
        </div>
        <span
          className="absolute -top-1 h-6 w-1 -translate-x-1/2 rounded-full bg-fg ring-2 ring-surface transition-[left] duration-300"
          style={{ left: `${at}%` }}
        />
      </div>
      <div className="figures relative mt-1.5 h-4 text-caption text-muted" aria-hidden="true">
        {zones.slice(1).map(({ from }) => (
          <span key={from} className="absolute -translate-x-1/2" style={{ left: `${(from / END) * 100}%` }}>
            {percent(from, 0)}
          </span>
        ))}
      </div>
    </div>
  );
}
