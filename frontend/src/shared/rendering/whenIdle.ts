/** Nobody waits longer than this for a browser that is never idle. */
const LATEST_MS = 1000;

/** Does something in a task of its own once the browser has nothing more urgent to do; returns how to call it off. */
export function whenIdle(act: () => void): () => void {
  // Safari knows no idle moments
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(act);
    return () => clearTimeout(timer);
  }
  const asked = requestIdleCallback(act, { timeout: LATEST_MS });
  return () => cancelIdleCallback(asked);
}
