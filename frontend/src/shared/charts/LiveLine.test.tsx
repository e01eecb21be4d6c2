import { render, screen } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { LiveLine, type LivePoint } from './LiveLine';

const made: { data: unknown }[] = [];
vi.mock('uplot', () => ({
  default: class {
    data: unknown;
    constructor(_options: unknown, data: unknown) {
      this.data = data;
      made.push(this);
    }
    setData(data: unknown) {
      this.data = data;
    }
    destroy() {
      made.splice(made.indexOf(this), 1);
    }
  },
}));

let idle: (() => void)[] = [];
const nextIdle = () => idle.splice(0).forEach((act) => act());
beforeEach(() => {
  idle = [];
  vi.stubGlobal('requestIdleCallback', (act: () => void) => idle.push(act));
  vi.stubGlobal('cancelIdleCallback', (asked: number) => idle.splice(asked - 1, 1));
  return () => vi.unstubAllGlobals();
});

const line = (points: LivePoint[]) => (
  <LiveLine label="Worth" points={points} formatValue={String} formatTime={String} />
);

it('has its place at once and is drawn, with what came meanwhile, when the browser is idle', async () => {
  const { rerender, unmount } = render(line([[1, 10]]));
  expect(screen.getByRole('img', { name: 'Worth' })).toHaveStyle({ height: '180px' });
  nextIdle();
  await vi.waitFor(() => expect(idle).toHaveLength(1));
  expect(made).toHaveLength(0);
  rerender(
    line([
      [1, 10],
      [2, 11],
    ]),
  );
  nextIdle();
  expect(made).toMatchObject([
    {
      data: [
        [1, 2],
        [10, 11],
      ],
    },
  ]);
  rerender(line([[3, 12]]));
  expect(made).toMatchObject([{ data: [[3], [12]] }]);
  unmount();
  expect(made).toHaveLength(0);
});

it('is not drawn where it is gone before', () => {
  const { unmount } = render(line([[1, 10]]));
  unmount();
  expect(idle).toHaveLength(0);
});
