import { ticks } from './decimate';
import { Dot, Legend, LinePath, type Look, PointName } from './marks';
import { PlotFrame } from './PlotFrame';

export type Curve = { name: string; values: readonly number[] };

type Props = {
  /** the sentence that says what the picture shows, for those who do not see it */
  label: string;
  /** what the curves are drawn over, rising */
  along: readonly number[];
  /** three at most */
  curves: readonly Curve[];
  /** places on the lower axis that matter, named in the picture */
  marks: readonly { at: number; text: string }[];
  formatValue: (value: number) => string;
  formatAlong: (value: number) => string;
  alongName: string;
};

const TOP = 26;
const LINE = 16;

const looks: readonly Look[] = [
  { colour: 'var(--primary)', width: 2 },
  { colour: 'var(--loss)', dashes: '7 4', width: 2 },
  { colour: 'var(--muted)', dashes: '2 3', width: 2 },
];

/** Curves over a quantity that is not time. */
export function CurveChart(props: Props) {
  const { label, along, marks, formatValue, formatAlong, alongName } = props;
  const curves = props.curves.slice(0, looks.length);
  const places = [...along, ...marks.map((mark) => mark.at)];
  const [from, to] = [Math.min(...places), Math.max(...places)];
  const values = curves.flatMap((curve) => curve.values);
  return (
    <>
      <Legend lines={curves.map(({ name }, index) => ({ name, look: looks[index] }))} />
      <PlotFrame
        label={label}
        from={from}
        to={to}
        low={Math.min(0, ...values)}
        high={Math.max(1e-9, ...values) * 1.05}
        height={280}
        top={TOP}
        right={14}
        names={{ x: alongName }}
        formatAxis={formatValue}
        ticksAlong={(width) =>
          ticks(from, to, width < 480 ? 3 : 6).map((at) => ({ at, text: formatAlong(at) }))
        }
        stops={along}
        start="first"
        read={(index) => [
          `${formatAlong(along[index] ?? 0)} ${alongName}`,
          ...curves.map(({ name, values: of }) => `${name} ${formatValue(of[index] ?? 0)}`),
        ]}
      >
        {({ x, y, right, bottom }, at) => (
          <>
            {curves
              .map(({ name, values: of }, index) => (
                <LinePath
                  key={name}
                  places={along.map((place, step) => [x(place), y(of[step] ?? 0)])}
                  look={looks[index]}
                />
              ))
              .reverse()}
            {marks.map((mark, index) => {
              const before = x(mark.at) > right - 110;
              return (
                <g key={mark.text}>
                  <line
                    x1={x(mark.at)}
                    x2={x(mark.at)}
                    y1={TOP - 16 + index * LINE}
                    y2={bottom}
                    stroke="var(--fg)"
                    strokeWidth="1.500"
                    strokeDasharray={index === 0 ? undefined : '3 3'}
                  />
                  <PointName
                    x={x(mark.at) + (before ? -7 : 7)}
                    y={TOP - 7 + index * LINE}
                    text={mark.text}
                    anchor={before ? 'end' : 'start'}
                  />
                </g>
              );
            })}
            {at === undefined
              ? null
              : curves.map(({ name, values: of }, index) => (
                  <Dot
                    key={name}
                    x={x(along[at] ?? 0)}
                    y={y(of[at] ?? 0)}
                    colour={looks[index]?.colour ?? ''}
                  />
                ))}
          </>
        )}
      </PlotFrame>
    </>
  );
}
