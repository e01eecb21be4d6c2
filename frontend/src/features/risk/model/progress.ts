import type { Analysis } from '@/api/types';
import type { Frame } from '@/shared/stream/reliableSocket';

const ended = new Set<Analysis['state']>(['COMPLETED', 'FAILED', 'CANCELLED']);
const states: Record<string, Analysis['state']> = {
  'analysis.started': 'RUNNING',
  'analysis.progress': 'RUNNING',
  'analysis.completed': 'COMPLETED',
  'analysis.failed': 'FAILED',
  'analysis.cancelled': 'CANCELLED',
};

/** What is known of an analysis after an event: an end is final, and progress never runs backwards. */
export function afterEvent(known: Analysis, event: Frame): Analysis {
  const state = states[event.type];
  if (!state || ended.has(known.state)) return known;
  const percent =
    state === 'COMPLETED' ? 100 : typeof event.percent === 'number' ? event.percent : known.percent;
  return {
    ...known,
    state,
    percent: Math.max(percent ?? 0, known.percent ?? 0),
    etaSeconds: typeof event.etaSeconds === 'number' ? event.etaSeconds : known.etaSeconds,
    queuePosition: undefined,
  };
}

/** Why an analysis failed, from the problem it ended with. */
export function reasonOf(problem: unknown): string | undefined {
  if (typeof problem !== 'object' || problem === null) return undefined;
  const { detail, title } = problem as { detail?: unknown; title?: unknown };
  return typeof detail === 'string' ? detail : typeof title === 'string' ? title : undefined;
}

/** Read aloud at these steps only. */
export function announced(percent: number | undefined): number {
  return Math.floor((percent ?? 0) / 25) * 25;
}
