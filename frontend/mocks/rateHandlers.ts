import { http, HttpResponse } from 'msw';
import type { HouseRate, HouseRateRequest, MarginTermsRequest } from '@/api/types';
import { type World } from './handlers';
import { problem } from './problem';
import { standardRates, standardTerms } from './rateFixtures';

const LEAST = { initialLong: 0.5, maintenanceLong: 0.25, initialShort: 0.5, maintenanceShort: 0.3 } as const;
const today = () => new Date().toISOString().slice(0, 10);

const changedMeanwhile = (request: Request, setAt: string | undefined) =>
  (request.headers.get('If-None-Match') === '*' && setAt !== undefined) ||
  (request.headers.has('If-Match') && request.headers.get('If-Match') !== `"${setAt}"`)
    ? problem(412, {
        title: 'Changed meanwhile',
        detail: 'What holds from that day was set by somebody since it was read; read it again.',
      })
    : undefined;

/** Rates and terms of margin accounts of the mocked platform, with the refusals of the real one. */
export function rateHandlers(state: World) {
  const at = '*/api/v1/margin/rates';
  const find = (symbol: unknown, validFrom: unknown) =>
    state.rates.find((rate) => rate.symbol === symbol && rate.validFrom === validFrom);
  return [
    http.get(at, () => HttpResponse.json({ standard: standardRates, items: state.rates })),
    http.get(`${at}/:symbol`, ({ params, request }) => {
      const on = new URL(request.url).searchParams.get('on') ?? today();
      const held = state.rates.findLast((rate) => rate.symbol === params.symbol && rate.validFrom <= on);
      return HttpResponse.json({
        symbol: params.symbol,
        on,
        house: held !== undefined,
        rates: held?.rates ?? standardRates,
        riskClass: held?.riskClass ?? 'EQUITY',
      });
    }),
    http.put(`${at}/:symbol/:validFrom`, async ({ params, request }) => {
      const body = (await request.json()) as HouseRateRequest;
      const [symbol, validFrom] = [String(params.symbol), String(params.validFrom)];
      const errors = (Object.keys(LEAST) as (keyof typeof LEAST)[])
        .filter((field) => body[field] !== undefined && Number(body[field]) < LEAST[field])
        .map((field) => ({
          field,
          message: `lies between ${LEAST[field]}, which is the rule for everybody, and 1, was ${body[field]}`,
        }));
      if (validFrom < today())
        errors.push({ field: 'validFrom' as never, message: 'is today or a day to come' });
      if (errors.length > 0) return problem(422, { title: 'Unprocessable', errors });
      const before = find(symbol, validFrom);
      const refused = changedMeanwhile(request, before?.setAt);
      if (refused) return refused;
      const set: HouseRate = {
        ...body,
        symbol,
        validFrom,
        riskClass: body.riskClass ?? 'EQUITY',
        rates: {
          marginable: body.marginable ?? true,
          initialLong: body.marginable === false ? 1 : Number(body.initialLong ?? standardRates.initialLong),
          maintenanceLong:
            body.marginable === false ? 1 : Number(body.maintenanceLong ?? standardRates.maintenanceLong),
          initialShort: Number(body.initialShort ?? standardRates.initialShort),
          maintenanceShort: Number(body.maintenanceShort ?? standardRates.maintenanceShort),
        },
        setBy: 'Guest',
        setAt: new Date().toISOString(),
      };
      state.rates = [...state.rates.filter((rate) => rate !== before), set].toSorted((a, b) =>
        (a.symbol + a.validFrom).localeCompare(b.symbol + b.validFrom),
      );
      return HttpResponse.json(set);
    }),
    http.delete(`${at}/:symbol/:validFrom`, ({ params }) => {
      state.rates = state.rates.filter((rate) => rate !== find(params.symbol, params.validFrom));
      return new HttpResponse(null, { status: 204 });
    }),
    http.get('*/api/v1/margin/terms', () =>
      HttpResponse.json({
        today: state.terms.find(({ validFrom }) => (validFrom ?? '') <= today()) ?? standardTerms,
        items: state.terms,
      }),
    ),
    http.put('*/api/v1/margin/terms/:validFrom', async ({ params, request }) => {
      const body = (await request.json()) as MarginTermsRequest;
      const validFrom = String(params.validFrom);
      if (Number(body.interestRate) > 1)
        return problem(422, {
          title: 'Unprocessable',
          errors: [{ field: 'interestRate', message: 'is at most 1' }],
        });
      const before = state.terms.find((terms) => terms.validFrom === validFrom);
      const refused = changedMeanwhile(request, before?.setAt);
      if (refused) return refused;
      const set = {
        ...standardTerms,
        ...body,
        dayCount: Number(body.dayCount ?? standardTerms.dayCount),
        validFrom,
        setBy: 'Guest',
        setAt: new Date().toISOString(),
      };
      state.terms = [set, ...state.terms.filter((terms) => terms !== before)].toSorted((a, b) =>
        (b.validFrom ?? '').localeCompare(a.validFrom ?? ''),
      );
      return HttpResponse.json(set);
    }),
  ];
}
