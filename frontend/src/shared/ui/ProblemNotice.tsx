import { TriangleAlert } from 'lucide-react';
import { useTranslation } from '@/shared/i18n/i18n';
import { Served, ServedDetail } from '@/shared/i18n/Served';
import { asProblem } from '@/api/problem';
import { Button, ButtonAnchor, ButtonLink } from './Button';
import { cx } from './cx';

/** What can be done about a refusal of each class; what was typed is kept by the form that shows it. */
const advices = {
  401: 'signIn',
  402: 'limit',
  403: 'forbidden',
  404: 'gone',
  409: 'conflict',
  412: 'stale',
  413: 'large',
  422: 'fields',
} as const;

/** A refused or failed request, in place: what happened, what can be done, and the number support asks for. */
export function ProblemNotice({
  error,
  onRetry,
  retry,
  className,
}: {
  error: unknown;
  onRetry?: () => void;
  /** what trying again is called here */
  retry?: string;
  className?: string;
}) {
  const { t, tell } = useTranslation();
  const problem = asProblem(error);
  const { status } = problem;
  const advice =
    status === 429
      ? t('problem.slow', { seconds: problem.retryAfterSeconds ?? 30 })
      : status >= 500
        ? t('problem.away')
        : status in advices
          ? t(`problem.${advices[status as keyof typeof advices]}`)
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
        <p className="text-body font-medium">
          <Served>{problem.title}</Served>
        </p>
        {problem.detail && problem.detail !== problem.title ? (
          <p className="break-words">
            <ServedDetail>{problem.detail}</ServedDetail>
          </p>
        ) : null}
        {problem.errors.length > 0 ? (
          <ul className="list-disc pl-4">
            {problem.errors.slice(0, 20).map((entry) => (
              <li key={`${entry.field} ${entry.message}`}>
                <span className="font-medium">{tell(entry.field).text}</span>:{' '}
                <Served>{entry.message}</Served>
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
        {status === 401 ? (
          <ButtonAnchor size="small" className="mt-2 mr-2" href="/login" target="_blank" rel="noopener">
            {t('problem.signInLink')}
          </ButtonAnchor>
        ) : null}
        {status >= 500 ? (
          <ButtonLink size="small" look="ghost" className="mt-2 mr-2" to="/status">
            {t('problem.status')}
          </ButtonLink>
        ) : null}
        {onRetry ? (
          <Button size="small" className="mt-2" onClick={onRetry}>
            {retry ?? t('problem.retry')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
