import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addressOf, api, unwrap } from './client';
import { Problem } from './problem';

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

describe('a call', () => {
  it('fills its path, and leaves out of its query what is not said', () => {
    const url = addressOf('/api/v1/portfolios/{id}/holdings', {
      params: { path: { id: 'a/b' }, query: { asOf: undefined, limit: 0, symbols: ['A', 'B'] } },
    });
    expect(url.pathname).toBe('/api/v1/portfolios/a%2Fb/holdings');
    expect(url.search).toBe('?limit=0&symbols=A&symbols=B');
  });

  it('sends a body as JSON with its headers, and answers with what came back', async () => {
    let seen: Request | undefined;
    server.use(
      http.post('*/api/v1/portfolios', async ({ request }) => {
        seen = request.clone();
        return HttpResponse.json({ id: '1' }, { status: 201 });
      }),
    );
    const body = { name: 'Mine', baseCurrency: 'EUR' };
    const made = await unwrap(
      api.POST('/api/v1/portfolios', { body, headers: { 'Idempotency-Key': 'k' } as never }),
    );
    expect(made).toEqual({ id: '1' });
    expect(await seen?.json()).toEqual(body);
    expect(seen?.headers.get('Content-Type')).toBe('application/json');
    expect(seen?.headers.get('Idempotency-Key')).toBe('k');
  });

  it('may have no answer to read', async () => {
    server.use(http.delete('*/api/v1/portfolios/:id', () => new HttpResponse(null, { status: 204 })));
    const gone = unwrap(api.DELETE('/api/v1/portfolios/{id}', { params: { path: { id: '1' } } }));
    await expect(gone).resolves.toBeUndefined();
  });

  it('is a problem when refused, even when the refusal is no JSON', async () => {
    server.use(http.get('*/api/v1/portfolios', () => HttpResponse.text('Bad gateway', { status: 502 })));
    const refused = await unwrap(api.GET('/api/v1/portfolios')).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Problem);
    expect((refused as Problem).status).toBe(502);
  });
});
