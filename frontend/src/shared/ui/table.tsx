import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx';

/** A table that scrolls inside its own region on narrow screens, reachable by the keyboard. */
export function Table({
  label,
  children,
  className,
}: {
  label: string;
  children: ReactNode;
  className?: string;
}) {
  return (
    <div role="region" aria-label={label} tabIndex={0} className="relative max-w-full overflow-x-auto">
      <table className={cx('w-full border-collapse text-dense', className)}>{children}</table>
    </div>
  );
}

type CellProps = { right?: boolean } & ComponentProps<'td'>;
export function Th({ right, className, ...rest }: { right?: boolean } & ComponentProps<'th'>) {
  return (
    <th
      scope="col"
      className={cx(
        'border-b border-line px-3 py-2 text-caption font-medium whitespace-nowrap text-muted first:pl-5 last:pr-5',
        right ? 'text-right' : 'text-left',
        className,
      )}
      {...rest}
    />
  );
}
export function Td({ right, className, ...rest }: CellProps) {
  return (
    <td
      className={cx(
        'px-3 py-2.5 align-middle first:pl-5 last:pr-5',
        right && 'figures text-right whitespace-nowrap',
        className,
      )}
      {...rest}
    />
  );
}
/** A row whose figures move is a layer of its own: when they do, the rows around it need not be painted anew. */
export function Tr({ live, className, ...rest }: { live?: boolean } & ComponentProps<'tr'>) {
  return (
    <tr className={cx('border-b border-line/70 last:border-b-0', live && 'relative', className)} {...rest} />
  );
}
