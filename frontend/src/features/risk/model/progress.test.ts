import { describe, expect, it } from 'vitest';
import { analysis } from '../../../../mocks/fixtures';
import { afterEvent, announced } from './progress';

const running = analysis({ state: 'RUNNING', percent: 40, etaSeconds: 12 });

describe('what is known of an analysis', () => {
  it('moves on with its progress', () => {
    expect(afterEvent(running, { type: 'analysis.progress', percent: 62, etaSeconds: 7 })).toMatchObject({
      percent: 62,
      etaSeconds: 7,
    });
  });

  it('never runs backwards when a message comes late', () => {
    expect(afterEvent(running, { type: 'analysis.progress', percent: 30 }).percent).toBe(40);
  });

  it('keeps its end, whatever is told afterwards', () => {
    const done = afterEvent(running, { type: 'analysis.completed' });
    expect(done).toMatchObject({ state: 'COMPLETED', percent: 100 });
    expect(afterEvent(done, { type: 'analysis.progress', percent: 99 })).toBe(done);
  });

  it('is not changed by what it does not understand', () => {
    expect(afterEvent(running, { type: 'analysis.renamed' })).toBe(running);
  });
});

it('is read aloud in quarters only', () => {
  expect([0, 24, 25, 74, 99, 100, undefined].map(announced)).toEqual([0, 0, 25, 50, 75, 100, 0]);
});
