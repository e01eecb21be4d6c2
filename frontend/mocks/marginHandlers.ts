import { http, HttpResponse } from 'msw';
import { type World } from './handlers';
import { marginEvents } from './marginFixtures';

/** Margin accounts of the mocked platform: every portfolio and client answers with the world's one account. */
export function marginHandlers(state: World) {
  return [
    http.get('*/api/v1/portfolios/:id/margin', ({ params }) =>
      HttpResponse.json({ ...state.margin, portfolioId: params.id }),
    ),
    http.get('*/api/v1/portfolios/:id/margin/events', () => HttpResponse.json({ items: marginEvents })),
  ];
}
