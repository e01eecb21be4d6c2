import { Dot } from './marks';
import type { Scale } from './PlotFrame';
import { TimePlot } from './TimePlot';

type Props = {
  label: string;
  dates: readonly string[];
  /** what each day brought, as a fraction */
  returns: readonly number[];
  /** the loss that was announced for each day, a positive fraction */
  limits: readonly number[];
  /** the days on which more was lost than announced */
  exceptions: ReadonlySet<string>;
  formatValue: (value: number) => string;
  formatDate: (date: string) => string;
  formatTick: (date: string) => string;
  /** the names of the day's result and of the announced loss */
  names: { result: string; limit: string };
};

/** Each day's result against the loss announced the evening before; the days that went beyond it stand out. */
export function ExceptionsChart({
  label,
  dates,
  returns,
  limits,
  exceptions,
  formatValue,
  formatDate,
  formatTick,
  names,
}: Props) {
  const low = Math.min(0, ...returns, ...limits.map((limit) => -limit)) * 1.1;
  const high = Math.max(0, ...returns) * 1.1;
  const bars = ({ x, y }: Scale, shown: (date: string) => boolean) =>
    dates
      .map((date, index) =>
        shown(date) ? `M${x(index).toFixed(1)} ${y(0).toFixed(1)}V${y(returns[index] ?? 0).toFixed(1)}` : '',
      )
      .join('');
  // the announced loss holds for a whole day: a line of steps
  const steps = ({ x, y }: Scale) =>
    limits
      .map((limit, index) =>
        index === 0
          ? `M${x(0).toFixed(1)} ${y(-limit).toFixed(1)}`
          : `V${y(-limit).toFixed(1)}H${x(index).toFixed(1)}`,
      )
      .join('');
  return (
    <TimePlot
      label={label}
      dates={dates}
      low={low}
      high={high}
      formatAxis={formatValue}
      formatTick={formatTick}
      read={(index) => [
        formatDate(dates[index] ?? ''),
        `${names.result} ${formatValue(returns[index] ?? 0)}`,
        `${names.limit} ${formatValue(-(limits[index] ?? 0))}`,
      ]}
    >
      {(scale) => (
        <>
          <path
            d={bars(scale, (date) => !exceptions.has(date))}
            stroke="var(--line-strong)"
            strokeOpacity="0.7"
            strokeWidth={Math.max(1, Math.min(3, (scale.right - scale.left) / dates.length - 0.5))}
          />
          <path d={bars(scale, (date) => exceptions.has(date))} stroke="var(--loss)" strokeWidth="3" />
          <path d={steps(scale)} fill="none" stroke="var(--primary)" strokeWidth="1.500" />
          {dates.map((date, index) =>
            exceptions.has(date) ? (
              <Dot
                key={date}
                x={scale.x(index)}
                y={scale.y(returns[index] ?? 0)}
                colour="var(--loss)"
                radius={4.5}
              />
            ) : null,
          )}
        </>
      )}
    </TimePlot>
  );
}
