import { cx } from '@/shared/ui/cx';

const steps = [1, 2, 3, 4, 5, 6, 7] as const;

/** Seven steps with the one that holds filled; the number stands in it, so that colour is not all there is. */
export function ScoreScale({ score, label }: { score: number; label: string }) {
  return (
    <div role="img" aria-label={label} className="grid grid-cols-7 gap-1">
      {steps.map((step) => (
        <span
          key={step}
          className={cx(
            'figures flex h-9 items-center justify-center rounded-[6px] text-dense font-semibold',
            step === score
              ? 'bg-primary text-on-primary'
              : step < score
                ? 'bg-primary-soft text-primary'
                : 'bg-surface-2 text-muted',
          )}
        >
          {step}
        </span>
      ))}
    </div>
  );
}
