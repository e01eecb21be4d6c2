import { describe, expect, it } from 'vitest';
import { preview } from '../../../../mocks/fixtures';
import { advance, type ImportEvent, type ImportState, start } from './steps';

const after = (...events: ImportEvent[]): ImportState => events.reduce(advance, start);
const uploaded: ImportEvent = { type: 'uploaded', portfolioId: 'p1', preview };
const confirmed: ImportEvent[] = [
  uploaded,
  { type: 'toConfirm' },
  { type: 'committing' },
  { type: 'committed' },
];

describe('an import', () => {
  it('goes from the file over the review and the question to the end', () => {
    expect(after().step).toBe('file');
    expect(after(uploaded).step).toBe('review');
    expect(after(uploaded, { type: 'toConfirm' }).step).toBe('confirm');
    expect(after(...confirmed)).toMatchObject({ step: 'done', undo: 'possible', portfolioId: 'p1' });
  });

  it('without a new row has nothing to confirm', () => {
    const nothingNew = { ...preview, counts: { NEW: 0, DUPLICATE: 4, IGNORED: 0, ERROR: 0 } };
    expect(
      after({ type: 'uploaded', portfolioId: 'p1', preview: nothingNew }, { type: 'toConfirm' }).step,
    ).toBe('review');
  });

  it('keeps a file that could not be read, so that it can be sent again', () => {
    const file = new File(['date,type\n'], 'mine.csv');
    expect(after({ type: 'uploading', file }, { type: 'failed', error: 'away' })).toEqual({
      step: 'file',
      busy: false,
      file,
      error: 'away',
    });
  });

  it('keeps what was read when keeping it fails, so that it can be tried again', () => {
    const state = after(
      uploaded,
      { type: 'toConfirm' },
      { type: 'committing' },
      { type: 'failed', error: 'away' },
    );
    expect(state).toMatchObject({ step: 'confirm', busy: false, error: 'away', preview });
  });

  it('cannot be left while it is being kept', () => {
    expect(after(uploaded, { type: 'toConfirm' }, { type: 'committing' }, { type: 'back' }).step).toBe(
      'confirm',
    );
  });

  it('can be undone once, and says so when that fails', () => {
    expect(after(...confirmed, { type: 'undoing' }, { type: 'undone' })).toMatchObject({ undo: 'done' });
    expect(after(...confirmed, { type: 'undoing' }, { type: 'failed', error: 'away' })).toMatchObject({
      undo: 'possible',
      error: 'away',
    });
    expect(after(...confirmed, { type: 'undoing' }, { type: 'undone' }, { type: 'undoing' })).toMatchObject({
      undo: 'done',
    });
  });

  it('ignores what does not fit its step', () => {
    expect(after({ type: 'committed' })).toEqual(start);
  });
});
