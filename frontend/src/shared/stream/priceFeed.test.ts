import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeSocket } from '../../../test/fakeSocket';
import { PriceFeed } from './priceFeed';

const hello = { type: 'hello', heartbeatMs: 5000 };
const snapshot = (seq: number) => ({
  type: 'snapshot',
  symbols: { ORBX: 7, HALO: 9 },
  prices: [
    [7, 187.23, 1],
    [9, 71.9, 1],
  ],
  seq,
});
const prices = (seq: number, price: number) => ({ type: 'prices', prices: [[7, price, 2]], seq });

describe('the price feed', () => {
  let feed: PriceFeed;

  beforeEach(() => {
    vi.useFakeTimers();
    FakeSocket.all = [];
    vi.stubGlobal('WebSocket', FakeSocket);
    feed = new PriceFeed('ws://test/ws/prices', () => 1);
    feed.want(['ORBX', 'HALO']);
    feed.start();
  });
  afterEach(() => {
    feed.stop();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  /** Until what has come is surely handed out. */
  const frame = () => vi.advanceTimersByTime(250 + 17);

  it('says nothing before the server has said hello, then asks for what the page shows', () => {
    expect(FakeSocket.latest.sent).toEqual([]);
    FakeSocket.latest.says(hello);
    expect(FakeSocket.latest.sent).toEqual([{ action: 'subscribe', symbols: ['ORBX', 'HALO'] }]);
    expect(feed.status.getState().phase).toBe('live');
  });

  it('hands a frame’s prices to their rows once per animation frame', () => {
    const row = vi.fn();
    feed.onTick('ORBX', row);
    FakeSocket.latest.says(hello);
    FakeSocket.latest.says(snapshot(41));
    FakeSocket.latest.says(prices(42, 187.3));
    FakeSocket.latest.says(prices(43, 187.4));
    expect(row).not.toHaveBeenCalled();
    frame();
    expect(row).toHaveBeenCalledTimes(1);
    expect(feed.tick('ORBX')).toMatchObject({ price: 187.4 });
  });

  it('hands prices out four times a second at most, then the newest, and at once what comes after a pause', () => {
    const shown: (number | undefined)[] = [];
    feed.onTick('ORBX', () => shown.push(feed.tick('ORBX')?.price));
    FakeSocket.latest.says(hello);
    FakeSocket.latest.says(snapshot(0));
    vi.advanceTimersByTime(17);
    expect(shown).toEqual([187.23]);
    for (let sequence = 1; sequence <= 10; sequence += 1) {
      FakeSocket.latest.says(prices(sequence, 100 + sequence));
      vi.advanceTimersByTime(100);
    }
    expect(shown).toEqual([187.23, 103, 106, 108]);
    vi.advanceTimersByTime(1000);
    expect(shown).toEqual([187.23, 103, 106, 108, 110]);
    FakeSocket.latest.says(prices(11, 120));
    vi.advanceTimersByTime(17);
    expect(shown.at(-1)).toBe(120);
  });

  it('asks for everything again when the sequence has a gap, and shows nothing in between', () => {
    FakeSocket.latest.says(hello);
    FakeSocket.latest.says(snapshot(41));
    FakeSocket.latest.says(prices(44, 1));
    frame();
    expect(FakeSocket.latest.sent).toHaveLength(2);
    expect(FakeSocket.latest.sent[1]).toEqual({ action: 'subscribe', symbols: ['ORBX', 'HALO'] });
    FakeSocket.latest.says(prices(45, 2));
    frame();
    expect(feed.tick('ORBX')?.price).toBe(187.23);
    FakeSocket.latest.says({ ...snapshot(46), prices: [[7, 190, 3]] });
    FakeSocket.latest.says(prices(47, 191));
    frame();
    expect(feed.tick('ORBX')?.price).toBe(191);
  });

  it('comes back with a growing delay and asks again', () => {
    FakeSocket.latest.says(hello);
    FakeSocket.latest.ends(1006);
    expect(feed.status.getState().phase).toBe('reconnecting');
    vi.advanceTimersByTime(999);
    expect(FakeSocket.all).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(FakeSocket.all).toHaveLength(2);
    FakeSocket.latest.ends(1006);
    vi.advanceTimersByTime(1999);
    expect(FakeSocket.all).toHaveLength(2);
    vi.advanceTimersByTime(1);
    FakeSocket.latest.says(hello);
    expect(FakeSocket.latest.sent).toEqual([{ action: 'subscribe', symbols: ['ORBX', 'HALO'] }]);
    expect(feed.status.getState().phase).toBe('live');
  });

  it('renews an expired token at once, but only once', () => {
    FakeSocket.latest.says(hello);
    FakeSocket.latest.ends(4401);
    vi.advanceTimersByTime(1);
    expect(FakeSocket.all).toHaveLength(2);
    FakeSocket.latest.ends(4401);
    vi.advanceTimersByTime(500);
    expect(FakeSocket.all).toHaveLength(2);
  });

  it('notices two missed heartbeats and drops the silent connection', () => {
    FakeSocket.latest.says(hello);
    vi.advanceTimersByTime(9000);
    FakeSocket.latest.says({ type: 'heartbeat' });
    vi.advanceTimersByTime(9999);
    expect(feed.status.getState().phase).toBe('live');
    vi.advanceTimersByTime(1);
    expect(feed.status.getState().phase).toBe('reconnecting');
    expect(FakeSocket.all[0]?.closed).toBe(true);
  });

  it('holds prices still while it is paused and catches up afterwards', () => {
    FakeSocket.latest.says(hello);
    FakeSocket.latest.says(snapshot(41));
    frame();
    feed.pause(true);
    FakeSocket.latest.says(prices(42, 200));
    frame();
    expect(feed.tick('ORBX')?.price).toBe(187.23);
    feed.pause(false);
    frame();
    expect(feed.tick('ORBX')).toMatchObject({ price: 200, moved: 'up' });
  });

  it('says since when the market has been silent, until it speaks again', () => {
    FakeSocket.latest.says(hello);
    FakeSocket.latest.says({ type: 'status', state: 'STALE', stale: true, since: '2026-11-20T20:00:00Z' });
    expect(feed.status.getState().quietSince).toBe('2026-11-20T20:00:00Z');
    FakeSocket.latest.says({ type: 'status', state: 'LIVE', stale: false, since: '2026-11-20T20:01:00Z' });
    expect(feed.status.getState().quietSince).toBeUndefined();
  });

  it('is delayed as long as any source is, since the first of them fell silent', () => {
    FakeSocket.latest.says(hello);
    const status = { type: 'status', stale: true };
    FakeSocket.latest.says({ ...status, since: '2026-11-20T14:02:00Z', provider: 'twelve-data' });
    FakeSocket.latest.says({ ...status, since: '2026-11-20T14:05:00Z' });
    expect(feed.status.getState().quietSince).toBe('2026-11-20T14:02:00Z');
    FakeSocket.latest.says({
      ...status,
      stale: false,
      since: '2026-11-20T14:06:00Z',
      provider: 'twelve-data',
    });
    expect(feed.status.getState().quietSince).toBe('2026-11-20T14:05:00Z');
    FakeSocket.latest.says({ ...status, stale: false, since: '2026-11-20T14:07:00Z' });
    expect(feed.status.getState().quietSince).toBeUndefined();
  });

  it('stops asking for a symbol when its last reader has gone', async () => {
    FakeSocket.latest.says(hello);
    const first = feed.want(['ORBX', 'VNTA']);
    const second = feed.want(['VNTA']);
    await Promise.resolve();
    expect(FakeSocket.latest.sent.at(-1)).toEqual({ action: 'subscribe', symbols: ['VNTA'] });
    first();
    await Promise.resolve();
    expect(FakeSocket.latest.sent).toHaveLength(2);
    second();
    await Promise.resolve();
    expect(FakeSocket.latest.sent.at(-1)).toEqual({ action: 'unsubscribe', symbols: ['VNTA'] });
  });
});

describe('a page that nobody looks at', () => {
  let feed: PriceFeed;
  let hidden = false;

  const look = (there: boolean) => {
    hidden = !there;
    document.dispatchEvent(new Event('visibilitychange'));
  };

  beforeEach(() => {
    vi.useFakeTimers();
    FakeSocket.all = [];
    hidden = false;
    vi.spyOn(document, 'hidden', 'get').mockImplementation(() => hidden);
    vi.stubGlobal('WebSocket', FakeSocket);
    feed = new PriceFeed('ws://test/ws/prices', () => 1);
    feed.want(['ORBX']);
    feed.start();
    FakeSocket.latest.says(hello);
    FakeSocket.latest.says({ ...snapshot(1), symbols: { ORBX: 7 } });
  });
  afterEach(() => {
    feed.stop();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('asks for no prices after a minute, and for all of them when it is looked at again', () => {
    look(false);
    vi.advanceTimersByTime(4000);
    FakeSocket.latest.says({ type: 'heartbeat' });
    look(true);
    vi.advanceTimersByTime(9000);
    expect(FakeSocket.all).toHaveLength(1);

    look(false);
    for (let second = 0; second < 60; second += 5) {
      FakeSocket.latest.says({ type: 'heartbeat' });
      vi.advanceTimersByTime(5000);
    }
    expect(FakeSocket.latest.closed).toBe(true);
    vi.advanceTimersByTime(600_000);
    expect(FakeSocket.all).toHaveLength(1);

    look(true);
    expect(FakeSocket.all).toHaveLength(2);
    FakeSocket.latest.says(hello);
    expect(FakeSocket.latest.sent).toEqual([{ action: 'subscribe', symbols: ['ORBX'] }]);
    expect(feed.status.getState().phase).toBe('live');
  });

  it('that slept finds its line dead and gets another, with the prices of now', () => {
    // while a machine sleeps its timers stand still; the first thing after waking is that nothing has been heard for long
    vi.advanceTimersByTime(10_000);
    expect(feed.status.getState().phase).toBe('reconnecting');
    dispatchEvent(new Event('online'));
    expect(FakeSocket.all).toHaveLength(2);
    FakeSocket.latest.says(hello);
    FakeSocket.latest.says({ ...snapshot(90), prices: [[7, 201, 5]] });
    vi.advanceTimersByTime(17);
    expect(feed.tick('ORBX')?.price).toBe(201);
  });

  it('waits no longer than it must once there is a network again', () => {
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      FakeSocket.latest.ends(1006);
      vi.advanceTimersByTime(15_000);
    }
    FakeSocket.latest.ends(1006);
    expect(feed.status.getState().phase).toBe('offline');
    const before = FakeSocket.all.length;
    dispatchEvent(new Event('online'));
    expect(FakeSocket.all).toHaveLength(before + 1);
    FakeSocket.latest.says(hello);
    expect(feed.status.getState().phase).toBe('live');
  });
});
