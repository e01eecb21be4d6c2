import type { MarginState } from '@/api/types';

/** From which utilisation each state holds; a call is exact, falling back is delayed by the service. */
export const zones = [
  { state: 'OK', from: 0, to: 0.7 },
  { state: 'WATCH', from: 0.7, to: 0.9 },
  { state: 'WARNING', from: 0.9, to: 1 },
  { state: 'CALL', from: 1, to: 1.25 },
] as const satisfies readonly { state: MarginState; from: number; to: number }[];

/** What the bar reaches to; what lies beyond stands at its end. */
export const END = 1.25;

/** Where on the bar a utilisation stands, 0 to 1; without one the equity is gone, which is the end. */
export function placeOf(utilization: number | null | undefined): number {
  if (utilization === null || utilization === undefined || !Number.isFinite(utilization)) return 1;
  return Math.min(1, Math.max(0, utilization / END));
}
