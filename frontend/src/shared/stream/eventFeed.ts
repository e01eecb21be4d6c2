import { createStore } from 'zustand/vanilla';
import { type Frame, ReliableSocket, type SocketStatus } from './reliableSocket';

/** What happens to the signed-in user's things, told by /ws/events. */
export class EventFeed {
  readonly status = createStore<SocketStatus>(() => ({ phase: 'closed' }));
  readonly #listeners = new Set<(event: Frame) => void>();
  readonly #socket: ReliableSocket;
  #watchers = 0;

  constructor(url: string, jitter?: () => number) {
    this.#socket = new ReliableSocket(
      url,
      {
        onHello: () => {
          if (this.#watchers > 0) this.#watch('watch');
        },
        onFrame: (event) => {
          for (const listener of this.#listeners) listener(event);
        },
        onStatus: (status) => this.status.setState({ ...status, retryAt: status.retryAt }),
      },
      jitter,
    );
  }

  start() {
    this.#socket.open();
  }

  stop() {
    this.#socket.close();
  }

  onEvent(listener: (event: Frame) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Asks for the figures of margin accounts as they move, until the returned function is called. */
  watchMargins(): () => void {
    this.#watchers += 1;
    if (this.#watchers === 1) this.#watch('watch');
    let watching = true;
    return () => {
      if (!watching) return;
      watching = false;
      this.#watchers -= 1;
      if (this.#watchers === 0) this.#watch('unwatch');
    };
  }

  /** Said while connected; a new connection is told at its start. */
  #watch(action: 'watch' | 'unwatch') {
    this.#socket.send({ action, clients: true });
  }
}
