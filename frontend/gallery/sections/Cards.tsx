import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { Page } from '@/shared/ui/Page';

/** A page's head, and cards: plain, with the term of art, with something to do. */
export function Cards() {
  return (
    <Page
      title="Could it lose too much?"
      lead="The head of a page: question, lead, action."
      actions={<Button look="primary">Run risk check</Button>}
    >
      <div className="grid gap-5 sm:grid-cols-2 lg:grid-cols-3">
        <Card title="Worth now">
          <p className="figures text-figure font-semibold">$12,345.60</p>
        </Card>
        <Card title="Could lose in a bad month" term="Value at risk, 95 %" learn="value-at-risk">
          <p className="figures text-figure font-semibold text-loss">−$1,020</p>
        </Card>
        <Card
          title="With actions"
          term="A term without a lesson"
          actions={<Button size="small">Change</Button>}
        >
          <p>The title wraps before the actions do.</p>
        </Card>
      </div>
    </Page>
  );
}
