// the service worker of the tests
self.addEventListener('fetch', () => undefined);
