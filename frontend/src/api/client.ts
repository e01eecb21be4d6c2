import createClient from 'openapi-fetch';
import { Problem } from './problem';
import type { MarketPaths, paths } from './types';

/** The gateway's token against forged requests: a readable cookie, sent back as a header or a form field. */
export function csrfToken(cookies = document.cookie): string {
  const pair = cookies.split('; ').find((cookie) => cookie.startsWith('XSRF-TOKEN='));
  return pair ? decodeURIComponent(pair.slice('XSRF-TOKEN='.length)) : '';
}

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Nobody waits for ever: an answer that does not come in time is a failure that can be tried again. */
const ANSWER_MS = 30_000;
const UPLOAD_MS = 600_000;

export async function send(request: Request, withinMs = ANSWER_MS): Promise<Response> {
  if (!safe.has(request.method)) request.headers.set('X-XSRF-TOKEN', csrfToken());
  try {
    return await fetch(request, { signal: AbortSignal.any([request.signal, AbortSignal.timeout(withinMs)]) });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw Problem.unreachable();
  }
}

const options = { baseUrl: location.origin, fetch: (request: Request) => send(request) };
export const api = createClient<paths>(options);
export const market = createClient<MarketPaths>(options);

type Answer<T> = { data?: T; error?: unknown; response: Response };

/** The body of an answer, or the problem the service named. */
export async function unwrap<T>(answer: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await answer;
  if (!response.ok) throw new Problem(response.status, error, response.headers.get('Retry-After'));
  return data as T;
}

/** Sends a file; the generated client has no types for multipart bodies. */
export async function upload<T>(path: string, file: File): Promise<T> {
  const body = new FormData();
  body.append('file', file);
  const response = await send(
    new Request(new URL(path, location.origin), { method: 'POST', body }),
    UPLOAD_MS,
  );
  const json: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw new Problem(response.status, json, response.headers.get('Retry-After'));
  return json as T;
}

/** Makes a retried POST create one thing. */
export const idempotencyKey = () => ({ 'Idempotency-Key': crypto.randomUUID() });
