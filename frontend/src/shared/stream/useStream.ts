import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
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

/** A figure of many prices, computed again at most four times a second. */
export function useFromPrices<T>(compute: (tick: (symbol: string) => Tick | undefined) => T): T {
  const [, setVersion] = useState(0);
  const due = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    const stop = priceFeed.onFlush(() => {
      due.current ??= setTimeout(() => {
        due.current = undefined;
        setVersion((version) => version + 1);
      }, 250);
    });
    return () => {
      stop();
      clearTimeout(due.current);
      due.current = undefined;
    };
  }, []);
  return compute((symbol) => priceFeed.tick(symbol));
}
