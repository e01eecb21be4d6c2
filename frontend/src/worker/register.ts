/** What the page is told of: a newer version waits, and how to let it take over. */
type Told = (takeOver: () => void) => void;

const HOUR_MS = 3_600_000;

/**
 * Registers the service worker, and asks for a newer one each hour and when the page is looked at again. A newer one waits:
 * what is open goes on undisturbed, and only the page whose reader says so takes it over and loads anew.
 */
export async function registerWorker(
  onNewVersion: Told,
  container = navigator.serviceWorker,
): Promise<() => void> {
  const registration = await container.register('/sw.js', { updateViaCache: 'none' });
  const offer = (worker: ServiceWorker) =>
    onNewVersion(() => {
      container.addEventListener('controllerchange', () => location.reload(), { once: true });
      worker.postMessage('take-over');
    });

  // the first worker of all replaces nothing
  if (registration.waiting && container.controller) offer(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing;
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed' && container.controller) offer(worker);
    });
  });

  const look = () => {
    if (document.hidden || !navigator.onLine) return;
    registration
      .update()
      .catch((error: unknown) => console.warn('no newer version could be looked for', error));
  };
  const timer = setInterval(look, HOUR_MS);
  document.addEventListener('visibilitychange', look);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', look);
  };
}
