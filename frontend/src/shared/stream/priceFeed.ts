import { createStore } from 'zustand/vanilla';
import { type Frame, ReliableSocket, type SocketStatus } from './reliableSocket';

export type Tick = {
  price: number;
  /** when the market had this price (ms since epoch) */
  at: number;
  /** where it went with its last change */
  moved: 'up' | 'down' | undefined;
};

export type FeedStatus = SocketStatus & {
  paused: boolean;
  /** since when the market's own feed has been silent, while it is */
  quietSince: string | undefined;
};

const HIDDEN_MS = 60_000;

/** Nobody reads a figure that changes more often; each time costs the page a layout and a painting. */
const BETWEEN_FLUSHES_MS = 250;

/**
 * The one live feed of the page: a price per symbol, written by the socket as frames arrive and handed to the rows that
 * show it at the start of an animation frame, four times a second at most. The whole page changes in that frame and stands
 * still in the others. A gap in the sequence means that something was missed: everything is asked for again.
 */
export class PriceFeed {
  readonly status = createStore<FeedStatus>(() => ({
    phase: 'closed',
    paused: false,
    quietSince: undefined,
  }));
  readonly #socket: ReliableSocket;
  readonly #wanted = new Map<string, number>();
  readonly #names = new Map<number, string>();
  readonly #ticks = new Map<string, Tick>();
  readonly #dirty = new Map<string, { price: number; at: number }>();
  readonly #rows = new Map<string, Set<() => void>>();
  readonly #everyone = new Set<() => void>();
  /** since when each source that is silent has been so */
  readonly #quiet = new Map<string, string>();
  #sequence: number | undefined;
  #frame: number | undefined;
  #due: ReturnType<typeof setTimeout> | undefined;
  #flushedAt = -Infinity;
  #flushes = 0;
  #asked = new Set<string>();
  #asking = false;
  #hidden: ReturnType<typeof setTimeout> | undefined;

  constructor(url: string, jitter?: () => number) {
    this.#socket = new ReliableSocket(
      url,
      {
        onHello: () => this.#askForAll(),
        onFrame: (frame) => this.#read(frame),
        onStatus: (status) => this.status.setState({ ...status, retryAt: status.retryAt }),
      },
      jitter,
    );
  }

  start() {
    document.addEventListener('visibilitychange', this.#visibility);
    this.#socket.open();
  }

  stop() {
    document.removeEventListener('visibilitychange', this.#visibility);
    clearTimeout(this.#hidden);
    clearTimeout(this.#due);
    this.#due = undefined;
    this.#flushedAt = -Infinity;
    this.#socket.close();
  }

  /** How often prices have been handed out: another number means other prices. */
  get flushes(): number {
    return this.#flushes;
  }

  tick(symbol: string): Tick | undefined {
    return this.#ticks.get(symbol);
  }

  heardAt(): number | undefined {
    return this.#socket.status.heardAt;
  }

  /** Asks for a symbol's prices until the returned function is called. */
  want(symbols: readonly string[]): () => void {
    for (const symbol of symbols) this.#wanted.set(symbol, (this.#wanted.get(symbol) ?? 0) + 1);
    this.#askSoon();
    return () => {
      for (const symbol of symbols) {
        const left = (this.#wanted.get(symbol) ?? 1) - 1;
        if (left > 0) this.#wanted.set(symbol, left);
        else this.#wanted.delete(symbol);
      }
      this.#askSoon();
    };
  }

  /** Hears of one symbol's changes. */
  onTick(symbol: string, listener: () => void): () => void {
    const listeners = this.#rows.get(symbol) ?? new Set();
    this.#rows.set(symbol, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  /** Hears that some prices changed. */
  onFlush(listener: () => void): () => void {
    this.#everyone.add(listener);
    return () => this.#everyone.delete(listener);
  }

  /** Moving figures can be held still (WCAG 2.2.2); the newest prices are shown when they go on. */
  pause(paused: boolean) {
    this.status.setState({ paused });
    if (!paused) this.#flushSoon();
  }

  readonly #visibility = () => {
    clearTimeout(this.#hidden);
    if (document.hidden) this.#hidden = setTimeout(() => this.#socket.close(), HIDDEN_MS);
    else this.#socket.open();
  };

  #askForAll() {
    this.#sequence = undefined;
    this.#quiet.clear();
    this.status.setState({ quietSince: undefined });
    this.#names.clear();
    this.#asked = new Set();
    this.#ask();
  }

  #askSoon() {
    if (this.#asking) return;
    this.#asking = true;
    queueMicrotask(() => {
      this.#asking = false;
      this.#ask();
    });
  }

  #ask() {
    if (this.#socket.status.phase !== 'live') return;
    const more = [...this.#wanted.keys()].filter((symbol) => !this.#asked.has(symbol));
    const less = [...this.#asked].filter((symbol) => !this.#wanted.has(symbol));
    if (less.length > 0) this.#socket.send({ action: 'unsubscribe', symbols: less });
    if (more.length > 0) this.#socket.send({ action: 'subscribe', symbols: more });
    this.#asked = new Set(this.#wanted.keys());
  }

  #read(frame: Frame) {
    if (frame.type === 'status') {
      this.#heardOf(String(frame.provider ?? ''), frame.stale === true ? String(frame.since) : undefined);
    } else if (frame.type === 'snapshot') {
      for (const [symbol, id] of Object.entries(frame.symbols ?? {})) {
        if (typeof id === 'number') this.#names.set(id, symbol);
      }
      this.#sequence = asNumber(frame.seq);
      this.#take(frame.prices);
    } else if (frame.type === 'prices') {
      if (this.#sequence === undefined) return; // a snapshot has been asked for and says more
      const sequence = asNumber(frame.seq);
      if (sequence !== this.#sequence + 1) return this.#askForAll();
      this.#sequence = sequence;
      this.#take(frame.prices);
    }
  }

  /** One source falls silent or speaks again; prices are delayed for as long as any of them is silent. */
  #heardOf(source: string, quietSince: string | undefined) {
    if (quietSince === undefined) this.#quiet.delete(source);
    else this.#quiet.set(source, quietSince);
    this.status.setState({ quietSince: [...this.#quiet.values()].toSorted()[0] });
  }

  #take(prices: unknown) {
    if (!Array.isArray(prices)) return;
    for (const entry of prices as unknown[]) {
      const [id, price, at] = Array.isArray(entry) ? (entry as unknown[]) : [];
      const symbol = typeof id === 'number' ? this.#names.get(id) : undefined;
      if (symbol === undefined || typeof price !== 'number') continue;
      this.#dirty.set(symbol, { price, at: asNumber(at) ?? Date.now() });
    }
    this.#flushSoon();
  }

  #flushSoon() {
    if (this.#frame !== undefined || this.#due !== undefined) return;
    if (this.#dirty.size === 0 || this.status.getState().paused) return;
    const wait = this.#flushedAt + BETWEEN_FLUSHES_MS - performance.now();
    if (wait > 0) {
      this.#due = setTimeout(() => {
        this.#due = undefined;
        this.#flushSoon();
      }, wait);
      return;
    }
    this.#frame = requestAnimationFrame(() => {
      this.#frame = undefined;
      this.#flush();
    });
  }

  #flush() {
    this.#flushedAt = performance.now();
    this.#flushes += 1;
    const changed: string[] = [];
    for (const [symbol, { price, at }] of this.#dirty) {
      const old = this.#ticks.get(symbol);
      const moved = !old || old.price === price ? old?.moved : price > old.price ? 'up' : 'down';
      this.#ticks.set(symbol, { price, at, moved });
      changed.push(symbol);
    }
    this.#dirty.clear();
    for (const symbol of changed) for (const listener of this.#rows.get(symbol) ?? []) listener();
    for (const listener of this.#everyone) listener();
  }
}

const asNumber = (value: unknown) => (typeof value === 'number' ? value : undefined);
