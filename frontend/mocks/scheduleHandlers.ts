import { http, HttpResponse } from 'msw';
import type { Schedule, ScheduleRequest } from '@/api/types';
import type { World } from './handlers';
import { problem } from './problem';

/** Schedules of the mocked platform: a change names the version it saw. */
export function scheduleHandlers(state: World) {
  const at = '*/api/v1/analysis-schedules';
  const find = (id: unknown) => state.schedules.find((it) => it.id === id);
  const version = (it: Schedule) => `"${it.updatedAt}"`;
  return [
    http.get(at, () => HttpResponse.json({ items: state.schedules })),
    http.post(at, async ({ request }) => {
      const body = (await request.json()) as ScheduleRequest;
      const now = new Date().toISOString();
      const schedule: Schedule = {
        enabled: true,
        ...body,
        id: crypto.randomUUID(),
        nextRunAt: '2026-11-30T06:30:00Z',
        createdAt: now,
        updatedAt: now,
      };
      state.schedules.push(schedule);
      return HttpResponse.json(schedule, { status: 201 });
    }),
    http.get(`${at}/:id`, ({ params }) => {
      const found = find(params.id);
      return found
        ? HttpResponse.json(found, { headers: { ETag: version(found) } })
        : problem(404, { title: 'Not found', detail: 'There is no such schedule.' });
    }),
    http.put(`${at}/:id`, async ({ params, request }) => {
      const found = find(params.id);
      if (!found || request.headers.get('If-Match') !== version(found))
        return problem(412, { title: 'Changed meanwhile' });
      Object.assign(found, await request.json(), { updatedAt: new Date().toISOString() });
      if (found.enabled) delete found.pausedBecause;
      return HttpResponse.json(found);
    }),
    http.delete(`${at}/:id`, ({ params }) => {
      state.schedules = state.schedules.filter(({ id }) => id !== params.id);
      return new HttpResponse(null, { status: 204 });
    }),
  ];
}
