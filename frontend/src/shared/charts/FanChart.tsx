import { apart, LinePath, pathOf, PointName } from './marks';
import type { Scale } from './PlotFrame';
import { TimePlot } from './TimePlot';

export type Fan = {
  dates: readonly string[];
  bands: Readonly<Record<'p5' | 'p25' | 'p50' | 'p75' | 'p95', readonly number[]>>;
};

type Props = Fan & {
  label: string;
  /** a sum to be compared with, drawn across */
  target?: { value: number; text: string };
  formatValue: (value: number) => string;
  formatAxis: (value: number) => string;
  formatDate: (date: string) => string;
  formatTick: (date: string) => string;
  /** what the outer band, the inner band and the middle are called */
  names: { outer: string; inner: string; middle: string };
  /** what stands at the ends of the lower, middle and upper line */
  ends: { low: string; middle: string; high: string };
};

const LINE = 15;

/** What may become of something: two bands and the middle, never a single line. */
export function FanChart(props: Props) {
  const { label, dates, bands, target, formatValue, formatAxis, formatDate, formatTick, names, ends } = props;
  const high = Math.max(...bands.p95, target?.value ?? 0, 1e-9) * 1.06;
  const low = Math.min(0, ...bands.p5);
  const places = ({ x, y }: Scale, values: readonly number[]) =>
    values.map((value, index) => [x(index), y(value)] as const);
  const band = (scale: Scale, lower: readonly number[], upper: readonly number[]) =>
    `${pathOf([...places(scale, upper), ...places(scale, lower).reverse()])}Z`;
  const range = (lower: readonly number[], upper: readonly number[], index: number) =>
    `${formatValue(lower[index] ?? 0)} – ${formatValue(upper[index] ?? 0)}`;
  return (
    <TimePlot
      label={label}
      dates={dates}
      low={low}
      high={high}
      height={300}
      right={104}
      formatAxis={formatAxis}
      formatTick={formatTick}
      read={(index) => [
        formatDate(dates[index] ?? ''),
        `${names.outer} ${range(bands.p5, bands.p95, index)}`,
        `${names.inner} ${range(bands.p25, bands.p75, index)}`,
        `${names.middle} ${formatValue(bands.p50[index] ?? 0)}`,
      ]}
    >
      {(scale) => (
        <>
          <path d={band(scale, bands.p5, bands.p95)} fill="var(--primary)" fillOpacity="0.14" />
          <path d={band(scale, bands.p25, bands.p75)} fill="var(--primary)" fillOpacity="0.24" />
          <LinePath places={places(scale, bands.p50)} look={{ colour: 'var(--primary)', width: 2 }} />
          {target ? (
            <>
              <line
                x1={scale.left}
                x2={scale.right}
                y1={scale.y(target.value)}
                y2={scale.y(target.value)}
                stroke="var(--fg)"
                strokeDasharray="5 4"
              />
              <PointName x={scale.left + 6} y={scale.y(target.value) - 6} text={target.text} />
            </>
          ) : null}
          {apart(
            [
              { at: scale.y(bands.p95.at(-1) ?? 0), text: ends.high },
              { at: scale.y(bands.p50.at(-1) ?? 0), text: ends.middle },
              { at: scale.y(bands.p5.at(-1) ?? 0), text: ends.low },
            ],
            LINE,
          ).map(({ at, text }) => (
            <text key={text} x={scale.right + 8} y={at + 4} className="figures fill-fg text-caption">
              {text}
            </text>
          ))}
        </>
      )}
    </TimePlot>
  );
}
