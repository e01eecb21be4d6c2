export type DatedValue = { date: string; value: number };

const MOST = 500;

/**
 * Which points are drawn where there are more than the eye can tell apart: of each stretch the lowest and the highest of
 * every line, so that the worst day is never smoothed away, and always the first and the last. By index, rising.
 */
export function kept(lines: readonly (readonly number[])[], most = MOST): number[] {
  const length = lines[0]?.length ?? 0;
  if (length <= most) return Array.from({ length }, (_, index) => index);
  const stretches = Math.max(1, Math.floor((most - 2) / (2 * lines.length)));
  const stay = new Set([0, length - 1]);
  for (let stretch = 0; stretch < stretches; stretch += 1) {
    const first = Math.floor((stretch * length) / stretches);
    const end = Math.floor(((stretch + 1) * length) / stretches);
    for (const line of lines) {
      let [low, high] = [first, first];
      for (let index = first; index < end; index += 1) {
        if ((line[index] ?? 0) < (line[low] ?? 0)) low = index;
        if ((line[index] ?? 0) > (line[high] ?? 0)) high = index;
      }
      stay.add(low).add(high);
    }
  }
  return [...stay].sort((a, b) => a - b);
}

/** At most `most` points that look like all of them. */
export const decimate = (points: readonly DatedValue[], most = MOST): readonly DatedValue[] =>
  kept([points.map(({ value }) => value)], most).flatMap((index) => points[index] ?? []);

/** Where a linear axis is labelled: three to six round steps between the ends. */
export function ticks(low: number, high: number, about = 4): number[] {
  const span = high - low;
  if (!(span > 0)) return [low];
  const rough = span / about;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step =
    [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough) ?? 10 * power;
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
}

/** Where a time axis is labelled: every so many Januaries, or months where there are few years. */
export function dateTicks(from: string, to: string, most = 6): string[] {
  const [start, end] = [new Date(from), new Date(to)];
  const months =
    (end.getUTCFullYear() - start.getUTCFullYear()) * 12 + end.getUTCMonth() - start.getUTCMonth();
  const step = [1, 2, 3, 6, 12, 24, 36, 60, 120].find((candidate) => months / candidate <= most) ?? 240;
  const out: string[] = [];
  for (let index = 1; index <= months; index += 1) {
    const at = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + index, 1));
    const serial = at.getUTCFullYear() * 12 + at.getUTCMonth();
    if (serial % step === 0) out.push(at.toISOString().slice(0, 10));
  }
  return out;
}
