import { cx } from '@/shared/ui/cx';

export type ShareBar = {
  key: string;
  name: string;
  share: number;
  /** where it should be, drawn as a line across the bar */
  target?: number;
};

type Props = {
  bars: readonly ShareBar[];
  format: (share: number) => string;
  /** says share and target of a bar, for those who do not see it */
  describe: (bar: ShareBar) => string;
  /** names that are sentences stand above their bars */
  wide?: boolean;
};

/** Shares of a whole, one under the other, each with the mark of where it should be. */
export function ShareBars({ bars, format, describe, wide = false }: Props) {
  const longest = Math.max(0.01, ...bars.flatMap((bar) => [Math.abs(bar.share), bar.target ?? 0]));
  const width = (share: number) => `${(Math.abs(share) / longest) * 100}%`;
  return (
    <ul className="space-y-3">
      {bars.map((bar) => (
        <li
          key={bar.key}
          className={cx(
            'grid items-center gap-x-3 text-dense',
            wide
              ? 'grid-cols-[minmax(0,1fr)_4rem] gap-y-1'
              : 'grid-cols-[minmax(5.500rem,9rem)_minmax(0,1fr)_3.500rem] gap-y-3',
          )}
        >
          <span className={cx('font-medium', wide ? 'col-span-2' : 'truncate')} title={bar.name}>
            {bar.name}
          </span>
          <span className="relative block h-4" aria-hidden="true">
            <span className="absolute inset-0 rounded-[3px] bg-surface-2" />
            <span
              className={`absolute inset-y-0 left-0 rounded-[3px] ${bar.share < 0 ? 'bg-loss' : 'bg-primary/70'}`}
              style={{ width: width(bar.share), minWidth: 2 }}
            />
            {bar.target === undefined ? null : (
              <span
                className="absolute -inset-y-1 w-[3px] -translate-x-1/2 rounded-full bg-fg shadow-[0_0_0_2px_var(--surface)]"
                style={{ left: width(bar.target) }}
              />
            )}
          </span>
          <span className="figures text-right" aria-hidden="true">
            {format(bar.share)}
          </span>
          <span className="sr-only">{describe(bar)}</span>
        </li>
      ))}
    </ul>
  );
}
