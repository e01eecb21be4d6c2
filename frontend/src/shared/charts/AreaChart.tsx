import { useId } from 'react';
import { type DatedValue, decimate } from './decimate';
import { Dot, LinePath, pathOf, PointName } from './marks';
import { TimePlot } from './TimePlot';

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

/** A filled line over time between nought and its values. */
export function AreaChart(props: Props) {
  const { label, formatValue, formatAxis, formatDate, formatTick, mark, tone = 'loss', height = 220 } = props;
  const fade = useId();
  const points = decimate(props.points);
  if (points.length === 0) return null;
  const colour = tone === 'loss' ? 'var(--loss)' : 'var(--primary)';
  const marked = mark ? points.findIndex(({ date }) => date >= mark.date) : -1;
  return (
    <TimePlot
      label={label}
      dates={points.map(({ date }) => date)}
      low={Math.min(0, ...points.map(({ value }) => value)) * 1.12}
      high={Math.max(0, ...points.map(({ value }) => value)) * 1.12}
      height={height}
      formatAxis={formatAxis}
      formatTick={formatTick}
      read={(index) => [formatDate(points[index]?.date ?? ''), formatValue(points[index]?.value ?? 0)]}
    >
      {({ x, y, left, right }, at) => {
        const places = points.map(({ value }, index) => [x(index), y(value)] as const);
        const ground = y(0);
        const [end, start] = [x(points.length - 1), x(0)];
        const [px, py] = [x(marked), y(mark?.value ?? 0)];
        const [cx, cy] = places[at ?? -1] ?? [0, 0];
        const before = px > (left + right) / 2;
        return (
          <>
            <defs>
              <linearGradient id={fade} x1="0" x2="0" y1="0" y2="1">
                <stop offset="0" stopColor={colour} stopOpacity={tone === 'loss' ? 0.08 : 0.3} />
                <stop offset="1" stopColor={colour} stopOpacity={tone === 'loss' ? 0.32 : 0.05} />
              </linearGradient>
            </defs>
            <path d={`${pathOf([...places, [end, ground], [start, ground]])}Z`} fill={`url(#${fade})`} />
            <LinePath places={places} look={{ colour, width: 1.5 }} />
            {mark && marked >= 0 ? (
              <g>
                <Dot x={px} y={py} colour={colour} />
                <PointName
                  x={px + (before ? -10 : 10)}
                  y={py + 4}
                  text={mark.text}
                  anchor={before ? 'end' : 'start'}
                />
              </g>
            ) : null}
            {at === undefined ? null : <Dot x={cx} y={cy} colour={colour} />}
          </>
        );
      }}
    </TimePlot>
  );
}
