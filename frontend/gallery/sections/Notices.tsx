import { Problem } from '@/api/problem';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const refusals = [
  new Problem(401, { title: 'Unauthorized', detail: 'The session has ended.' }),
  new Problem(402, { title: 'The plan ends here', detail: 'The plan includes 2 portfolios.' }),
  new Problem(403, { title: 'Forbidden' }),
  new Problem(404, { title: 'Not found' }),
  new Problem(409, { title: 'Conflict', detail: 'There is a portfolio of this name.' }),
  new Problem(412, { title: 'Changed meanwhile' }),
  new Problem(413, { title: 'Too large', detail: 'A file may have 10 MB.' }),
  new Problem(422, {
    title: 'Not valid',
    errors: [
      { field: 'quantity', message: 'must be greater than 0' },
      { field: 'tradeDate', message: 'must not lie in the future' },
    ],
  }),
  new Problem(429, { title: 'Too many requests' }, '7'),
  new Problem(503, { title: 'Market data is away', traceId: TRACE }),
  Problem.unreachable(),
];

/** The face of each class of refusal; in Inter throughout, for the machine's own font of code differs. */
export function Notices() {
  return (
    <div className="[&_code]:font-sans grid items-start gap-3 sm:grid-cols-2 lg:grid-cols-3">
      {refusals.map((problem) => (
        <ProblemNotice
          key={problem.status}
          error={problem}
          onRetry={problem.status === 0 || problem.status > 412 ? () => undefined : undefined}
        />
      ))}
    </div>
  );
}
