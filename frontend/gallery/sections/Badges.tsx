import { moneyChange } from '@/shared/format/format';
import { Badge } from '@/shared/ui/Badge';
import { Brand } from '@/shared/ui/Brand';
import { Delta } from '@/shared/ui/Delta';
import { Link } from '@/shared/ui/Link';
import { Progress } from '@/shared/ui/Progress';
import { Sample } from '../Sample';

/** Small things: the mark, badges, changes, progress. */
export function Badges() {
  return (
    <div className="card grid gap-5 p-5 lg:grid-cols-2">
      <Sample name="mark, link">
        <Brand to="/portfolios" />
        <Link to="/portfolios" className="font-medium text-primary underline underline-offset-2">
          a link in a sentence
        </Link>
      </Sample>
      <Sample name="badges">
        {(['neutral', 'primary', 'warn', 'danger', 'gain'] as const).map((tone) => (
          <Badge key={tone} tone={tone}>
            {tone}
          </Badge>
        ))}
      </Sample>
      <Sample name="up, down, unchanged, unknown">
        <Delta value={12.3}>{moneyChange(12.3, 'USD')}</Delta>
        <Delta value={-4.56}>{moneyChange(-4.56, 'USD')}</Delta>
        <Delta value={0}>{moneyChange(0, 'USD')}</Delta>
        <Delta value={undefined}>{moneyChange(undefined, 'USD')}</Delta>
      </Sample>
      <Sample name="progress: under way, 3, 62 and 100 %">
        <Progress label="Under way" className="w-full" />
        <Progress label="Begun" percent={3} className="w-full" />
        <Progress label="Advanced" percent={62} className="w-full" />
        <Progress label="Done" percent={100} className="w-full" />
      </Sample>
    </div>
  );
}
