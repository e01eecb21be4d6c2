import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, tagged, unwrap } from '@/api/client';
import { useCreation } from '@/api/creation';
import type { Schedule, ScheduleRequest } from '@/api/types';

const key = ['schedules'] as const;

const schedulesQuery = queryOptions({
  queryKey: key,
  queryFn: async ({ signal }) =>
    (await unwrap(api.GET('/api/v1/analysis-schedules', { params: { query: { limit: 200 } }, signal })))
      .items,
});

export const useSchedules = () => useQuery(schedulesQuery);

function useChanges() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: key });
}

export function useCreateSchedule() {
  const changed = useChanges();
  return useCreation(
    (body: ScheduleRequest, headers) => unwrap(api.POST('/api/v1/analysis-schedules', { body, headers })),
    changed,
  );
}

/** Switches one on or off as it stands now: what somebody else changed in it meanwhile is kept. */
export function useEnableSchedule(id: string) {
  const changed = useChanges();
  return useMutation({
    mutationFn: async (enabled: boolean) => {
      const { body, etag } = await tagged(
        api.GET('/api/v1/analysis-schedules/{id}', { params: { path: { id } } }),
      );
      return unwrap(
        api.PUT('/api/v1/analysis-schedules/{id}', {
          params: { path: { id }, header: etag ? { 'If-Match': etag } : {} },
          body: { ...requestOf(body), enabled },
        }),
      );
    },
    onSettled: changed,
  });
}

export function useDeleteSchedule(id: string) {
  const changed = useChanges();
  return useMutation({
    mutationFn: () => unwrap(api.DELETE('/api/v1/analysis-schedules/{id}', { params: { path: { id } } })),
    onSuccess: changed,
  });
}

const requestOf = ({ name, request, cadence, dayOfWeek, time, zone }: Schedule): ScheduleRequest => ({
  ...{ name, request, cadence, time, zone },
  ...(dayOfWeek ? { dayOfWeek } : {}),
});
