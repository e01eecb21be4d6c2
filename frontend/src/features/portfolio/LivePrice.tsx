import { useEffect, useRef } from 'react';
import { price } from '@/shared/format/format';
import { useTick } from '@/shared/stream/useStream';

const BETWEEN_FLASHES_MS = 500;

/** A price that moves with the market; a change tints its cell for 600 ms, at most twice a second. */
export function LivePrice({
  symbol,
  fallback,
  currency,
}: {
  symbol: string;
  fallback: string | undefined;
  currency: string;
}) {
  const tick = useTick(symbol);
  const cell = useRef<HTMLSpanElement>(null);
  const flashed = useRef(0);
  const known = useRef<number>(undefined);
  useEffect(() => {
    const before = known.current;
    known.current = tick?.price;
    const now = performance.now();
    if (!tick || before === undefined || before === tick.price || now - flashed.current < BETWEEN_FLASHES_MS)
      return;
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    flashed.current = now;
    const colour = tick.price > before ? 'var(--gain)' : 'var(--loss)';
    cell.current?.animate(
      [{ background: `color-mix(in srgb, ${colour} 24%, transparent)` }, { background: 'transparent' }],
      { duration: 600, easing: 'ease-out' },
    );
  }, [tick]);
  return (
    <span ref={cell} className="figures -mx-1 rounded px-1">
      {price(tick?.price ?? fallback, currency)}
    </span>
  );
}
