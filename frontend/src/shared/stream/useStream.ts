import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { EventFeed } from './eventFeed';
import { PriceFeed, type Tick } from './priceFeed';
import { streamUrl } from './reliableSocket';

export const priceFeed = new PriceFeed(streamUrl('/ws/prices'));
export const eventFeed = new EventFeed(streamUrl('/ws/events'));

export const usePriceStatus = () => useStore(priceFeed.status);
export const useEventsLive = () => useStore(eventFeed.status, (status) => status.phase === 'live');

/** Keeps the symbols' prices coming while the component is shown. */
export function useWantPrices(symbols: readonly string[]) {
  const key = symbols.join(' ');
  useEffect(() => (key === '' ? undefined : priceFeed.want(key.split(' '))), [key]);
}

/** One symbol's price; only what shows it renders again, and what is out of sight does so every two seconds. */
export function useTick(symbol: string, inSight = true): Tick | undefined {
  return useSyncExternalStore(
    useCallback(
      (changed) => (inSight ? priceFeed.onTick(symbol, changed) : onSlow(changed)),
      [symbol, inSight],
    ),
    () => priceFeed.tick(symbol),
  );
}

/** A figure of many prices, computed again when they change. */
export function useFromPrices<T>(compute: (tick: (symbol: string) => Tick | undefined) => T): T {
  useSyncExternalStore(onFlush, () => priceFeed.flushes);
  return compute((symbol) => priceFeed.tick(symbol));
}

const onFlush = (changed: () => void) => priceFeed.onFlush(changed);

const SLOW_MS = 2000;
const slow = new Set<() => void>();
let due: ReturnType<typeof setTimeout> | undefined;
let stop: (() => void) | undefined;

/** Hears every two seconds that prices changed; all that listen do so at once, so that the page is rendered once. */
function onSlow(changed: () => void): () => void {
  slow.add(changed);
  stop ??= priceFeed.onFlush(() => {
    due ??= setTimeout(() => {
      due = undefined;
      for (const listener of slow) listener();
    }, SLOW_MS);
  });
  return () => {
    slow.delete(changed);
    if (slow.size > 0) return;
    stop?.();
    clearTimeout(due);
    stop = due = undefined;
  };
}
