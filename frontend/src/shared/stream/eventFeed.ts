import { createStore } from 'zustand/vanilla';
import { type Frame, ReliableSocket, type SocketStatus } from './reliableSocket';

/** What happens to the signed-in user's things, told by /ws/events. */
export class EventFeed {
  readonly status = createStore<SocketStatus>(() => ({ phase: 'closed' }));
  readonly #listeners = new Set<(event: Frame) => void>();
  readonly #socket: ReliableSocket;

  constructor(url: string, jitter?: () => number) {
    this.#socket = new ReliableSocket(
      url,
      {
        onHello: () => undefined,
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
}
