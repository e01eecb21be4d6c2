import { useEffect, useRef } from 'react';
import { price } from '@/shared/format/format';
import type { Tick } from '@/shared/stream/priceFeed';
import { useTick } from '@/shared/stream/useStream';
import { useInSight } from '@/shared/rendering/useInSight';

const BETWEEN_FLASHES_MS = 500;
const HELD_MS = 600;

type Props = { symbol: string; fallback: string | undefined; currency: string };

/** A price that moves with the market. */
export function LivePrice({ symbol, fallback, currency }: Props) {
  const [box, inSight] = useInSight<HTMLSpanElement>();
  const tick = useTick(symbol, inSight);
  return (
    <span ref={box}>
      <MovingPrice tick={tick} inSight={inSight} fallback={fallback} currency={currency} />
    </span>
  );
}

type MovingProps = {
  tick: Tick | undefined;
  inSight: boolean;
  fallback: string | undefined;
  currency: string;
};

/**
 * The price of a tick; a change tints its cell for 600 ms, at most twice a second. The tint is held and does not fade: a
 * hundred fading cells are painted anew in every frame.
 */
export function MovingPrice({ tick, inSight, fallback, currency }: MovingProps) {
  const cell = useRef<HTMLSpanElement>(null);
  const flashed = useRef(0);
  const known = useRef<number>(undefined);
  const over = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    const before = known.current;
    known.current = tick?.price;
    const now = performance.now();
    if (!tick || before === undefined || before === tick.price) return;
    if (!inSight || now - flashed.current < BETWEEN_FLASHES_MS) return;
    flashed.current = now;
    cell.current?.setAttribute('data-moved', tick.price > before ? 'up' : 'down');
    clearTimeout(over.current);
    over.current = setTimeout(() => cell.current?.removeAttribute('data-moved'), HELD_MS);
  }, [tick, inSight]);
  useEffect(() => () => clearTimeout(over.current), []);
  return (
    <span ref={cell} className="tick figures -mx-1 rounded px-1">
      {price(tick?.price ?? fallback, currency)}
    </span>
  );
}
