import { type ReactNode, useId } from 'react';

type Props = {
  label: string;
  /** what is typed, as text, so that an unfinished number is not lost */
  value: string;
  onChange: (text: string) => void;
  min: number;
  max: number;
  step: number;
  unit?: string;
  hint?: ReactNode;
  error?: string;
};

/** A number to be dragged or typed: nobody has to drag, and what lies beyond the slider can be typed. */
export function SliderField({ label, value, onChange, min, max, step, unit, hint, error }: Props) {
  const id = useId();
  const number = Number(value);
  const described = error ? `${id}-error` : hint ? `${id}-hint` : undefined;
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1.5 block text-dense font-medium">
        {label}
      </label>
      <div className="flex items-center gap-3">
        <input
          type="range"
          min={min}
          max={max}
          step={step}
          value={Number.isFinite(number) ? Math.min(max, Math.max(min, number)) : min}
          aria-label={label}
          onChange={(event) => onChange(event.target.value)}
          className="h-6 min-w-0 flex-1 accent-primary"
        />
        <span className="flex items-center gap-1.5">
          <input
            id={id}
            inputMode="decimal"
            autoComplete="off"
            value={value}
            aria-invalid={error ? true : undefined}
            aria-describedby={described}
            onChange={(event) => onChange(event.target.value)}
            className="figures h-10 w-28 rounded-control border border-line-strong bg-surface px-3 text-right text-body aria-invalid:border-danger"
          />
          {unit ? <span className="w-10 text-dense text-muted">{unit}</span> : null}
        </span>
      </div>
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
