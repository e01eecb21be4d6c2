import { type ReactNode, useDeferredValue } from 'react';

/**
 * Its children are rendered piece by piece, so that the browser can do other things in between, and shown when they are
 * complete; until then, what stands in their place. What an answer brings would else be rendered in one go.
 */
export function Unhurried({ instead, children }: { instead: ReactNode; children: ReactNode }) {
  const ready = useDeferredValue(true, false);
  return ready ? children : instead;
}
