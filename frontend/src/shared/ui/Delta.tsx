import { useTranslation } from '@/shared/i18n/i18n';
import { type Direction, direction } from '@/shared/format/format';
import { cx } from './cx';

const tone: Record<Direction, string> = { up: 'text-gain', down: 'text-loss', flat: 'text-muted' };

export function Arrow({ to, className = 'size-[0.7em]' }: { to: Direction; className?: string }) {
  if (to === 'flat') return null;
  return (
    <svg viewBox="0 0 10 10" className={cx('inline-block shrink-0', className)} aria-hidden="true">
      <path d={to === 'up' ? 'M5 1 9.500 9H.5z' : 'M5 9 .5 1h9z'} fill="currentColor" />
    </svg>
  );
}

/** A change: colour is never alone, the sign, the arrow and a word for those who hear the page go with it. */
export function Delta({
  value,
  children,
  className,
}: {
  value: number | string | undefined;
  children: string;
  className?: string;
}) {
  const { t } = useTranslation();
  const to = direction(value);
  return (
    <span className={cx('figures inline-flex items-center gap-1 whitespace-nowrap', tone[to], className)}>
      <Arrow to={to} />
      <span className="sr-only">{t(`change.${to}`)} </span>
      {children}
    </span>
  );
}
