import { SelectField, TextAreaField, TextField } from '@/shared/ui/Field';
import { Sample } from '../Sample';

const nothing = () => undefined;

/** What is typed into or chosen from a list, in each state. */
export function Fields() {
  return (
    <div className="card space-y-5 p-5">
      <div className="grid gap-5 sm:grid-cols-2 lg:grid-cols-3">
        <TextField label="Empty" placeholder="AAPL" />
        <TextField label="Filled, with a hint" defaultValue="1,234.50" hint="In US dollars, before fees." />
        <TextField label="Refused" defaultValue="-3" error="More than nothing has to be bought." />
        <TextField label="Disabled" defaultValue="cannot be changed" disabled />
        <SelectField label="Choice" value="MONTH" onChange={nothing} hint="How far ahead one looks.">
          <option value="MONTH">One month</option>
        </SelectField>
        <SelectField label="Choice, refused" value="" onChange={nothing} error="Choose one of them.">
          <option value="">–</option>
        </SelectField>
        <TextAreaField label="Text" rows={2} defaultValue="Several lines of words." />
        <TextAreaField label="Text, refused" rows={2} error="Say in a few words why." />
        <SelectField label="Choice, disabled" value="MONTH" onChange={nothing} disabled>
          <option value="MONTH">One month</option>
        </SelectField>
      </div>
      <Sample name="with the focus" force="focus">
        <TextField label="Text" defaultValue="1,234.50" />
        <SelectField label="Choice" value="MONTH" onChange={nothing}>
          <option value="MONTH">One month</option>
        </SelectField>
      </Sample>
    </div>
  );
}
