import { useSyncExternalStore } from 'react';

let since: number | undefined;

/** Whoever looks first sees when it began; the figure stays the same until there is a network again. */
const look = () => (since = navigator.onLine ? undefined : (since ?? Date.now()));

function follow(changed: () => void) {
  addEventListener('online', changed);
  addEventListener('offline', changed);
  return () => {
    removeEventListener('online', changed);
    removeEventListener('offline', changed);
  };
}

/** Since when the browser has had no network (ms since epoch); undefined while it has one. */
export const useOfflineSince = () => useSyncExternalStore(follow, look);
