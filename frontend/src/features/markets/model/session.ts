import type { MarketQuote } from '@/api/types';

/** Since when the market of a quote is closed; nothing while it is open, and where it never rests. */
export function closedSince(
  { sessionCloses, nextOpens }: Pick<MarketQuote, 'sessionCloses' | 'nextOpens'>,
  now: Date,
): string | undefined {
  if (!sessionCloses || !nextOpens) return undefined;
  return now >= new Date(sessionCloses) && now < new Date(nextOpens) ? sessionCloses : undefined;
}
