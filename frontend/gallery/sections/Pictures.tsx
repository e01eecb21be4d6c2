import { percent } from '@/shared/format/format';
import { CurveChart } from '@/shared/charts/CurveChart';
import { FrontierChart } from '@/shared/charts/FrontierChart';
import { ShareBars } from '@/shared/charts/ShareBars';
import { TailCurve } from '@/shared/charts/TailCurve';
import { Card } from '@/shared/ui/Card';
import { frontier } from '../data';

const loans = Array.from({ length: 21 }, (_, index) => index * 0.05);
const whole = (value: number) => percent(value, 0);
const bars = [
  { key: 'equity', name: 'Equity', share: 0.62, target: 0.55 },
  { key: 'bonds', name: 'Government bonds', share: 0.28, target: 0.35 },
  { key: 'gold', name: 'Gold', share: 0.14 },
  { key: 'cash', name: 'Cash', share: -0.04 },
];

/** Everything that is drawn over something else than time. */
export function Pictures() {
  return (
    <div className="grid gap-5 lg:grid-cols-2">
      <Card title="Curves">
        <CurveChart
          label="Chance of a call"
          along={loans}
          curves={[
            { name: 'Chance of a call', values: loans.map((loan) => loan ** 2 * 0.6) },
            { name: 'Chance of a loss', values: loans.map((loan) => 0.2 + loan * 0.15) },
            { name: 'Interest', values: loans.map((loan) => loan * 0.06) },
          ]}
          marks={[
            { at: 0.4, text: 'You' },
            { at: 0.75, text: 'Most allowed' },
          ]}
          formatValue={whole}
          formatAlong={whole}
          alongName="borrowed"
        />
      </Card>
      <Card title="Frontier">
        <FrontierChart
          label="The calmest mixes"
          line={frontier}
          marks={[
            { volatility: 0.14, expectedReturn: 0.062, text: 'You', tone: 'you' },
            { ...(frontier[6] ?? { volatility: 0, expectedReturn: 0 }), text: 'Calmer', tone: 'found' },
            { ...(frontier[16] ?? { volatility: 0, expectedReturn: 0 }), text: 'Here', tone: 'here' },
          ]}
          format={(value) => percent(value, 1)}
          names={{ x: 'Swing', y: 'Return' }}
        />
      </Card>
      <Card title="Shares and where they should be">
        <ShareBars bars={bars} format={whole} describe={(bar) => `${bar.name} ${whole(bar.share)}`} />
      </Card>
      <Card title="Tail">
        <svg viewBox="0 0 480 200" className="w-full" aria-hidden="true">
          <TailCurve />
        </svg>
      </Card>
    </div>
  );
}
