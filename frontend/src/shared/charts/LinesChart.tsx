import { kept } from './decimate';
import { Legend, LinePath, type Look } from './marks';
import { TimePlot } from './TimePlot';

export type Line = { name: string; values: readonly number[] };

type Props = {
  /** the sentence that says what the picture shows, for those who do not see it */
  label: string;
  dates: readonly string[];
  /** the first is the one that matters; five at most */
  lines: readonly Line[];
  formatValue: (value: number) => string;
  formatAxis: (value: number) => string;
  formatDate: (date: string) => string;
  formatTick: (date: string) => string;
  /** whether the axis begins at nought */
  fromNought?: boolean;
};

const looks: readonly Look[] = [
  { colour: 'var(--primary)', width: 2.2 },
  { colour: 'var(--fg)', dashes: '6 4', width: 1.5 },
  { colour: 'var(--muted)', dashes: '2 3', width: 1.5 },
  { colour: 'var(--loss)', dashes: '9 3 2 3', width: 1.5 },
  { colour: 'var(--gain)', dashes: '12 4', width: 1.5 },
];

/** A few lines over the same days, with a key that shows how each is drawn; of a single one, its title says what it is. */
export function LinesChart(props: Props) {
  const { label, formatValue, formatAxis, formatDate, formatTick, fromNought = true } = props;
  const few = props.lines.slice(0, looks.length);
  const drawn = kept(few.map((line) => line.values));
  const dates = drawn.map((index) => props.dates[index] ?? '');
  const lines = few.map(({ name, values: of }) => ({ name, values: drawn.map((index) => of[index] ?? 0) }));
  const values = lines.flatMap((line) => line.values);
  const top = Math.max(...values, fromNought ? 1e-9 : -Infinity);
  const bottom = Math.min(...values, ...(fromNought ? [0] : []));
  const air = (top - bottom || Math.abs(top)) * 0.06;
  const named = lines.length > 1;
  return (
    <>
      {named ? <Legend lines={lines.map(({ name }, index) => ({ name, look: looks[index] }))} /> : null}
      <TimePlot
        label={label}
        dates={dates}
        low={bottom < 0 || !fromNought ? bottom - air : bottom}
        high={top + air}
        formatAxis={formatAxis}
        formatTick={formatTick}
        read={(index) => [
          formatDate(dates[index] ?? ''),
          ...lines.map(({ name, values: of }) =>
            named ? `${name} ${formatValue(of[index] ?? 0)}` : formatValue(of[index] ?? 0),
          ),
        ]}
      >
        {({ x, y }) =>
          lines
            .map(({ name, values: of }, line) => (
              <LinePath
                key={name}
                places={of.map((value, index) => [x(index), y(value)])}
                look={looks[line]}
              />
            ))
            .reverse()
        }
      </TimePlot>
    </>
  );
}
