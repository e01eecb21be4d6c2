import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { dateTicks, ticks } from './decimate';

export type Scale = {
  x: (index: number) => number;
  y: (value: number) => number;
  left: number;
  right: number;
};

type Props = {
  /** the sentence that says what the picture shows, for those who do not see it */
  label: string;
  dates: readonly string[];
  /** what the value axis reaches from and to */
  low: number;
  high: number;
  formatAxis: (value: number) => string;
  formatTick: (date: string) => string;
  /** one date read out: shown beside the pointer, and spoken when the arrow keys get there */
  read: (index: number) => readonly string[];
  /** the dates the arrow keys stop at, by index; absent: all */
  stops?: readonly number[];
  children: (scale: Scale) => ReactNode;
  height?: number;
  /** room on the right for what is written at line ends */
  right?: number;
};

const AXIS = 20;
const LEFT = 60;
const TOP = 10;

/** Axes over time with anything drawn on them; pointer and arrow keys read single dates. */
export function TimePlot(props: Props) {
  const { label, dates, low, high, read, stops, children, height = 260, right = 6 } = props;
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(640);
  const [at, setAt] = useState<number>();
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) =>
      setWidth(Math.max(240, entry?.contentRect.width ?? 640)),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const last = dates.length - 1;
  const reached = stops ?? dates.map((_, index) => index);
  const end = width - right;
  const scale: Scale = {
    left: LEFT,
    right: end,
    x: (index) => LEFT + (index / Math.max(1, last)) * (end - LEFT),
    y: (value) => TOP + ((high - value) / Math.max(1e-12, high - low)) * (height - AXIS - TOP),
  };
  const nearest = (index: number) =>
    reached.reduce<number | undefined>(
      (best, stop) => (best === undefined || Math.abs(stop - index) < Math.abs(best - index) ? stop : best),
      undefined,
    );
  const point = (event: PointerEvent<SVGSVGElement>) => {
    const { left } = event.currentTarget.getBoundingClientRect();
    setAt(nearest(((event.clientX - left - LEFT) / (end - LEFT)) * last));
  };
  const key = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1, PageUp: -12, PageDown: 12, Home: -1e6, End: 1e6 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    setAt((old) => {
      const from = old === undefined ? (step > 0 ? -1 : reached.length) : reached.indexOf(old);
      return reached[Math.min(reached.length - 1, Math.max(0, from + step))];
    });
  };
  const spoken = at ?? reached.at(-1) ?? last;

  return (
    <div ref={box} className="relative min-w-0">
      {/* the arrow keys walk along the dates: a picture that can be read is a widget */}
      <div
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={last}
        aria-valuenow={spoken}
        aria-valuetext={read(spoken).join(', ')}
        onKeyDown={key}
        onBlur={() => setAt(undefined)}
        className="rounded-control"
      >
        <svg
          width={width}
          height={height}
          className="block max-w-full overflow-visible"
          aria-hidden="true"
          onPointerMove={point}
          onPointerLeave={() => setAt(undefined)}
        >
          {/* empty air answers the pointer too */}
          <rect width={width} height={height} fill="transparent" />
          <Axes {...props} scale={scale} width={width} height={height} />
          {children(scale)}
          {at === undefined ? null : (
            <line
              x1={scale.x(at)}
              x2={scale.x(at)}
              y1={TOP}
              y2={height - AXIS}
              stroke="var(--line-strong)"
              strokeDasharray="3 3"
            />
          )}
        </svg>
      </div>
      {at === undefined ? null : (
        <div
          aria-hidden="true"
          className="figures pointer-events-none absolute top-1 rounded-control border border-line bg-surface px-2.5 py-1.5 text-dense whitespace-nowrap shadow-[0_4px_16px_rgb(0_0_0/0.12)]"
          style={{ left: Math.min(Math.max(0, scale.x(at) + 10), Math.max(0, width - 220)) }}
        >
          {read(at).map((line, index) => (
            <span key={line} className={index === 0 ? 'block text-muted' : 'block font-medium'}>
              {line}
            </span>
          ))}
        </div>
      )}
    </div>
  );
}

function Axes({
  dates,
  low,
  high,
  formatAxis,
  formatTick,
  scale,
  width,
  height,
}: Props & { scale: Scale; width: number; height: number }) {
  const [first, last] = [dates[0] ?? '', dates.at(-1) ?? ''];
  const [from, to] = [Date.parse(first), Date.parse(last)];
  const along = (date: string) => ((Date.parse(date) - from) / Math.max(1, to - from)) * (dates.length - 1);
  return (
    <>
      {ticks(low, high).map((value) => (
        <g key={value}>
          <line
            x1={scale.left}
            x2={scale.right}
            y1={scale.y(value)}
            y2={scale.y(value)}
            stroke="var(--line)"
            strokeWidth={value === 0 ? 1.5 : 1}
          />
          <text
            x={scale.left - 8}
            y={scale.y(value) + 4}
            textAnchor="end"
            className="figures fill-muted text-caption"
          >
            {formatAxis(value)}
          </text>
        </g>
      ))}
      {dateTicks(first, last, width < 480 ? 4 : 7)
        .map((date) => ({ date, x: scale.x(along(date)) }))
        .filter((tick) => tick.x > scale.left + 18 && tick.x < scale.right - 18)
        .map((tick) => (
          <text
            key={tick.date}
            x={tick.x}
            y={height - 4}
            textAnchor="middle"
            className="figures fill-muted text-caption"
          >
            {formatTick(tick.date)}
          </text>
        ))}
    </>
  );
}
