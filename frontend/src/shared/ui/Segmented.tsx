import { type ReactNode, useId } from 'react';
import { cx } from './cx';

type Props<T extends string> = {
  label: string;
  options: readonly { value: T; label: ReactNode; name?: string }[];
  value: T;
  onChange: (value: T) => void;
  className?: string;
  showLabel?: boolean;
};

/** One of a few, side by side: native radio buttons, so the arrow keys work as everywhere. */
export function Segmented<T extends string>({
  label,
  options,
  value,
  onChange,
  className,
  showLabel = false,
}: Props<T>) {
  const name = useId();
  return (
    <fieldset className={cx('min-w-0', className)}>
      <legend className={showLabel ? 'mb-1.5 text-dense font-medium text-muted' : 'sr-only'}>{label}</legend>
      <div className="inline-flex max-w-full flex-wrap gap-0.5 rounded-control border border-line bg-surface-2 p-0.5">
        {options.map((option) => (
          <label
            key={option.value}
            className={cx(
              'figures relative flex h-8 min-w-8 cursor-pointer items-center justify-center rounded-[6px] px-2.5 text-dense font-medium transition-colors',
              'has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-primary',
              option.value === value
                ? 'bg-surface text-fg shadow-[0_0_0_1px_var(--line)]'
                : 'text-muted hover:text-fg',
            )}
          >
            <input
              type="radio"
              className="absolute inset-0 cursor-pointer opacity-0"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              aria-label={option.name}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
