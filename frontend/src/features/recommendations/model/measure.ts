import type { Recommendation } from '@/api/types';
import { count, percent, ratio } from '@/shared/format/format';

type Unit = Recommendation['unit'];

/** What a rule measured, in its unit: a share in percent, a multiple, or a number of things. */
export function measured(value: number, unit: Unit): string {
  switch (unit) {
    case 'FRACTION':
      return percent(value, 1);
    case 'RATIO':
      return `${ratio(value)}×`;
    case 'COUNT':
      return count(value);
  }
}

/** A threshold as it is typed: shares in percent. */
export const thresholdText = (value: number, unit: Unit) =>
  String(Number((unit === 'FRACTION' ? value * 100 : value).toFixed(6)));

/** A typed threshold as the service takes it; undefined when it is no number that could be one. */
export function thresholdOf(text: string, unit: Unit): number | undefined {
  const trimmed = text.trim().replace('%', '').trim().replace(',', '.');
  if (!/^\d{1,6}(\.\d{1,6})?$/.test(trimmed)) return undefined;
  const value = Number(trimmed);
  if (unit === 'COUNT' && !Number.isInteger(value)) return undefined;
  return unit === 'FRACTION' ? Number((value / 100).toFixed(8)) : value;
}

/** The ones that a first page has room for: what a trade would help with first, then by the money it is about. */
export const mostTelling = (list: readonly Recommendation[], most = 3) =>
  [...list]
    .sort(
      (a, b) =>
        scoreGain(b) - scoreGain(a) ||
        Number(b.trades.length > 0) - Number(a.trades.length > 0) ||
        Number(b.affectedAmount) - Number(a.affectedAmount),
    )
    .slice(0, most);

const scoreGain = ({ effect }: Recommendation) =>
  (effect?.riskScoreBefore ?? 0) - (effect?.riskScoreAfter ?? effect?.riskScoreBefore ?? 0);
