export type Phase = 'connecting' | 'live' | 'reconnecting' | 'offline' | 'closed';
export type SocketStatus = {
  phase: Phase;
  /** when the server was heard last (ms since epoch) */
  heardAt?: number;
  /** when the next attempt is made (ms since epoch) */
  retryAt?: number;
};
export type Frame = { type: string } & Record<string, unknown>;

type Handlers = {
  /** The server speaks first; only now may the client speak. */
  onHello: () => void;
  onFrame: (frame: Frame) => void;
  onStatus: (status: SocketStatus) => void;
};

const BACKOFF_SECONDS = [1, 2, 4, 8, 15];
const OFFLINE_AFTER_ATTEMPTS = 4;
const SILENCE_MS = 10_000;
const TOKEN_EXPIRED = 4401;
const LIMIT_REACHED = 4429;

/**
 * A WebSocket that comes back: it waits for the server's hello, notices silence (two missed heartbeats), and reconnects
 * with a growing, jittered delay. A token that expired is renewed by the gateway at the next handshake, so that one is
 * repeated at once.
 */
export class ReliableSocket {
  readonly #url: string;
  readonly #handlers: Handlers;
  readonly #jitter: () => number;
  #socket: WebSocket | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #attempts = 0;
  #silenceMs = SILENCE_MS;
  #status: SocketStatus = { phase: 'closed' };

  constructor(url: string, handlers: Handlers, jitter: () => number = () => 0.8 + Math.random() * 0.4) {
    this.#url = url;
    this.#handlers = handlers;
    this.#jitter = jitter;
  }

  get status(): SocketStatus {
    return this.#status;
  }

  open() {
    if (this.#status.phase !== 'closed') return;
    globalThis.addEventListener('online', this.#connectNow);
    this.#connect();
  }

  close() {
    globalThis.removeEventListener('online', this.#connectNow);
    clearTimeout(this.#retry);
    this.#drop();
    this.#attempts = 0;
    this.#set({ phase: 'closed' });
  }

  send(message: object) {
    if (this.#status.phase === 'live') this.#socket?.send(JSON.stringify(message));
  }

  readonly #connectNow = () => {
    if (this.#status.phase === 'reconnecting' || this.#status.phase === 'offline') this.#connect();
  };

  #connect() {
    clearTimeout(this.#retry);
    this.#drop();
    if (this.#status.phase === 'closed') this.#set({ phase: 'connecting' });
    const socket = new WebSocket(this.#url);
    this.#socket = socket;
    socket.onmessage = (event) => this.#heard(String(event.data));
    socket.onclose = (event) => this.#lost(event.code);
    this.#watch();
  }

  #heard(text: string) {
    this.#watch();
    const frame = parse(text);
    if (!frame) return;
    if (frame.type === 'hello') {
      this.#attempts = 0;
      if (typeof frame.heartbeatMs === 'number') this.#silenceMs = 2 * frame.heartbeatMs;
      this.#set({ phase: 'live', heardAt: Date.now() });
      this.#handlers.onHello();
      return;
    }
    this.#status = { ...this.#status, heardAt: Date.now() };
    this.#handlers.onFrame(frame);
  }

  #watch() {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.#lost(0), this.#silenceMs);
  }

  #lost(code: number) {
    this.#drop();
    const wait =
      code === TOKEN_EXPIRED && this.#attempts === 0
        ? 0
        : code === LIMIT_REACHED
          ? 30_000
          : (BACKOFF_SECONDS[Math.min(this.#attempts, BACKOFF_SECONDS.length - 1)] ?? 15) *
            1000 *
            this.#jitter();
    this.#attempts += 1;
    const phase = this.#attempts > OFFLINE_AFTER_ATTEMPTS || !navigator.onLine ? 'offline' : 'reconnecting';
    this.#set({ phase, heardAt: this.#status.heardAt, retryAt: Date.now() + wait });
    this.#retry = setTimeout(() => this.#connect(), wait);
  }

  /** Lets go of the present socket without hearing of it again. */
  #drop() {
    clearTimeout(this.#silence);
    if (!this.#socket) return;
    this.#socket.onmessage = null;
    this.#socket.onclose = null;
    this.#socket.close();
    this.#socket = undefined;
  }

  #set(status: SocketStatus) {
    this.#status = status;
    this.#handlers.onStatus(status);
  }
}

function parse(text: string): Frame | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
      ? (value as Frame)
      : undefined;
  } catch {
    return undefined; // a frame that cannot be read says nothing; silence is noticed elsewhere
  }
}

export const streamUrl = (path: string) =>
  `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}${path}`;
