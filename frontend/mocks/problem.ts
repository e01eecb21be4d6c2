import { HttpResponse } from 'msw';

/** An answer as the services refuse: RFC 9457. */
export function problem(status: number, body: Record<string, unknown>) {
  return HttpResponse.json(
    { type: 'about:blank', status, ...body },
    { status, headers: { 'Content-Type': 'application/problem+json' } },
  );
}
