import { type Scale, TimePlot } from './TimePlot';

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

/** What may become of something: two bands and the middle, never a single line. */
export function FanChart(props: Props) {
  const { label, dates, bands, target, formatValue, formatAxis, formatDate, formatTick, names, ends } = props;
  const high = Math.max(...bands.p95, target?.value ?? 0, 1e-9) * 1.06;
  const low = Math.min(0, ...bands.p5);
  const line = ({ x, y }: Scale, values: readonly number[]) =>
    values
      .map((value, index) => `${index === 0 ? 'M' : 'L'}${x(index).toFixed(1)} ${y(value).toFixed(1)}`)
      .join('');
  const band = (scale: Scale, lower: readonly number[], upper: readonly number[]) =>
    `${line(scale, upper)}${[...lower]
      .map((value, index) => `L${scale.x(index).toFixed(1)} ${scale.y(value).toFixed(1)}`)
      .reverse()
      .join('')}Z`;
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
          <path
            d={line(scale, bands.p50)}
            fill="none"
            stroke="var(--primary)"
            strokeWidth="2"
            strokeLinejoin="round"
          />
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
              <text
                x={scale.left + 6}
                y={scale.y(target.value) - 6}
                className="figures fill-fg text-dense font-semibold"
                stroke="var(--surface)"
                strokeWidth="4"
                paintOrder="stroke"
              >
                {target.text}
              </text>
            </>
          ) : null}
          {apart([
            { at: scale.y(bands.p95.at(-1) ?? 0), text: ends.high },
            { at: scale.y(bands.p50.at(-1) ?? 0), text: ends.middle },
            { at: scale.y(bands.p5.at(-1) ?? 0), text: ends.low },
          ]).map(({ at, text }) => (
            <text key={text} x={scale.right + 8} y={at + 4} className="figures fill-fg text-caption">
              {text}
            </text>
          ))}
        </>
      )}
    </TimePlot>
  );
}

const LINE = 15;

/** Texts at line ends, from the top, moved down where they would lie on each other. */
function apart(texts: { at: number; text: string }[]) {
  let free = -Infinity;
  return texts.map(({ at, text }) => {
    free = Math.max(at, free + LINE);
    return { at: free, text };
  });
}
