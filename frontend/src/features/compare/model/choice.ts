import type { Analysis } from '@/api/types';
import { MOST } from '../api';

/** The results an address names: each once, and no more than fit beside each other. */
export const idsOf = (text: string | null): string[] =>
  [...new Set((text ?? '').split(',').filter(Boolean))].slice(0, MOST);

/** What can be set beside each other: results of one kind, or futures and goals, which are the same simulation. */
const family = (kind: string) => (kind === 'goal' ? 'monte-carlo' : kind);

/** The finished analyses that may join those that were chosen; all of them while nothing is. */
export function candidates(analyses: readonly Analysis[], ids: readonly string[]): Analysis[] {
  const first = analyses.find(({ id }) => id === ids[0]);
  return analyses.filter(
    ({ state, kind }) => state === 'COMPLETED' && (!first || family(kind) === family(first.kind)),
  );
}

/** The choice after one was ticked or unticked. */
export const toggled = (ids: readonly string[], id: string): string[] =>
  ids.includes(id) ? ids.filter((known) => known !== id) : [...ids, id].slice(0, MOST);
