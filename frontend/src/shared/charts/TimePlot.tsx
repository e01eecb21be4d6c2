import { dateTicks } from './decimate';
import { type FrameProps, PlotFrame, type Scale } from './PlotFrame';

type Props = Omit<FrameProps, 'from' | 'to' | 'stops' | 'start' | 'ticksAlong' | 'children' | 'names'> & {
  dates: readonly string[];
  formatTick: (date: string) => string;
  /** one date read out, by its index */
  read: (index: number) => readonly string[];
  /** what is drawn; `x` of the scale takes the index of a date */
  children: (scale: Scale, index: number | undefined) => React.ReactNode;
};

/** What the names of the values take on the left, and a date with the air around it. */
const VALUES = 60;
const NAME = 60;

/** Axes over time with anything drawn on them; pointer and arrow keys read single dates. */
export function TimePlot({ dates, formatTick, children, ...frame }: Props) {
  const times = dates.map((date) => Date.parse(date));
  const [first, last] = [dates[0] ?? '', dates.at(-1) ?? ''];
  const [from, to] = [times[0] ?? 0, times.at(-1) ?? 1];
  return (
    <PlotFrame
      {...frame}
      from={from}
      to={to}
      stops={times}
      ticksAlong={(width) => {
        // a name at the very edge would be cut or stand on the values
        const edge = ((to - from) / width) * 20;
        const room = width - VALUES - (frame.right ?? 0);
        return dateTicks(first, last, Math.max(2, Math.min(7, Math.floor(room / NAME))))
          .map((date) => ({ at: Date.parse(date), text: formatTick(date) }))
          .filter(({ at }) => at > from + edge && at < to - edge);
      }}
    >
      {(scale, index) => children({ ...scale, x: (of) => scale.x(times[of] ?? from) }, index)}
    </PlotFrame>
  );
}
