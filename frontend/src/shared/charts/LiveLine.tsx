import { type RefObject, useEffect, useRef } from 'react';
import type uPlot from 'uplot';
import { whenIdle } from '@/shared/rendering/whenIdle';

export type LivePoint = readonly [seconds: number, value: number];

type Props = {
  label: string;
  points: readonly LivePoint[];
  /** a level to compare with, such as yesterday's value */
  reference?: number;
  formatValue: (value: number) => string;
  formatTime: (seconds: number) => string;
  height?: number;
};

/** The colours of the page's theme. A style that is asked for is computed at once, so it is asked once for all. */
function colours() {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(name).trim();
  return {
    line: token('--line'),
    lineStrong: token('--line-strong'),
    muted: token('--muted'),
    primary: token('--primary'),
  };
}

/** A line that grows while it is watched. The canvas says nothing to those who cannot see it: its label does. */
export function LiveLine({ label, points, reference, formatValue, formatTime, height = 180 }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<uPlot>(undefined);
  const level = useRef(reference);
  const formats = useRef({ formatValue, formatTime });
  useEffect(() => {
    level.current = reference;
    formats.current = { formatValue, formatTime };
  });

  const data = useRef<uPlot.AlignedData>([[], []]);
  useEffect(() => {
    data.current = [points.map(([seconds]) => seconds), points.map(([, value]) => value)];
    chart.current?.setData(data.current);
  }, [points]);

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    let gone = false;
    let stop = whenIdle(() => {
      import('uplot')
        // the library is run in one task and draws in another
        .then(({ default: Plot }) =>
          gone ? undefined : (stop = whenIdle(() => (stop = draw(Plot, element)))),
        )
        .catch((error: unknown) => console.warn('the line is not drawn', error));
    });
    const draw = (Plot: typeof uPlot, place: HTMLElement) => {
      const make = () => {
        chart.current?.destroy();
        chart.current = new Plot(
          options({ width: place.clientWidth, height, level, formats }),
          data.current,
          place,
        );
      };
      make();
      const resize = new ResizeObserver(() => {
        if (place.clientWidth > 0) chart.current?.setSize({ width: place.clientWidth, height });
      });
      resize.observe(place);
      const theme = new MutationObserver(make);
      theme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
      return () => {
        resize.disconnect();
        theme.disconnect();
      };
    };
    return () => {
      gone = true;
      stop();
      chart.current?.destroy();
      chart.current = undefined;
    };
  }, [height]);

  return <div ref={box} role="img" aria-label={label} className="w-full min-w-0" style={{ height }} />;
}

type Formats = Pick<Props, 'formatValue' | 'formatTime'>;
type Setting = {
  width: number;
  height: number;
  level: RefObject<number | undefined>;
  formats: RefObject<Formats>;
};

function options({ width, height, level, formats }: Setting): uPlot.Options {
  const { line, lineStrong, muted, primary } = colours();
  return {
    width,
    height,
    padding: [12, 0, 0, 0],
    legend: { show: false },
    cursor: { show: false },
    scales: {
      x: { time: false, range: (_, from, to) => stretch(from, to) },
      y: { range: (_, low, high) => room(low, high, level.current) },
    },
    axes: [
      {
        stroke: muted,
        font: '12px Inter, sans-serif',
        grid: { show: false },
        ticks: { show: false },
        size: 26,
        space: 110,
        // a label at the very edge would be cut
        values: (plot, splits) =>
          splits.map((seconds) =>
            plot.valToPos(seconds, 'x') < 30 ? null : formats.current.formatTime(seconds),
          ),
      },
      {
        side: 1,
        stroke: muted,
        font: '12px Inter, sans-serif',
        grid: { stroke: line, width: 1 },
        ticks: { show: false },
        size: (_, values) => 10 + 6.6 * Math.max(4, ...(values ?? []).map((value) => value.length)),
        gap: 8,
        space: 44,
        values: (_, splits) => splits.map((value) => formats.current.formatValue(value)),
      },
    ],
    series: [
      {},
      {
        stroke: primary,
        width: 2,
        fill: `color-mix(in srgb, ${primary} 12%, transparent)`,
        points: { show: false },
      },
    ],
    hooks: {
      drawAxes: [(plot) => drawReference(plot, level.current, lineStrong)],
    },
  };
}

const SHORTEST_SECONDS = 10;

/** The time shown: never less than a few seconds, so that the first point stands at the right of a real time axis. */
function stretch(from: number, to: number): [number, number] {
  return [Math.min(from, to - SHORTEST_SECONDS), to];
}

/** The line with some air above and below; the reference too, unless it is so far away that the line would look flat. */
function room(low: number, high: number, reference: number | undefined): [number, number] {
  const span = Math.max(high - low, Math.abs(high) * 0.0004, 0.01);
  const near = reference !== undefined && reference > low - 3 * span && reference < high + 3 * span;
  const bottom = near ? Math.min(low, reference) : low;
  const top = near ? Math.max(high, reference) : high;
  const air = Math.max((top - bottom) * 0.15, span * 0.3);
  return [bottom - air, top + air];
}

function drawReference(plot: uPlot, level: number | undefined, colour: string) {
  if (level === undefined) return;
  const { ctx, bbox } = plot;
  const y = Math.round(plot.valToPos(level, 'y', true)) + 0.5;
  if (y < bbox.top || y > bbox.top + bbox.height) return;
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.lineWidth = devicePixelRatio;
  ctx.setLineDash([4 * devicePixelRatio, 4 * devicePixelRatio]);
  ctx.beginPath();
  ctx.moveTo(bbox.left, y);
  ctx.lineTo(bbox.left + bbox.width, y);
  ctx.stroke();
  ctx.restore();
}
