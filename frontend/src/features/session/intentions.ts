/** What a visitor chose before there was an account to keep it: used once, after landing. */
export type Intentions = { currency?: string; riskTolerance?: number; next?: string };

const KEY = 'riskwatch.intentions';

export function intend(change: Intentions, storage: Storage = sessionStorage) {
  storage.setItem(KEY, JSON.stringify({ ...readIntentions(storage), ...change }));
}

export function readIntentions(storage: Storage = sessionStorage): Intentions {
  try {
    const kept: unknown = JSON.parse(storage.getItem(KEY) ?? '{}');
    return typeof kept === 'object' && kept !== null ? kept : {};
  } catch {
    return {}; // what cannot be read was not chosen
  }
}

export const forgetIntentions = (storage: Storage = sessionStorage) => storage.removeItem(KEY);

/** Only a path of this application is followed, never an address from elsewhere. */
export function safePath(path: string | undefined): string | undefined {
  return path && /^\/(?![/\\])/.test(path) ? path : undefined;
}
