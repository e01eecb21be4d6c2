import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
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

/** One symbol's price; only the row that shows it renders again. */
export function useTick(symbol: string): Tick | undefined {
  return useSyncExternalStore(
    useCallback((changed) => priceFeed.onTick(symbol, changed), [symbol]),
    () => priceFeed.tick(symbol),
  );
}

const CALM_MS = 250;
const calm = new Set<() => void>();
let due: ReturnType<typeof setTimeout> | undefined;
let stop: (() => void) | undefined;

/** Hears four times a second that prices changed; all that listen do so at once, so that the page is rendered once. */
function onCalm(changed: () => void): () => void {
  calm.add(changed);
  stop ??= priceFeed.onFlush(() => {
    due ??= setTimeout(() => {
      due = undefined;
      for (const listener of calm) listener();
    }, CALM_MS);
  });
  return () => {
    calm.delete(changed);
    if (calm.size > 0) return;
    stop?.();
    clearTimeout(due);
    stop = due = undefined;
  };
}

/** A figure of many prices, computed again at most four times a second. */
export function useFromPrices<T>(compute: (tick: (symbol: string) => Tick | undefined) => T): T {
  const [, setVersion] = useState(0);
  useEffect(() => onCalm(() => setVersion((version) => version + 1)), []);
  return compute((symbol) => priceFeed.tick(symbol));
}
