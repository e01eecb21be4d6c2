import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { registerWorker } from './register';

class Worker extends EventTarget {
  state = 'installing';
  readonly postMessage = vi.fn();
}
class Registration extends EventTarget {
  waiting: Worker | null = null;
  installing: Worker | null = null;
  readonly update = vi.fn(() => Promise.resolve());

  installs(worker: Worker) {
    this.installing = worker;
    this.dispatchEvent(new Event('updatefound'));
    worker.state = 'installed';
    worker.dispatchEvent(new Event('statechange'));
  }
}
class Container extends EventTarget {
  controller: Worker | null = null;
  readonly registration = new Registration();
  readonly register = vi.fn(() => Promise.resolve(this.registration));
}

describe('a newer version', () => {
  let container: Container;
  let takeOver: (() => void)[];
  const start = () =>
    registerWorker((act) => takeOver.push(act), container as unknown as ServiceWorkerContainer);
  beforeEach(() => {
    container = new Container();
    takeOver = [];
  });

  it('is nothing to speak of where there was none before', async () => {
    await start();
    container.registration.installs(new Worker());
    expect(takeOver).toEqual([]);
    expect(container.register).toHaveBeenCalledWith('/sw.js', { updateViaCache: 'none' });
  });

  it('is offered while the old one goes on, and takes over when the reader says so', async () => {
    container.controller = new Worker();
    await start();
    const worker = new Worker();
    container.registration.installs(worker);
    expect(takeOver).toHaveLength(1);
    expect(worker.postMessage).not.toHaveBeenCalled();
    takeOver[0]?.();
    expect(worker.postMessage).toHaveBeenCalledWith('take-over');
  });

  it('that came before this page was opened is offered too', async () => {
    container.controller = new Worker();
    container.registration.waiting = new Worker();
    await start();
    expect(takeOver).toHaveLength(1);
  });

  it('is looked for when the page is looked at again, and no more once it has stopped', async () => {
    const stop = await start();
    document.dispatchEvent(new Event('visibilitychange'));
    expect(container.registration.update).toHaveBeenCalledTimes(1);
    stop();
    document.dispatchEvent(new Event('visibilitychange'));
    expect(container.registration.update).toHaveBeenCalledTimes(1);
  });
});

describe('the application’s manifest', () => {
  const manifest = JSON.parse(readFileSync(resolve('public/manifest.webmanifest'), 'utf8')) as {
    icons: { src: string; type: string; sizes: string; purpose: string }[];
  };

  it('has icons of the sizes it says, one of them to be cut to any shape', () => {
    const drawn = manifest.icons.filter(({ type }) => type === 'image/png');
    expect(drawn.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual([
      '192x192 any',
      '512x512 any',
      '512x512 maskable',
    ]);
    for (const { src, sizes } of drawn) {
      const png = readFileSync(resolve(`public${src}`));
      expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`, src).toBe(sizes);
    }
  });
});
