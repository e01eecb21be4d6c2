import type { Analysis } from '@/api/types';
import { addressOf, useKindName } from '@/features/risk/kinds';
import { Link } from '@/shared/ui/Link';

/** A calculation by name, leading to where it is shown. */
export function JobLink({ job }: { job: Analysis }) {
  const kindName = useKindName();
  const to = addressOf(job);
  if (!to) return <span className="font-medium">{kindName(job.kind)}</span>;
  return (
    <Link to={to} className="font-medium text-primary underline-offset-2 hover:underline">
      {kindName(job.kind)}
    </Link>
  );
}
