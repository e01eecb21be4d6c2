import { describe, expect, it } from 'vitest';
import { type Command, commandOf, matching, step } from './commands';

const hit = { score: 1, title: 'ORBX', portfolioId: 'p1' } as const;

describe('what was found', () => {
  it('leads to where it is shown', () => {
    expect(commandOf({ ...hit, kind: 'PORTFOLIO', id: 'p1' }, 0).to).toBe('/portfolios/p1');
    expect(commandOf({ ...hit, kind: 'HOLDING' }, 0).to).toBe('/portfolios/p1');
    expect(commandOf({ ...hit, kind: 'TRANSACTION', id: 't1' }, 0).to).toBe(
      '/portfolios/p1/transactions?edit=t1',
    );
    expect(commandOf({ kind: 'INSTRUMENT', title: 'BRK/B', score: 1 }, 0).to).toBe('/markets/BRK%2FB');
  });
});

it('pages are found by words in any order', () => {
  const pages: Command[] = [{ id: '1', to: '/risk', title: 'Risk check', kind: 'search.kind.PAGE' }];
  expect(matching(pages, 'CHECK ri')).toEqual(pages);
  expect(matching(pages, 'risky')).toEqual([]);
});

it('the arrow keys go round', () => {
  expect([step(0, 'ArrowUp', 3), step(2, 'ArrowDown', 3), step(1, 'End', 3), step(1, 'x', 3)]).toEqual([
    2, 0, 2, 1,
  ]);
  expect(step(0, 'ArrowDown', 0)).toBe(0);
});
