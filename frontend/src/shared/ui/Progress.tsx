import { cx } from './cx';

/** How far something is; without a percentage it only says that something is going on. */
export function Progress({
  label,
  percent,
  className,
}: {
  label: string;
  percent?: number;
  className?: string;
}) {
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent === undefined ? undefined : Math.round(percent)}
      className={cx('h-2 overflow-hidden rounded-full bg-surface-2', className)}
    >
      <div
        className={cx(
          'h-full rounded-full bg-primary transition-[width] duration-300',
          percent === undefined && 'w-1/3 animate-pulse',
        )}
        style={percent === undefined ? undefined : { width: `${Math.min(100, Math.max(2, percent))}%` }}
      />
    </div>
  );
}
