import { http, HttpResponse } from 'msw';
import type { PriceHistory } from '@/api/types';
import * as fixture from './marketFixtures';
import { problem } from './problem';

const adjustments: PriceHistory['adjustment'][] = ['RAW', 'SPLITS', 'SPLITS_AND_DIVIDENDS'];

/** Instruments, quotes, histories and providers of the mocked market. */
export function marketHandlers() {
  return [
    http.get('*/api/v1/instruments', ({ request }) => {
      const text = (new URL(request.url).searchParams.get('query') ?? '').toLowerCase();
      return HttpResponse.json({
        items: fixture.instruments.filter((one) => `${one.symbol} ${one.name}`.toLowerCase().includes(text)),
      });
    }),
    http.get('*/api/v1/instruments/:symbol', ({ params }) => {
      const found = fixture.instruments.find((one) => one.symbol === params.symbol);
      return found ? HttpResponse.json(found) : problem(404, { title: 'Not found' });
    }),
    http.get('*/api/v1/quotes', ({ request }) => {
      const symbols = new URL(request.url).searchParams.getAll('symbols').flatMap((all) => all.split(','));
      return HttpResponse.json({ quotes: symbols.map(fixture.quote), missing: [] });
    }),
    http.get('*/api/v1/history/:symbol', ({ params, request }) => {
      const wanted = new URL(request.url).searchParams.get('adjustment');
      const adjustment = adjustments.find((candidate) => candidate === wanted) ?? 'SPLITS';
      return HttpResponse.json(fixture.history(String(params.symbol), adjustment));
    }),
    http.get('*/api/v1/history/:symbol/quality', ({ params }) =>
      HttpResponse.json(fixture.quality(String(params.symbol))),
    ),
    http.get('*/api/v1/providers', () => HttpResponse.json(fixture.providers)),
  ];
}
