import { type KeyboardEvent, type PointerEvent, type ReactNode, useState } from 'react';
import { ticks } from './decimate';
import { useWidth } from './useWidth';

/** From figures to places in the picture. */
export type Scale = {
  x: (along: number) => number;
  y: (value: number) => number;
  left: number;
  right: number;
  top: number;
  bottom: number;
};

export type Tick = { at: number; text: string };

export type FrameProps = {
  /** the sentence that says what the picture shows, for those who do not see it */
  label: string;
  /** what the lower axis reaches from and to */
  from: number;
  to: number;
  /** what the value axis reaches from and to */
  low: number;
  high: number;
  formatAxis: (value: number) => string;
  /** what is written at the lower axis, in a picture of this width */
  ticksAlong: (width: number) => readonly Tick[];
  /** the places the pointer and the arrow keys stop at, rising; absent of a picture that is only looked at */
  stops?: readonly number[] | undefined;
  /** one stop read out: shown beside the pointer, and spoken when the arrow keys get there */
  read?: (stop: number) => readonly string[];
  /** where a reader who has not moved yet stands */
  start?: 'first' | 'last';
  /** what is drawn; `stop` is the one that is being read */
  children: (scale: Scale, stop: number | undefined) => ReactNode;
  /** what the axes are of, where the values do not say it */
  names?: { x: string; y?: string };
  height?: number;
  /** room above, for what is written there, and on the right for what is written at line ends */
  top?: number;
  right?: number;
};

const LEFT = 60;
const PAGE = 12;

/**
 * What every chart stands in: it fits its box, has both axes, and is read point by point with the pointer or the arrow
 * keys. What is drawn in it is the chart's own.
 */
export function PlotFrame(props: FrameProps) {
  const { label, from, to, low, high, stops, read, start = 'last', children, names } = props;
  const { height = 260, top = names?.y === undefined ? 10 : 24, right = 6 } = props;
  const [box, width] = useWidth();
  const [at, setAt] = useState<number>();

  // on paper, which is narrower than it was drawn for, the picture is made smaller instead of cut
  const size = { width, height, viewBox: `0 0 ${width} ${height}` };
  const end = width - right;
  const bottom = height - (names ? 40 : 20);
  const scale: Scale = {
    left: LEFT,
    right: end,
    top,
    bottom,
    x: (along) => LEFT + ((along - from) / Math.max(1e-12, to - from)) * (end - LEFT),
    y: (value) => top + ((high - value) / Math.max(1e-12, high - low)) * (bottom - top),
  };
  const picture = (
    <>
      {/* empty air answers the pointer too */}
      <rect width={width} height={height} fill="transparent" />
      <Axes {...props} scale={scale} width={width} height={height} />
    </>
  );
  if (!stops || !read)
    return (
      <div ref={box} className="min-w-0">
        <svg {...size} className="block max-w-full" role="img" aria-label={label}>
          {picture}
          {children(scale, undefined)}
        </svg>
      </div>
    );

  const last = stops.length - 1;
  // the figures may have changed under a reader
  const stop = at === undefined ? undefined : Math.min(at, last);
  const spoken = stop ?? (start === 'first' ? 0 : last);
  const place = stop === undefined ? undefined : scale.x(stops[stop] ?? from);
  const point = (event: PointerEvent<SVGSVGElement>) => {
    const { left } = event.currentTarget.getBoundingClientRect();
    const distance = (index: number) => Math.abs(scale.x(stops[index] ?? 0) - (event.clientX - left));
    setAt(stops.reduce((best, _, index) => (distance(index) < distance(best) ? index : best), 0));
  };
  const key = (event: KeyboardEvent) => {
    const step = {
      ArrowLeft: -1,
      ArrowRight: 1,
      PageUp: -PAGE,
      PageDown: PAGE,
      Home: -stops.length,
      End: stops.length,
    }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    setAt(Math.min(last, Math.max(0, (stop ?? (step > 0 ? -1 : stops.length)) + step)));
  };
  return (
    <div ref={box} className="relative min-w-0">
      {/* the arrow keys walk along the points: a picture that can be read is a widget */}
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
          {...size}
          className="block max-w-full overflow-visible"
          aria-hidden="true"
          onPointerMove={point}
          onPointerLeave={() => setAt(undefined)}
        >
          {picture}
          {place === undefined ? null : (
            <line
              x1={place}
              x2={place}
              y1={top}
              y2={bottom}
              stroke="var(--line-strong)"
              strokeDasharray="3 3"
            />
          )}
          {children(scale, stop)}
        </svg>
      </div>
      {place === undefined || stop === undefined ? null : (
        <div
          aria-hidden="true"
          className="figures pointer-events-none absolute top-1 rounded-control border border-line bg-surface px-2.5 py-1.5 text-dense whitespace-nowrap shadow-[0_4px_16px_rgb(0_0_0/0.12)]"
          style={{ left: Math.min(Math.max(0, place + 10), Math.max(0, width - 220)) }}
        >
          {read(stop).map((line, index) => (
            <span key={line} className={index === 0 ? 'block text-muted' : 'block font-medium'}>
              {line}
            </span>
          ))}
        </div>
      )}
    </div>
  );
}

type AxesProps = FrameProps & { scale: Scale; width: number; height: number };

function Axes({ low, high, formatAxis, ticksAlong, names, scale, width, height }: AxesProps) {
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
      {ticksAlong(width).map(({ at, text }) => (
        <text
          key={at}
          x={scale.x(at)}
          y={scale.bottom + 16}
          textAnchor="middle"
          className="figures fill-muted text-caption"
        >
          {text}
        </text>
      ))}
      {names?.y === undefined ? null : (
        <text x={scale.left} y={13} className="fill-muted text-caption">
          {names.y}
        </text>
      )}
      {names ? (
        <text x={scale.right} y={height - 4} textAnchor="end" className="fill-muted text-caption">
          {names.x}
        </text>
      ) : null}
    </>
  );
}
