import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { runInNewContext } from 'node:vm';
import { beforeEach, describe, expect, it, vi } from 'vitest';

type Listener = (event: Record<string, unknown>) => void;
const ORIGIN = 'https://riskwatch.test';
const template = readFileSync(resolve('src/worker/sw.js'), 'utf8');

/** A cache that knows what was put into it by hand or by addAll, and a worker in it. */
class Place {
  readonly caches = new Map<string, Map<string, string>>();
  readonly asked: { url: string; credentials: RequestCredentials }[] = [];
  readonly skipWaiting = vi.fn(() => Promise.resolve());
  readonly claim = vi.fn(() => Promise.resolve());
  online = true;
  listeners: Record<string, Listener> = {};

  start(version: string, files: readonly string[]) {
    const open = (name: string) => {
      const entries = this.caches.get(name) ?? new Map<string, string>();
      this.caches.set(name, entries);
      return Promise.resolve({
        addAll: async (requests: Request[]) => {
          for (const request of requests)
            entries.set(pathOf(request), await (await this.#fetch(request)).text());
        },
        match: (path: string) => {
          const known = entries.get(path);
          return Promise.resolve(known === undefined ? undefined : new Response(known));
        },
      });
    };
    this.listeners = {};
    runInNewContext(
      template.replace('__FILES__', JSON.stringify(files)).replace('__VERSION__', JSON.stringify(version)),
      {
        self: {
          addEventListener: (type: string, listener: Listener) => (this.listeners[type] = listener),
          location: { origin: ORIGIN },
          skipWaiting: this.skipWaiting,
          clients: { claim: this.claim },
        },
        caches: {
          open,
          keys: () => Promise.resolve([...this.caches.keys()]),
          delete: (name: string) => Promise.resolve(this.caches.delete(name)),
        },
        fetch: (request: Request) => this.#fetch(request),
        Request: class extends Request {
          constructor(path: string, init: RequestInit) {
            super(new URL(path, ORIGIN), init);
          }
        },
        URL,
        Promise,
      },
    );
  }

  #fetch(request: Request): Promise<Response> {
    this.asked.push({ url: pathOf(request), credentials: request.credentials });
    if (!this.online) return Promise.reject(new TypeError('Failed to fetch'));
    return Promise.resolve(new Response(`network ${pathOf(request)}`));
  }

  /** Something happens, until the worker has dealt with it. */
  async happens(type: string, event: Record<string, unknown> = {}) {
    let until: unknown;
    this.listeners[type]?.({ ...event, waitUntil: (work: unknown) => (until = work) });
    await until;
  }

  /** What the worker answers; undefined where it leaves the request alone. */
  async answer(path: string, init: { method?: string; mode?: string; origin?: string } = {}) {
    const request = {
      url: (init.origin ?? ORIGIN) + path,
      method: init.method ?? 'GET',
      mode: init.mode ?? 'cors',
    };
    let answer: Promise<Response> | undefined;
    this.listeners.fetch?.({ request, respondWith: (given: Promise<Response>) => (answer = given) });
    return (await answer)?.text();
  }
}

const pathOf = ({ url }: { url: string }) => new URL(url).pathname;
const files = ['/', '/theme.js', '/assets/base-A1.js', '/assets/de-B2.js'];

describe('the service worker', () => {
  let place: Place;
  beforeEach(async () => {
    place = new Place();
    place.start('v1', files);
    await place.happens('install');
    await place.happens('activate');
  });

  it('fetches what the application consists of, without anybody’s cookies', () => {
    expect(place.asked).toEqual(files.map((url) => ({ url, credentials: 'omit' })));
    expect([...(place.caches.get('riskwatch-v1')?.keys() ?? [])]).toEqual(files);
  });

  it('answers a hashed file without asking anybody', async () => {
    place.online = false;
    expect(await place.answer('/assets/base-A1.js')).toBe('network /assets/base-A1.js');
    await expect(place.answer('/assets/other-C3.js')).rejects.toThrow('Failed to fetch');
  });

  it('opens the newest page, and without a network the one it kept, whatever the address', async () => {
    const going = { mode: 'navigate' };
    expect(await place.answer('/risk/7', going)).toBe('network /risk/7');
    place.online = false;
    expect(await place.answer('/risk/7', going)).toBe('network /');
    expect(await place.answer('/theme.js')).toBe('network /theme.js');
  });

  it.each([
    ['/api/v1/me', {}],
    ['/session', {}],
    ['/api/v1/analyses', { method: 'POST' }],
    ['/logout', { method: 'POST', mode: 'navigate' }],
    ['/oauth2/authorization/riskwatch', { mode: 'navigate' }],
    ['/login/oauth2/code/riskwatch', { mode: 'navigate' }],
    ['/docs', { mode: 'navigate' }],
    ['/risk', { origin: 'https://elsewhere.test', mode: 'navigate' }],
  ])('leaves %s %o to the network, with and without one', async (path, request) => {
    const asked = place.asked.length;
    expect(await place.answer(path, request)).toBeUndefined();
    place.online = false;
    expect(await place.answer(path, request)).toBeUndefined();
    expect(place.asked).toHaveLength(asked);
  });

  it('keeps nothing that was not in its list', async () => {
    await place.answer('/risk/7', { mode: 'navigate' });
    await place.answer('/assets/other-C3.js');
    await place.answer('/api/v1/me');
    expect([...(place.caches.get('riskwatch-v1')?.keys() ?? [])]).toEqual(files);
  });

  it('lets a newer version wait until it is asked for, and then forgets the old one only', async () => {
    place.caches.set('somebody-elses', new Map());
    place.start('v2', ['/', '/assets/base-D4.js']);
    await place.happens('install');
    expect(place.skipWaiting).not.toHaveBeenCalled();
    await place.happens('message', { data: 'hello' });
    expect(place.skipWaiting).not.toHaveBeenCalled();
    await place.happens('message', { data: 'take-over' });
    expect(place.skipWaiting).toHaveBeenCalledOnce();
    await place.happens('activate');
    expect([...place.caches.keys()].sort()).toEqual(['riskwatch-v2', 'somebody-elses']);
    expect(place.claim).toHaveBeenCalled();
  });
});
