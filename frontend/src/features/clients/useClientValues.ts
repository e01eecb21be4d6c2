import { useEffect, useState } from 'react';
import type { Client } from '@/api/types';
import { eventFeed, priceFeed } from '@/shared/stream/useStream';
import type { Row, Values } from './model/rows';

/** How the clients' accounts stand: as the list said, and since then as they are streamed. */
export function useClientValues(clients: readonly Client[]): Row[] {
  const [streamed, setStreamed] = useState<ReadonlyMap<string, Values & { at: number }>>(new Map());
  useEffect(() => {
    const stopWatching = eventFeed.watchMargins();
    const stopHearing = eventFeed.onEvent((frame) => {
      const at = Date.now();
      if (frame.type === 'margin.values' && Array.isArray(frame.accounts)) {
        if (priceFeed.status.getState().paused) return;
        const accounts = frame.accounts as (Values & { portfolioId: string })[];
        setStreamed(
          (old) => new Map([...old, ...accounts.map((it) => [it.portfolioId, { ...it, at }] as const)]),
        );
      } else if (frame.type === 'margin.changed' && typeof frame.portfolioId === 'string' && frame.status) {
        const { portfolioId } = frame;
        setStreamed((old) => new Map(old).set(portfolioId, { ...(frame.status as Values), at }));
      }
    });
    return () => {
      stopHearing();
      stopWatching();
    };
  }, []);
  return clients.map((client) => {
    const { margin, portfolioId } = client;
    const live = streamed.get(portfolioId);
    const isNewer = live && (!margin || live.at >= Date.parse(margin.timestamp));
    return { client, values: isNewer ? live : (margin ?? undefined) };
  });
}
