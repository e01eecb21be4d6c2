import type { Import } from '@/api/types';

/** An import goes through four steps; each state holds exactly what its step shows. A refused file is kept, to be sent again. */
export type ImportState =
  | { step: 'file'; busy: boolean; file?: File; error?: unknown }
  | { step: 'review'; portfolioId: string; preview: Import }
  | { step: 'confirm'; portfolioId: string; preview: Import; busy: boolean; error?: unknown }
  | {
      step: 'done';
      portfolioId: string;
      preview: Import;
      undo: 'possible' | 'busy' | 'done';
      error?: unknown;
    };

export type ImportEvent =
  | { type: 'uploading'; file: File }
  | { type: 'uploaded'; portfolioId: string; preview: Import }
  | { type: 'toConfirm' }
  | { type: 'committing' }
  | { type: 'committed' }
  | { type: 'undoing' }
  | { type: 'undone' }
  | { type: 'back' }
  | { type: 'restart' }
  | { type: 'failed'; error: unknown };

export const start: ImportState = { step: 'file', busy: false };

/** Where an event leads; one that does not fit the step changes nothing. */
export function advance(state: ImportState, event: ImportEvent): ImportState {
  if (event.type === 'restart') return start;
  switch (state.step) {
    case 'file':
      if (event.type === 'uploading') return { step: 'file', busy: true, file: event.file };
      if (event.type === 'failed') return { ...state, busy: false, error: event.error };
      if (event.type === 'uploaded')
        return { step: 'review', portfolioId: event.portfolioId, preview: event.preview };
      return state;
    case 'review':
      if (event.type === 'toConfirm' && newRows(state.preview) > 0)
        return { ...state, step: 'confirm', busy: false };
      if (event.type === 'back') return start;
      return state;
    case 'confirm':
      if (event.type === 'committing') return { ...state, busy: true, error: undefined };
      if (event.type === 'failed') return { ...state, busy: false, error: event.error };
      if (event.type === 'back' && !state.busy)
        return { step: 'review', portfolioId: state.portfolioId, preview: state.preview };
      if (event.type === 'committed')
        return { step: 'done', portfolioId: state.portfolioId, preview: state.preview, undo: 'possible' };
      return state;
    case 'done':
      if (event.type === 'undoing' && state.undo === 'possible')
        return { ...state, undo: 'busy', error: undefined };
      if (event.type === 'undone') return { ...state, undo: 'done' };
      if (event.type === 'failed') return { ...state, undo: 'possible', error: event.error };
      return state;
  }
}

export const steps = ['file', 'review', 'confirm', 'done'] as const;
export const statuses = ['NEW', 'DUPLICATE', 'IGNORED', 'ERROR'] as const;
export type RowStatus = (typeof statuses)[number];

export const newRows = (preview: Import) => preview.counts.NEW;

/** Files are refused here only for what the service would refuse unread. */
export const MAX_FILE_BYTES = 25 * 1024 * 1024;
