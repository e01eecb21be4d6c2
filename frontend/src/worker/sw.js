// The service worker: it keeps the application's own files, so that the page opens without a network. It never answers for,
// and never keeps, what a session is asked for: the services' answers, the session, signing in and out are not its business.
// The build puts the list of files in here (scripts/worker.ts); with another list this is another version.
const FILES = __FILES__;
const PREFIX = 'riskwatch-';
const CACHE = PREFIX + __VERSION__;
const SHELL = '/';

/** Addresses that the gateway or a service answers, even when one goes there. */
const notOurs =
  /^\/(api|ws|auth|oauth2|login\/oauth2|logout|session|actuator|internal|docs|v3|webjars|\.well-known)(\/|$)/;

/** Without cookies: what is kept is the same for everybody. */
const fetchAnew = (path) => new Request(path, { credentials: 'omit', cache: 'no-cache' });

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(FILES.map(fetchAnew))));
});

self.addEventListener('activate', (event) => {
  const old = (name) => name.startsWith(PREFIX) && name !== CACHE;
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

// said by the page that shows "a new version is there", when its reader says so; until then the old one goes on
self.addEventListener('message', (event) => {
  if (event.data === 'take-over') event.waitUntil(self.skipWaiting());
});

const kept = async (path) => (await caches.open(CACHE)).match(path);

/** A file with its hash in the name never changes. */
const hashed = async (request, path) => (await kept(path)) ?? fetch(request);

/** The newest, and where there is no network what was kept. */
async function newest(request, path) {
  try {
    return await fetch(request);
  } catch (error) {
    const known = await kept(path);
    if (known) return known;
    throw error;
  }
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin || notOurs.test(pathname)) return;
  if (pathname.startsWith('/assets/')) event.respondWith(hashed(request, pathname));
  else if (request.mode === 'navigate') event.respondWith(newest(request, SHELL));
  else if (FILES.includes(pathname)) event.respondWith(newest(request, pathname));
});
