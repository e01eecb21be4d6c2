export type DatedValue = { date: string; value: number };

/**
 * At most `most` points that look like all of them: the lowest and the highest of each stretch stay, in their order, so
 * the worst day is never smoothed away.
 */
export function decimate(points: readonly DatedValue[], most = 500): readonly DatedValue[] {
  if (points.length <= most) return points;
  const buckets = Math.floor(most / 2);
  const size = points.length / buckets;
  return Array.from({ length: buckets }, (_, bucket) => {
    const stretch = points.slice(Math.floor(bucket * size), Math.floor((bucket + 1) * size));
    const byValue = (pick: (a: number, b: number) => boolean) =>
      stretch.reduce(
        (best, point, index) => (pick(point.value, stretch[best]?.value ?? point.value) ? index : best),
        0,
      );
    const low = byValue((a, b) => a < b);
    const high = byValue((a, b) => a > b);
    return [...new Set([Math.min(low, high), Math.max(low, high)])].flatMap((index) => stretch[index] ?? []);
  }).flat();
}

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
