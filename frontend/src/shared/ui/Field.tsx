import { type ComponentProps, type ReactNode, useId } from 'react';
import { cx } from './cx';

const control =
  'h-10 w-full min-w-0 rounded-control border border-line-strong bg-surface px-3 text-body text-fg placeholder:text-muted disabled:cursor-not-allowed disabled:border-line disabled:bg-surface-2 disabled:text-muted aria-invalid:border-danger';

type Common = { label: ReactNode; hint?: ReactNode; error?: ReactNode; className?: string };

function Frame({
  id,
  label,
  hint,
  error,
  className,
  children,
}: Common & { id: string; children: ReactNode }) {
  return (
    <div className={cx('min-w-0', className)}>
      <label htmlFor={id} className="mb-1.5 block text-dense font-medium">
        {label}
      </label>
      {children}
      {error ? (
        <p id={`${id}-error`} className="mt-1.5 text-dense text-danger">
          {error}
        </p>
      ) : hint ? (
        <p id={`${id}-hint`} className="mt-1.5 text-dense text-muted">
          {hint}
        </p>
      ) : null}
    </div>
  );
}

const describedBy = (id: string, { hint, error }: Common) =>
  error ? `${id}-error` : hint ? `${id}-hint` : undefined;

export function TextField({
  label,
  hint,
  error,
  className,
  ...rest
}: Common & Omit<ComponentProps<'input'>, 'className'>) {
  const id = useId();
  const frame = { label, hint, error, className };
  return (
    <Frame id={id} {...frame}>
      <input
        id={id}
        className={cx(control, rest.type === 'file' && 'py-1.5')}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, frame)}
        {...rest}
      />
    </Frame>
  );
}

export function SelectField({
  label,
  hint,
  error,
  className,
  children,
  ...rest
}: Common & Omit<ComponentProps<'select'>, 'className'>) {
  const id = useId();
  const frame = { label, hint, error, className };
  return (
    <Frame id={id} {...frame}>
      <select
        id={id}
        className={cx(control, 'chevron appearance-none pr-9')}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, frame)}
        {...rest}
      >
        {children}
      </select>
    </Frame>
  );
}

export function TextAreaField({
  label,
  hint,
  error,
  className,
  ...rest
}: Common & Omit<ComponentProps<'textarea'>, 'className'>) {
  const id = useId();
  const frame = { label, hint, error, className };
  return (
    <Frame id={id} {...frame}>
      <textarea
        id={id}
        rows={4}
        className={cx(control, 'h-auto py-2')}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, frame)}
        {...rest}
      />
    </Frame>
  );
}

export function CheckField({
  label,
  hint,
  className,
  ...rest
}: Omit<Common, 'error'> & Omit<ComponentProps<'input'>, 'className' | 'type'>) {
  const id = useId();
  return (
    <div className={cx('min-w-0', className)}>
      <label className="flex min-h-6 items-center gap-2">
        <input type="checkbox" aria-describedby={hint ? `${id}-hint` : undefined} {...rest} />
        {label}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="mt-1 text-dense text-muted">
          {hint}
        </p>
      ) : null}
    </div>
  );
}
