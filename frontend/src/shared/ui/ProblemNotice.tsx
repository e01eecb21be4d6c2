import { TriangleAlert } from 'lucide-react';
import { useTranslation } from '@/shared/i18n/i18n';
import { asProblem } from '@/api/problem';
import { Button } from './Button';
import { cx } from './cx';

/** A refused or failed request, in place: what happened, what can be done, and the number support asks for. */
export function ProblemNotice({
  error,
  onRetry,
  className,
}: {
  error: unknown;
  onRetry?: () => void;
  className?: string;
}) {
  const { t } = useTranslation();
  const problem = asProblem(error);
  const advice =
    problem.status === 402
      ? t('problem.limit')
      : problem.status === 429
        ? t('problem.slow', { seconds: problem.retryAfterSeconds ?? 30 })
        : problem.status >= 500
          ? t('problem.away')
          : undefined;
  return (
    <div
      role="alert"
      className={cx(
        'flex gap-3 rounded-card border border-danger/35 bg-danger-soft p-4 text-dense',
        className,
      )}
    >
      <TriangleAlert className="mt-0.5 size-4 shrink-0 text-danger" aria-hidden="true" />
      <div className="min-w-0 space-y-1">
        <p className="text-body font-medium">{problem.title}</p>
        {problem.detail && problem.detail !== problem.title ? (
          <p className="break-words">{problem.detail}</p>
        ) : null}
        {problem.errors.length > 0 ? (
          <ul className="list-disc pl-4">
            {problem.errors.slice(0, 20).map((entry) => (
              <li key={`${entry.field} ${entry.message}`}>
                <span className="font-medium">{entry.field}</span>: {entry.message}
              </li>
            ))}
          </ul>
        ) : null}
        {advice ? <p className="text-muted">{advice}</p> : null}
        {problem.traceId ? (
          <p className="text-caption text-muted">
            {t('problem.trace')} <code className="select-all">{problem.traceId}</code>
          </p>
        ) : null}
        {onRetry ? (
          <Button size="small" className="mt-2" onClick={onRetry}>
            {t('problem.retry')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
