import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useInSight } from './useInSight';

function Row({ name }: { name: string }) {
  const [row, inSight] = useInSight<HTMLParagraphElement>();
  return <p ref={row}>{`${name} ${inSight ? 'in sight' : 'away'}`}</p>;
}

describe('what is in sight', () => {
  const watched = new Set<Element>();
  let scroll: (entries: { target: Element; isIntersecting: boolean }[]) => void;

  beforeEach(() => {
    vi.stubGlobal(
      'IntersectionObserver',
      class {
        constructor(callback: typeof scroll) {
          scroll = callback;
        }
        observe = (element: Element) => watched.add(element);
        unobserve = (element: Element) => watched.delete(element);
      },
    );
  });
  afterEach(() => vi.unstubAllGlobals());

  it('is each element by itself, and all until something else is known', () => {
    const { unmount } = render(
      <>
        <Row name="first" />
        <Row name="second" />
      </>,
    );
    const [first, second] = [screen.getByText('first in sight'), screen.getByText('second in sight')];
    act(() => scroll([{ target: second, isIntersecting: false }]));
    expect(first).toHaveTextContent('first in sight');
    expect(second).toHaveTextContent('second away');
    act(() =>
      scroll([
        { target: first, isIntersecting: false },
        { target: second, isIntersecting: true },
      ]),
    );
    expect(first).toHaveTextContent('first away');
    expect(second).toHaveTextContent('second in sight');
    unmount();
    expect(watched.size).toBe(0);
  });
});
