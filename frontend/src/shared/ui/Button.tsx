import type { ButtonHTMLAttributes, ComponentProps } from 'react';
import { Link } from './Link';
import { cx } from './cx';

type Look = 'primary' | 'secondary' | 'ghost' | 'danger';
type Size = 'normal' | 'small' | 'large';

const looks: Record<Look, string> = {
  primary: 'bg-primary text-on-primary hover:bg-primary-hover',
  secondary: 'border border-line-strong/60 bg-surface text-fg hover:bg-surface-2',
  ghost: 'text-fg hover:bg-surface-2',
  danger: 'border border-danger/50 text-danger hover:bg-danger-soft',
};
const sizes: Record<Size, string> = {
  small: 'h-8 px-3 text-dense',
  normal: 'h-10 px-4 text-body',
  large: 'h-12 px-6 text-body',
};

const face = (look: Look, size: Size, className?: string) =>
  cx(
    'inline-flex shrink-0 items-center justify-center gap-2 rounded-control font-medium whitespace-nowrap transition-colors select-none print:hidden',
    'disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed aria-disabled:opacity-55',
    looks[look],
    sizes[size],
    className,
  );

type Props = ButtonHTMLAttributes<HTMLButtonElement> & { look?: Look; size?: Size; busy?: boolean };

export function Button({
  look = 'secondary',
  size = 'normal',
  busy = false,
  className,
  onClick,
  ...rest
}: Props) {
  return (
    <button
      type="button"
      className={face(look, size, className)}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      {...rest}
    />
  );
}

type LinkProps = ComponentProps<typeof Link> & { look?: Look; size?: Size };
export function ButtonLink({ look = 'secondary', size = 'normal', className, ...rest }: LinkProps) {
  return <Link className={face(look, size, className)} {...rest} />;
}

export function ButtonAnchor({
  look = 'secondary',
  size = 'normal',
  className,
  children,
  ...rest
}: ComponentProps<'a'> & { look?: Look; size?: Size }) {
  return (
    <a className={face(look, size, className)} {...rest}>
      {children}
    </a>
  );
}
