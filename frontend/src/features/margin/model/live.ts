import type { Margin } from '@/api/types';
import type { Frame } from '@/shared/stream/reliableSocket';

/** What a frame says of an account: the money and the state, not the positions. */
type Said = Partial<Margin> & { portfolioId: string };

const amounts = [
  'portfolioValue',
  'loanAmount',
  'netEquity',
  'marginRequirement',
  'marginShortfall',
] as const;

/** The account as it is after a change of state or a move of prices; undefined where the frame speaks of others. */
export function afterFrame(known: Margin, frame: Frame, portfolioId: string): Margin | undefined {
  const said = saidOf(frame, portfolioId);
  if (!said) return undefined;
  const next: Margin = { ...known };
  for (const field of amounts) {
    const amount = said[field];
    if (amount !== undefined) next[field] = amount;
  }
  if (said.state) next.state = said.state;
  // what is absent in a frame is not there any more: no utilisation when the equity is gone, no cures without a call
  next.buffer = (Number(next.netEquity) - Number(next.marginRequirement)).toFixed(2);
  next.utilization = said.utilization;
  next.distanceToCall = said.distanceToCall;
  next.marginCallTriggered = said.marginCallTriggered ?? Number(next.marginShortfall) > 0;
  if (said.triggerValue !== undefined) next.triggerValue = said.triggerValue;
  // cures are of one moment: where the frame brings none, those of another shortfall go
  if (said.cures) next.cures = said.cures;
  else if (next.marginShortfall !== known.marginShortfall) next.cures = [];
  if (said.timestamp) next.timestamp = said.timestamp;
  return next;
}

/** Whether the cures and positions on the screen belong to another moment than the frame. */
export const needsMore = (before: Margin, after: Margin): boolean =>
  before.state !== after.state || (after.marginCallTriggered && after.cures.length === 0);

function saidOf(frame: Frame, portfolioId: string): Said | undefined {
  if (frame.type === 'margin.changed') {
    if (frame.portfolioId !== portfolioId || typeof frame.status !== 'object') return undefined;
    return { ...(frame.status as Partial<Margin>), portfolioId };
  }
  if (frame.type !== 'margin.values' || !Array.isArray(frame.accounts)) return undefined;
  return (frame.accounts as Said[]).find((account) => account.portfolioId === portfolioId);
}
