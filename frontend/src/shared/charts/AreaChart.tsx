import { type KeyboardEvent, type PointerEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { type DatedValue, dateTicks, decimate, ticks } from './decimate';

type Props = {
  /** the sentence that says what the picture shows, for those who do not see it */
  label: string;
  points: readonly DatedValue[];
  formatValue: (value: number) => string;
  formatAxis: (value: number) => string;
  formatDate: (date: string) => string;
  formatTick: (date: string) => string;
  /** the point that matters, named in the picture */
  mark?: { date: string; value: number; text: string };
  tone?: 'loss' | 'primary';
  height?: number;
};

const AXIS = 20;
const GUTTER = 52;

/** A filled line over time between nought and its values; pointer and arrow keys read single days. */
export function AreaChart({
  label,
  points,
  formatValue,
  formatAxis,
  formatDate,
  formatTick,
  mark,
  tone = 'loss',
  height = 220,
}: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(640);
  const [at, setAt] = useState<number>();
  const fade = useId();
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) =>
      setWidth(Math.max(240, entry?.contentRect.width ?? 640)),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const drawn = useMemo(() => decimate(points), [points]);
  const first = drawn[0];
  const last = drawn.at(-1);
  if (!first || !last) return null;

  const times = drawn.map((point) => Date.parse(point.date));
  const [from, to] = [times[0] ?? 0, times.at(-1) ?? 1];
  const low = Math.min(0, ...drawn.map((point) => point.value)) * 1.12;
  const high = Math.max(0, ...drawn.map((point) => point.value)) * 1.12;
  const inner = { left: GUTTER, right: width - 6, top: 10, bottom: height - AXIS };
  const x = (time: number) =>
    inner.left + ((time - from) / Math.max(1, to - from)) * (inner.right - inner.left);
  const y = (value: number) =>
    inner.top + ((high - value) / Math.max(1e-12, high - low)) * (inner.bottom - inner.top);
  const line = drawn
    .map(
      (point, index) =>
        `${index === 0 ? 'M' : 'L'}${x(times[index] ?? 0).toFixed(1)} ${y(point.value).toFixed(1)}`,
    )
    .join('');
  const area = `${line}L${x(to).toFixed(1)} ${y(0).toFixed(1)}L${x(from).toFixed(1)} ${y(0).toFixed(1)}Z`;
  const colour = tone === 'loss' ? 'var(--loss)' : 'var(--primary)';
  const current = at === undefined ? undefined : drawn[at];

  const point = (event: PointerEvent<SVGSVGElement>) => {
    const { left } = event.currentTarget.getBoundingClientRect();
    const time = from + ((event.clientX - left - inner.left) / (inner.right - inner.left)) * (to - from);
    const next = times.findIndex((candidate) => candidate >= time);
    setAt(next < 0 ? drawn.length - 1 : next);
  };
  const key = (event: KeyboardEvent) => {
    const step = {
      ArrowLeft: -1,
      ArrowRight: 1,
      PageUp: -20,
      PageDown: 20,
      Home: -drawn.length,
      End: drawn.length,
    }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    setAt((old) => Math.min(drawn.length - 1, Math.max(0, (old ?? (step > 0 ? -1 : drawn.length)) + step)));
  };

  return (
    <div ref={box} className="relative min-w-0">
      {/* the arrow keys walk along the line: a picture that can be read is a widget */}
      <div
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={drawn.length - 1}
        aria-valuenow={at ?? drawn.length - 1}
        aria-valuetext={`${formatDate((current ?? last).date)}: ${formatValue((current ?? last).value)}`}
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
          <defs>
            <linearGradient id={fade} x1="0" x2="0" y1="0" y2="1">
              <stop offset="0" stopColor={colour} stopOpacity={tone === 'loss' ? 0.08 : 0.3} />
              <stop offset="1" stopColor={colour} stopOpacity={tone === 'loss' ? 0.32 : 0.05} />
            </linearGradient>
          </defs>
          {ticks(low, high).map((value) => (
            <g key={value}>
              <line
                x1={inner.left}
                x2={inner.right}
                y1={y(value)}
                y2={y(value)}
                stroke="var(--line)"
                strokeWidth={value === 0 ? 1.5 : 1}
              />
              <text
                x={inner.left - 8}
                y={y(value) + 4}
                textAnchor="end"
                className="figures fill-muted text-caption"
              >
                {formatAxis(value)}
              </text>
            </g>
          ))}
          {dateTicks(first.date, last.date, width < 480 ? 4 : 7)
            .map((date) => ({ date, x: x(Date.parse(date)) }))
            .filter((tick) => tick.x > inner.left + 18 && tick.x < inner.right - 18)
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
          <path d={area} fill={`url(#${fade})`} />
          <path d={line} fill="none" stroke={colour} strokeWidth="1.500" strokeLinejoin="round" />
          {mark ? (
            <Mark
              x={x(Date.parse(mark.date))}
              y={y(mark.value)}
              text={mark.text}
              width={width}
              colour={colour}
            />
          ) : null}
          {current ? (
            <g>
              <line
                x1={x(Date.parse(current.date))}
                x2={x(Date.parse(current.date))}
                y1={inner.top}
                y2={inner.bottom}
                stroke="var(--line-strong)"
                strokeDasharray="3 3"
              />
              <circle
                cx={x(Date.parse(current.date))}
                cy={y(current.value)}
                r="4"
                fill={colour}
                stroke="var(--surface)"
                strokeWidth="2"
              />
            </g>
          ) : null}
        </svg>
      </div>
      {current ? (
        <div
          aria-hidden="true"
          className="figures pointer-events-none absolute top-1 rounded-control border border-line bg-surface px-2.5 py-1.5 text-dense whitespace-nowrap shadow-[0_4px_16px_rgb(0_0_0/0.12)]"
          style={{ left: Math.min(Math.max(0, x(Date.parse(current.date)) + 10), Math.max(0, width - 170)) }}
        >
          <span className="text-muted">{formatDate(current.date)}</span>{' '}
          <span className="font-semibold">{formatValue(current.value)}</span>
        </div>
      ) : null}
    </div>
  );
}

function Mark({
  x,
  y,
  text,
  width,
  colour,
}: {
  x: number;
  y: number;
  text: string;
  width: number;
  colour: string;
}) {
  const right = x > width / 2;
  return (
    <g>
      <circle cx={x} cy={y} r="4" fill={colour} stroke="var(--surface)" strokeWidth="2" />
      <text
        x={right ? x - 10 : x + 10}
        y={y + 4}
        textAnchor={right ? 'end' : 'start'}
        className="figures fill-fg text-dense font-semibold"
        stroke="var(--surface)"
        strokeWidth="4"
        paintOrder="stroke"
      >
        {text}
      </text>
    </g>
  );
}
