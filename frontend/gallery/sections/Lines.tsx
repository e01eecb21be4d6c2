import { day, compactMoney, month, percent, ratio, roundMoney } from '@/shared/format/format';
import { AreaChart } from '@/shared/charts/AreaChart';
import { ChartCard } from '@/shared/charts/ChartCard';
import { ExceptionsChart } from '@/shared/charts/ExceptionsChart';
import { figures } from '@/shared/charts/figures';
import { FanChart } from '@/shared/charts/FanChart';
import { LinesChart } from '@/shared/charts/LinesChart';
import { LiveLine } from '@/shared/charts/LiveLine';
import { TimePlot } from '@/shared/charts/TimePlot';
import type { ReactNode } from 'react';
import { benchmark, cash, dates, drawdown, fan, returns, worth } from '../data';

const dated = { formatDate: day, formatTick: month };
const worst = drawdown.indexOf(Math.min(...drawdown));
const LIMIT = 0.022;
const broken = new Set(dates.filter((_, index) => (returns[index] ?? 0) < -LIMIT));
const lived = worth.map((value, index) => [1_772_463_600 + 2 * index, value] as const);
const usd = (value: number) => roundMoney(value, 'USD');

/** Everything that is drawn over time. */
export function Lines() {
  return (
    <div className="grid gap-5 lg:grid-cols-2">
      <Shown title="Live line">
        <LiveLine label="Live" points={lived} reference={110} formatValue={usd} formatTime={clock} />
      </Shown>
      <Shown title="Area, with the point that matters">
        <AreaChart
          label="Drawdowns"
          points={dates.map((date, index) => ({ date, value: drawdown[index] ?? 0 }))}
          formatValue={percent}
          formatAxis={(value) => percent(value, 0)}
          mark={{ date: dates[worst] ?? '', value: drawdown[worst] ?? 0, text: 'Worst' }}
          {...dated}
        />
      </Shown>
      <Shown title="Area of what grows">
        <AreaChart
          label="Growth"
          tone="primary"
          points={dates.map((date, index) => ({ date, value: worth[index] ?? 0 }))}
          formatValue={usd}
          formatAxis={usd}
          {...dated}
        />
      </Shown>
      <Shown title="Lines with dashes of their own">
        <LinesChart
          label="Growth"
          dates={dates}
          lines={[
            { name: 'Portfolio', values: worth },
            { name: 'Benchmark', values: benchmark },
            { name: 'Cash', values: cash },
            { name: 'Two fifths of both', values: worth.map((value) => value * 0.9) },
            { name: 'Half', values: cash.map((value) => value * 0.8) },
          ]}
          formatValue={ratio}
          formatAxis={(value) => ratio(value, 0)}
          fromNought={false}
          {...dated}
        />
      </Shown>
      <Shown title="Fan with a target">
        <FanChart
          label="What may become of it"
          {...fan}
          target={{ value: 13_000, text: 'Goal' }}
          formatValue={usd}
          formatAxis={(value) => compactMoney(value, 'USD')}
          names={{ outer: '90 of 100', inner: '50 of 100', middle: 'middle' }}
          ends={{ low: 'bad', middle: 'middle', high: 'good' }}
          {...dated}
        />
      </Shown>
      <Shown title="Days beyond what was announced">
        <ExceptionsChart
          label="Days beyond"
          dates={dates}
          returns={returns}
          limits={dates.map(() => LIMIT)}
          exceptions={broken}
          formatValue={percent}
          names={{ result: 'Result', limit: 'Announced' }}
          {...dated}
        />
      </Shown>
      <Shown title="Axes alone">
        <TimePlot
          label="Nothing drawn"
          dates={dates}
          low={-1}
          high={1}
          formatAxis={ratio}
          formatTick={month}
          read={(index) => [day(dates[index])]}
        >
          {() => null}
        </TimePlot>
      </Shown>
    </div>
  );
}

const clock = (seconds: number) => new Date(seconds * 1000).toISOString().slice(11, 19);

function Shown({ title, children }: { title: string; children: ReactNode }) {
  return (
    <ChartCard
      title={title}
      caption="Method, window, currency."
      chart={children}
      figures={figures(title, dates.slice(0, 3), [
        { name: 'Date', kind: 'date', of: (date) => date, show: day },
        {
          name: 'Value',
          of: (date) => worth[dates.indexOf(date)],
          show: (date) => ratio(worth[dates.indexOf(date)]),
        },
      ])}
    />
  );
}
