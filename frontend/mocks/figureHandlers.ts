import { http, HttpResponse } from 'msw';
import backtest from '../../analytics-worker/contract/figure/backtest.json';
import common from '../../analytics-worker/contract/figure/common.json';
import factor from '../../analytics-worker/contract/figure/factor.json';
import goal from '../../analytics-worker/contract/figure/goal.json';
import leverage from '../../analytics-worker/contract/figure/leverage.json';
import monteCarlo from '../../analytics-worker/contract/figure/monte-carlo.json';
import optimization from '../../analytics-worker/contract/figure/optimization.json';
import risk from '../../analytics-worker/contract/figure/risk.json';
import stress from '../../analytics-worker/contract/figure/stress.json';
import type { Analysis, Figure } from '@/api/types';
import { analysis } from './fixtures';
import type { World } from './handlers';
import { problem } from './problem';

type Entry = Omit<Figure, 'inputs' | 'name' | 'value' | 'provenance' | 'result' | 'recompute'> & {
  names: string[];
  inputs?: string[];
};
const catalogue: Record<string, Entry[]> = {
  backtest,
  factor,
  goal,
  leverage,
  'monte-carlo': monteCarlo,
  optimization,
  risk,
  stress,
};

const matches = (pattern: string, name: string) => {
  const parts = pattern.split('.');
  const given = name.split('.');
  return parts.length === given.length && parts.every((part, at) => part === '*' || part === given[at]);
};
const member = (document: object, path: string) =>
  path
    .split('.')
    .reduce<unknown>((node, part) => (node as Record<string, unknown> | undefined)?.[part], document);

/** Figures explained from the worker's own catalogue, and results computed again to the same. */
export function figureHandlers(state: World, resultOf: (kind: string) => object) {
  const find = (id: unknown) => state.analyses.find((it) => it.id === id);
  return [
    http.get('*/api/v1/analyses/:id/figures/:name', ({ params }) => {
      const name = String(params.name);
      const kind = find(params.id)?.kind ?? 'risk';
      const document = resultOf(kind);
      const entry = [...(catalogue[kind] ?? []), ...(common as Entry[])].find(({ names }) =>
        names.some((pattern) => matches(pattern, name)),
      );
      const value = member(document, name);
      if (!entry || typeof value !== 'number') return problem(404, { title: 'Not found', detail: name });
      const { inputs = [], title, unit, formula, latex, method, source } = entry;
      return HttpResponse.json({
        ...{ title, unit, formula, latex, method, source },
        name,
        value,
        inputs: inputs
          .map((path) => ({ name: path, value: member(document, path) }))
          .filter((input) => input.value !== undefined),
        provenance: member(document, 'provenance'),
        result: `/api/v1/analyses/${String(params.id)}/result`,
        recompute: `/api/v1/analyses/${String(params.id)}/recompute`,
      });
    }),
    http.post('*/api/v1/analyses/:id/recompute', ({ params }) => {
      const original = find(params.id);
      const again: Analysis = analysis({
        id: crypto.randomUUID(),
        kind: original?.kind,
        recomputes: String(params.id),
        state: 'COMPLETED',
        percent: 100,
      });
      state.analyses.push(again);
      return HttpResponse.json(again, { status: 202 });
    }),
    http.get('*/api/v1/analyses/:id/recomputation', ({ params }) =>
      HttpResponse.json({
        analysisId: params.id,
        state: 'COMPLETED',
        sameResult: true,
        differences: [],
      }),
    ),
  ];
}
