import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeSocket } from '../../../test/fakeSocket';
import { priceFeed, useFromPrices, useTick } from './useStream';

describe('what shows a price', () => {
  let stopWanting: () => void;
  let sequence = 0;

  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('WebSocket', FakeSocket);
    stopWanting = priceFeed.want(['ORBX']);
    priceFeed.start();
    FakeSocket.latest.says({ type: 'hello', heartbeatMs: 60_000 });
    sequence = 0;
    FakeSocket.latest.says({ type: 'snapshot', symbols: { ORBX: 7 }, prices: [[7, 100, 1]], seq: 0 });
    pass(500);
  });
  afterEach(() => {
    stopWanting();
    priceFeed.stop();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms));
  const moves = (price: number) =>
    act(() => FakeSocket.latest.says({ type: 'prices', prices: [[7, price, 2]], seq: (sequence += 1) }));

  it('shows it in the next frame', () => {
    const { result } = renderHook(() => useTick('ORBX'));
    expect(result.current?.price).toBe(100);
    moves(101);
    pass(17);
    expect(result.current?.price).toBe(101);
  });

  it('follows within two seconds out of sight, and is at the price of now as soon as it comes into sight', () => {
    const { result, rerender } = renderHook(({ inSight }) => useTick('ORBX', inSight), {
      initialProps: { inSight: false },
    });
    moves(102);
    pass(1900);
    expect(result.current?.price).toBe(100);
    pass(200);
    expect(result.current?.price).toBe(102);

    moves(103);
    pass(300);
    expect(result.current?.price).toBe(102);
    rerender({ inSight: true });
    expect(result.current?.price).toBe(103);
    moves(104);
    pass(300);
    expect(result.current?.price).toBe(104);
  });

  it('adds prices up in the frame that shows them', () => {
    const { result } = renderHook(() => useFromPrices((tick) => 10 * (tick('ORBX')?.price ?? 0)));
    moves(105);
    pass(17);
    expect(result.current).toBe(1050);
  });
});
