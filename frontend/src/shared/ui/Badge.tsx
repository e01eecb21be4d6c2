import type { ReactNode } from 'react';
import { cx } from './cx';

type Tone = 'neutral' | 'primary' | 'warn' | 'danger' | 'gain';
const tones: Record<Tone, string> = {
  neutral: 'bg-surface-2 text-muted',
  primary: 'bg-primary-soft text-primary',
  warn: 'bg-warn-soft text-warn',
  danger: 'bg-danger-soft text-danger',
  gain: 'bg-surface-2 text-gain',
};

export function Badge({
  tone = 'neutral',
  children,
  title,
}: {
  tone?: Tone;
  children: ReactNode;
  title?: string;
}) {
  return (
    <span
      title={title}
      className={cx(
        'inline-flex items-center gap-1 rounded-full px-2.5 py-0.5 text-caption font-medium whitespace-nowrap',
        tones[tone],
      )}
    >
      {children}
    </span>
  );
}
