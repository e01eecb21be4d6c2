const KEY = 'riskwatch.inside';
const OVERVIEW = 'riskwatch.overview';

declare global {
  /** What index.html asked for before the application was there, by path. */
  interface Window {
    ahead?: Map<string, Promise<Response>>;
  }
}

/** A page that did not ask by now asks for something newer. */
const FRESH_MS = 15_000;

/** The answer to what index.html has asked for already; it is given once, as the next question wants a newer one. */
export function askedAhead(
  { method, url }: Pick<Request, 'method' | 'url'>,
  sinceStartMs = performance.now(),
): Promise<Response> | undefined {
  if (!window.ahead || sinceStartMs > FRESH_MS) return undefined;
  const { pathname, search } = new URL(url);
  const path = pathname + search;
  const answer = method === 'GET' ? window.ahead.get(path) : undefined;
  if (answer) window.ahead.delete(path);
  return answer;
}

/** Whether the reader of this browser was signed in when it was last known, or is about to be. */
export const insideExpected = () => localStorage.getItem(KEY) !== null;

/** Whether this browser is to ask ahead the next time: not for who will only be welcomed. */
export function expectInside(inside: boolean) {
  if (inside) {
    localStorage.setItem(KEY, '1');
  } else {
    localStorage.removeItem(KEY);
    localStorage.removeItem(OVERVIEW);
  }
}

/** Whose worth this browser is to ask for ahead the next time. */
export const expectOverviewOf = (portfolioId: string) => localStorage.setItem(OVERVIEW, portfolioId);
