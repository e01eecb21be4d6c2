import { ticks } from './decimate';
import { apart, LinePath, PointName } from './marks';
import { PlotFrame } from './PlotFrame';

export type RiskReturn = { volatility: number; expectedReturn: number };
type Mark = RiskReturn & { text: string; tone: 'you' | 'found' | 'here' };

type Props = {
  /** the sentence that says what the picture shows, for those who do not see it */
  label: string;
  line: readonly RiskReturn[];
  /** the points that matter, named in the picture; the first is the most important */
  marks: readonly Mark[];
  format: (value: number) => string;
  names: { x: string; y: string };
};

const LINE = 16;
const fills = { you: 'var(--fg)', found: 'var(--primary)', here: 'var(--surface)' } as const;

/** Return over swing: the line of the calmest mixes, and where one stands beside it. */
export function FrontierChart({ label, line, marks, format, names }: Props) {
  const all = [...line, ...marks];
  const range = (of: (point: RiskReturn) => number) => {
    const values = all.map(of);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const air = Math.max(high - low, Math.abs(high) * 0.02, 1e-6) * 0.12;
    return [low - air, high + air] as const;
  };
  const [from, to] = range((point) => point.volatility);
  const [low, high] = range((point) => point.expectedReturn);
  return (
    <PlotFrame
      label={label}
      from={from}
      to={to}
      low={low}
      high={high}
      height={300}
      right={16}
      names={names}
      formatAxis={format}
      ticksAlong={(width) => ticks(from, to, width < 480 ? 3 : 5).map((at) => ({ at, text: format(at) }))}
    >
      {({ x, y, right }) => (
        <>
          <LinePath
            places={line.map((point) => [x(point.volatility), y(point.expectedReturn)])}
            look={{ colour: 'var(--primary)', width: 2.5 }}
          />
          {[...marks].reverse().map((mark) => (
            <circle
              key={mark.tone}
              cx={x(mark.volatility)}
              cy={y(mark.expectedReturn)}
              r={mark.tone === 'here' ? 7 : 5.5}
              fill={fills[mark.tone]}
              stroke={mark.tone === 'here' ? 'var(--primary)' : 'var(--surface)'}
              strokeWidth={mark.tone === 'here' ? 3 : 2}
            />
          ))}
          {apart(
            marks.map((mark) => ({ ...mark, at: y(mark.expectedReturn) })),
            LINE,
          ).map((mark) => {
            const before = x(mark.volatility) > right - 90;
            return (
              <PointName
                key={mark.tone}
                x={x(mark.volatility) + (before ? -12 : 12)}
                y={mark.at + 4}
                text={mark.text}
                anchor={before ? 'end' : 'start'}
              />
            );
          })}
        </>
      )}
    </PlotFrame>
  );
}
