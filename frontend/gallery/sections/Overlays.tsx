import { useState } from 'react';
import { Button } from '@/shared/ui/Button';
import { Dialog } from '@/shared/ui/Dialog';
import { Explain } from '@/shared/ui/Explain';
import { TextField } from '@/shared/ui/Field';
import { toast } from '@/shared/ui/toast';
import { Sample } from '../Sample';

/** What lies above the page; the test opens one after the other. */
export function Overlays() {
  const [dialog, setDialog] = useState(false);
  return (
    <div className="card p-5">
      <Sample name="what lies above the page">
        <Button onClick={() => setDialog(true)}>Open dialog</Button>
        <Button onClick={() => toast('The risk check is done.', { to: '/portfolios', action: 'See it' })}>
          Tell
        </Button>
        <Explain about="Could lose in a bad month" term="Value at risk" learn="value-at-risk">
          <p>
            In 19 of 20 months it loses <strong>less than $1,020</strong>.
          </p>
        </Explain>
      </Sample>
      {dialog ? (
        <Dialog title="Delete this portfolio" onClose={() => setDialog(false)}>
          <div className="space-y-4">
            <p>Delete “Savings” with all its transactions?</p>
            <TextField label="Its name" hint="So that nothing is deleted by mistake." />
            <Button look="danger">Delete it</Button>
          </div>
        </Dialog>
      ) : null}
    </div>
  );
}
