import type { Client } from 'openapi-fetch';
import { askedAhead } from './ahead';
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
    const ahead = askedAhead(request);
    if (ahead) return await ahead;
    return await fetch(request, { signal: AbortSignal.any([request.signal, AbortSignal.timeout(withinMs)]) });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw Problem.unreachable();
  }
}

type Init = {
  params?: {
    path?: Record<string, unknown>;
    query?: Record<string, unknown>;
    header?: Record<string, string>;
  };
  headers?: Record<string, string>;
  body?: unknown;
  parseAs?: 'json' | 'text';
  signal?: AbortSignal;
};

/** A path with its parameters filled in; what a query does not say is left out, a list is said once for each. */
export function addressOf(path: string, { params = {} }: Pick<Init, 'params'>): URL {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(params.path?.[name])),
  );
  const url = new URL(filled, location.origin);
  for (const [name, value] of Object.entries(params.query ?? {}))
    for (const each of Array.isArray(value) ? value : [value])
      if (each !== undefined && each !== null) url.searchParams.append(name, String(each));
  return url;
}

/** Asking takes the browser two milliseconds, and a page that appears asks a dozen things at once. */
const inTaskOfItsOwn = () =>
  new Promise<void>((begin) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      begin();
    };
    port2.postMessage(null);
  });

const request =
  (method: string) =>
  async (path: string, init: Init = {}) => {
    const { params, headers, body, parseAs, signal } = init;
    if (method === 'GET') await inTaskOfItsOwn();
    const response = await send(
      new Request(addressOf(path, init), {
        method,
        signal,
        headers: {
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...params?.header,
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
    const text = await response.text();
    if (response.ok) return { response, data: parseAs === 'text' ? text : parsed(text) };
    return { response, error: parsed(text) };
  };

/** An answer may have no body, and an error on the way may not be JSON. */
function parsed(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The calls of a published contract, typed by it. The library that types them would weigh more than these lines. */
type Calls<Paths extends object> = Pick<Client<Paths>, 'GET' | 'PUT' | 'POST' | 'DELETE' | 'PATCH'>;
const calls = {
  GET: request('GET'),
  PUT: request('PUT'),
  POST: request('POST'),
  DELETE: request('DELETE'),
  PATCH: request('PATCH'),
};
export const api = calls as unknown as Calls<paths>;
export const market = calls as unknown as Calls<MarketPaths>;

type Answer<T> = { data?: T; error?: unknown; response: Response };

/** The body of an answer, or the problem the service named. */
export async function unwrap<T>(answer: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await answer;
  if (!response.ok) throw new Problem(response.status, error, response.headers.get('Retry-After'));
  return data as T;
}

/** The body with the version that a change of it must name. */
export async function tagged<T>(answer: Promise<Answer<T>>): Promise<{ body: T; etag: string | null }> {
  const body = await unwrap(answer);
  return { body, etag: (await answer).response.headers.get('ETag') };
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
