import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MovingPrice } from './LivePrice';

describe('a price that moves', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms));
  const shown = (price: number, inSight = true) => (
    <MovingPrice
      tick={{ price, at: 1, moved: undefined }}
      inSight={inSight}
      fallback={undefined}
      currency="USD"
    />
  );

  it('holds a tint for 600 ms, goes on holding it while it moves, and turns it at most twice a second', () => {
    const { rerender } = render(shown(100));
    pass(1000);
    rerender(shown(101));
    expect(screen.getByText('$101.00')).toHaveAttribute('data-moved', 'up');
    pass(250);
    rerender(shown(99));
    expect(screen.getByText('$99.00')).toHaveAttribute('data-moved', 'up');
    pass(250);
    rerender(shown(98));
    expect(screen.getByText('$98.00')).toHaveAttribute('data-moved', 'down');
    pass(599);
    expect(screen.getByText('$98.00')).toHaveAttribute('data-moved', 'down');
    pass(1);
    expect(screen.getByText('$98.00')).not.toHaveAttribute('data-moved');
  });

  it('moves without a tint out of sight, and has none when it comes into sight', () => {
    const { rerender } = render(shown(100, false));
    pass(1000);
    rerender(shown(101, false));
    expect(screen.getByText('$101.00')).not.toHaveAttribute('data-moved');
    rerender(shown(101));
    expect(screen.getByText('$101.00')).not.toHaveAttribute('data-moved');
  });
});
