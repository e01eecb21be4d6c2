import { CheckField } from '@/shared/ui/CheckField';
import { CheckField as PlainCheckField } from '@/shared/ui/Field';
import { Segmented } from '@/shared/ui/Segmented';
import { SliderField } from '@/shared/ui/SliderField';
import { Tabs } from '@/shared/ui/Tabs';
import { Sample } from '../Sample';

const nothing = () => undefined;
const ranges = [
  { value: '1Y', label: '1Y' },
  { value: '5Y', label: '5Y' },
  { value: 'ALL', label: 'All' },
] as const;
const tabs = [
  { to: '/portfolios', label: 'Holdings' },
  { to: '/transactions', label: 'Transactions' },
  { to: '/performance', label: 'Performance' },
];

/** One of a few, some of many, more or less, and the sides of one thing. */
export function Choices() {
  return (
    <div className="card grid gap-5 p-5 lg:grid-cols-2">
      <div className="space-y-5">
        <Sample name="one of a few">
          <Segmented label="Range" options={ranges} value="5Y" onChange={nothing} />
          <Segmented label="Range" options={ranges} value="ALL" onChange={nothing} showLabel />
        </Sample>
        <Sample name="sides of one thing">
          <Tabs label="Portfolio" tabs={tabs} />
        </Sample>
        <Sample name="the same, with the focus" force="focus">
          <Tabs label="Portfolio" tabs={tabs} />
        </Sample>
      </div>
      <div className="space-y-5">
        <CheckField label="Wanted" hint="With what it brings." checked onChange={nothing} />
        <CheckField label="Not wanted" checked={false} onChange={nothing} />
        <PlainCheckField label="In a row of fields" checked onChange={nothing} hint="With a hint." />
        <SliderField
          label="Saved each month"
          value="300"
          onChange={nothing}
          min={0}
          max={1000}
          step={10}
          unit="USD"
          hint="From now on."
        />
        <SliderField
          label="Years"
          value="61"
          onChange={nothing}
          min={1}
          max={40}
          step={1}
          error="At most 60 years."
        />
      </div>
    </div>
  );
}
