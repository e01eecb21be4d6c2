import { describe, expect, it } from 'vitest';
import { analysis } from '../../../../mocks/fixtures';
import { candidates, idsOf, toggled } from './choice';

const of = (id: string, kind: string, state: 'COMPLETED' | 'RUNNING' = 'COMPLETED') =>
  analysis({ id, kind, state });

describe('what is set side by side', () => {
  it('is each result once, and four at most', () => {
    expect(idsOf('a,b,a,c,d,e')).toEqual(['a', 'b', 'c', 'd']);
    expect(idsOf(null)).toEqual([]);
    expect(toggled(['a', 'b', 'c', 'd'], 'e')).toEqual(['a', 'b', 'c', 'd']);
    expect(toggled(['a', 'b'], 'a')).toEqual(['b']);
  });

  it('is finished and of the kind of the first; futures go with goals', () => {
    const all = [of('r', 'risk'), of('m', 'monte-carlo'), of('g', 'goal'), of('x', 'goal', 'RUNNING')];
    expect(candidates(all, []).map(({ id }) => id)).toEqual(['r', 'm', 'g']);
    expect(candidates(all, ['g']).map(({ id }) => id)).toEqual(['m', 'g']);
  });
});
